import type { Estimate } from '../statistics/estimate.ts';

/** Who made a milestone late, in four measures on the same draws: what `gigaramp blame` prints. */
export interface BlameStory {
  readonly milestone: string;
  readonly replications: number;
  readonly coalitions: number;
  readonly groups: readonly BlamedGroup[];
  /** Mean days up to the horizon, as drawn less those with every draw at its median: the sum of the Shapley values. */
  readonly delay: Estimate;
  /** ISO dates of that mean, as drawn and at plan. */
  readonly asDrawn: string | undefined;
  readonly atPlan: string | undefined;
  /** Share of all runs that the horizon cut. */
  readonly censored: number;
  /** The delay less that of the baseline, where one is kept. */
  readonly delayChange: Estimate | undefined;
}

/** What a group of causes did, in days. */
export interface BlamedGroup {
  readonly name: string;
  readonly causes: readonly string[];
  readonly shapley: Estimate;
  readonly leaveOneOut: Estimate;
  readonly addOne: Estimate;
  readonly path: Estimate;
  /** Its Shapley value less that of the baseline, replication by replication; where one is kept. */
  readonly change: Estimate | undefined;
}
