import { cdf, quantile, survival, upperQuantile, type Distribution } from './distribution.ts';

/**
 * The total duration of an activity that has not finished by `elapsed`: F⁻¹(F(e) + u(1 − F(e))).
 *
 * Monotone in u and never below `elapsed`. Computed from the survival function beyond the median, so that an activity far in
 * its tail still has a proper remainder.
 *
 * @throws RangeError when the distribution says that it must have finished by then
 * @example remainingQuantile(exponential(10), 500, 0.5) // 500 + 10·ln 2
 */
export function remainingQuantile(distribution: Distribution, elapsed: number, u: number): number {
  const finished = cdf(distribution, elapsed);
  if (finished === 0) return quantile(distribution, u);
  const unfinished = survival(distribution, elapsed);
  if (!(unfinished > 0)) {
    throw new RangeError(
      `elapsed: ${elapsed}, expected less than the longest duration of the ${distribution.kind} distribution (it must have finished by then)`,
    );
  }
  const target = finished + u * unfinished;
  const total =
    target < 0.5 ? quantile(distribution, target) : upperQuantile(distribution, (1 - u) * unfinished);
  return Math.max(elapsed, total);
}
