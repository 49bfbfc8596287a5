import type { Relaxation } from '../design/index.ts';
import type { Records } from '../record/index.ts';
import {
  weightedDifference,
  weightedProportion,
  weightedProportionDifference,
  type Estimate,
} from '../statistics/index.ts';
import { responseOf } from './response.ts';

/** A step that is made after others, and what all of them bring together. */
export interface ReachedStep {
  readonly step: Relaxation;
  /** Of the milestone by its date, with this step and those before it. */
  readonly chance: Estimate;
  /** By how much that is more than without any step. */
  readonly gained: Estimate;
  /** Days, counted up to the horizon, by which it is earlier than without any step. */
  readonly days: Estimate;
}

/** Reads off the records of the base and of one step more a point what the steps bring. */
export function reachedSteps(
  { points: [base, ...others] }: Records,
  { steps, milestone, byDay }: { steps: readonly Relaxation[]; milestone: string; byDay: number },
): ReachedStep[] {
  const response = responseOf(milestone, base.outputs)!;
  const inTime = (days: Float64Array): Float64Array => days.map((day) => (day < byDay ? 1 : 0));
  const before = inTime(base.column(milestone));
  return others.map((point, index) => {
    const then = inTime(point.column(milestone));
    return {
      step: steps[index]!,
      chance: weightedProportion(then, base.weights),
      gained: weightedProportionDifference(then, before, base.weights),
      days: weightedDifference(response.values(base), response.values(point), base.weights),
    };
  });
}
