import type { Column, Output } from '../../src/record/index.ts';
import type { FinishedRun } from './finishedRun.ts';

/** An output of a rollout, read off a replication that is over. */
export type RolloutOutput = Output<FinishedRun>;

/** What is said of an output; its kind is in the function that makes it. */
type Said = Omit<Column, 'kind'>;

/** One number a replication. */
export function scalar(said: Said, read: (run: FinishedRun) => number): RolloutOutput {
  return { column: { ...said, kind: 'scalar' }, read };
}

/** A day a replication. */
export function milestone(said: Said, read: (run: FinishedRun) => number): RolloutOutput {
  return { column: { ...said, kind: 'milestone' }, read };
}

/** A number for every report date. */
export function series(
  said: Said & { readonly table: string },
  read: (run: FinishedRun) => ArrayLike<number>,
): RolloutOutput {
  return { column: { ...said, kind: 'series' }, read };
}
