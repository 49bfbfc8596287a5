import { join } from 'node:path';
import { shardOf, shardRange, shardRanges, type Shard } from '../execution/index.ts';
import type { Experiment, PlannedPoint } from '../experiment/index.ts';
import { overlap, type Range } from '../record/index.ts';

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

/** Shards of which replications are missing, in order: how many. */
export function missingShards<S>(
  { experiment, replications }: Work<S>,
  shards: number,
  missingOf: (point: PlannedPoint<S>) => readonly Range[],
): Map<number, number> {
  const total = experiment.points.length * replications;
  const missing = new Map<number, number>();
  experiment.points.forEach((point, index) => {
    const start = index * replications;
    for (const { from, to } of missingOf(point)) {
      const gap = { from: start + from, to: start + to };
      const last = shardOf(gap.to - 1, shards, total);
      for (let shard = shardOf(gap.from, shards, total); shard <= last; shard++) {
        const [part] = overlap([gap], shardRange({ index: shard, count: shards }, total));
        missing.set(shard, (missing.get(shard) ?? 0) + part!.to - part!.from);
      }
    }
  });
  return new Map([...missing].sort(([a], [b]) => a - b));
}
