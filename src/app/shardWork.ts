import { join } from 'node:path';
import { shardRanges, type Shard } from '../execution/index.ts';
import { type Experiment, type Range } from '../experiment/index.ts';
import { heldInputs } from './inputEffects.ts';

/** Replications of every point of an experiment, and the folder of their records. */
export interface Work<S> {
  readonly experiment: Experiment<S>;
  readonly folder: string;
  readonly replications: number;
}

/** All that a run computes: the experiment itself, then its first point with the main inputs held. */
export function workOf<S>({
  experiment,
  out,
  replications,
  withInputEffects,
}: {
  experiment: Experiment<S>;
  out: string;
  replications: number;
  withInputEffects: boolean;
}): Work<S>[] {
  const held = withInputEffects ? heldInputs(experiment, { out, replications }) : undefined;
  return [{ experiment, folder: join(out, 'records'), replications }, ...(held === undefined ? [] : [held])];
}

/** How many replications of how many points that is, point after point. */
export function lengthsOf<S>(work: readonly Work<S>[]): number[] {
  return work.flatMap(({ experiment, replications }) => experiment.points.map(() => replications));
}

/** What a shard has of it: for each part of the work and each point the ranges of replications, one or none. */
export function shareOf<S>(shard: Shard, work: readonly Work<S>[]): Range[][][] {
  const ranges = shardRanges(shard, lengthsOf(work));
  let next = 0;
  return work.map(({ experiment }) =>
    experiment.points.map(() => [ranges[next++]!].filter(({ from, to }) => from < to)),
  );
}
