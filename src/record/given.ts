import type { PointRecords } from './records.ts';

/** How far the replications of an experiment agree with what was observed of its scenario. */
export interface Given {
  /** The scenario as it is: every point takes the weights of its replications, as all share their draws. */
  readonly base: PointRecords;
  /** One a replication, with a mean of 1; all 0 where none could have happened. */
  readonly weights: Float64Array;
  /** How many replications that count alike would know a mean as well. */
  readonly effective: number;
}
