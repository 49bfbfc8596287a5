import type { Estimate } from './estimate.ts';
import { effectiveTrials, shareInterval } from './weightedProportion.ts';

/** What some replications of a weighted sample count for. */
export interface WeightSums {
  /** Of their weights. */
  readonly sum: number;
  /** Of the squares of their weights. */
  readonly squares: number;
}

/**
 * The share of a weighted sample that is there, from sums of weights alone: the estimate of `weightedProportion` for
 * who has no longer the single replications.
 *
 * @example shareOfWeightSums({ sum: 3, squares: 9 }, { sum: 4, squares: 10 }).estimate // 0.75
 */
export function shareOfWeightSums(there: WeightSums, all: WeightSums, confidence = 0.95): Estimate {
  const p = Math.min(1, Math.max(0, there.sum / all.sum));
  const errors = (1 - p) ** 2 * there.squares + p ** 2 * Math.max(0, all.squares - there.squares);
  const effective = all.sum ** 2 / all.squares;
  const corrected = effective > 1 ? effective / (effective - 1) : Infinity;
  const standardError = errors === 0 ? 0 : Math.sqrt(errors * corrected) / all.sum;
  const trials = effectiveTrials(p, { effective, standardError });
  return { estimate: p, ...shareInterval(p, { trials, confidence }), standardError };
}
