import { arrayScheduler, shardFrom, type Shard } from '../../execution/index.ts';
import { noteLine, type Console } from './console.ts';

/** Runs a part of the replications; the tables are for `merge` to make. */
export const shardOption = [
  '--shard <i/n>',
  'run part i of n (from 0) into the folder that all parts share, for merge; auto: as the array task of Slurm, Kubernetes or AWS Batch says',
  (text: string): Shard => shardFrom(text, process.env),
] as const;

/** Says in a task of an array that the whole run is computed, which all its tasks would do. */
export function noteWholeRun(console: Console, environment: Readonly<NodeJS.ProcessEnv>): void {
  const scheduler = arrayScheduler(environment);
  if (scheduler !== undefined)
    noteLine(console, `whole run in a task of an array of ${scheduler}; for its part alone: --shard auto`);
}
