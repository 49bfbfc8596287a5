import { join } from 'node:path';
import { shardRanges, type Shard } from '../execution/index.ts';
import type { Experiment, Range } from '../experiment/index.ts';

/** Replications of every point of an experiment, and the folder of their records. */
export interface Work<S> {
  readonly experiment: Experiment<S>;
  readonly folder: string;
  readonly replications: number;
}

/** All that a run computes. */
export function workOf<S>({
  experiment,
  out,
  replications,
}: {
  experiment: Experiment<S>;
  out: string;
  replications: number;
}): Work<S> {
  return { experiment, folder: join(out, 'records'), replications };
}

/** What a shard has of it: for each point the ranges of replications, one or none. */
export function shareOf<S>(shard: Shard, { experiment, replications }: Work<S>): Range[][] {
  const lengths = experiment.points.map(() => replications);
  return shardRanges(shard, lengths).map((range) => [range].filter(({ from, to }) => from < to));
}
