import {
  cdf,
  quantile,
  survival,
  upperQuantile,
  upperVariate,
  variate,
  type Distribution,
} from './distribution.ts';
import { farRemainder } from './farRemainder.ts';
import { requireInsideUnit, requireNotNaN } from './requirement.ts';

/** Below it a probability has not all its digits, or is 0 though something is left. */
const FEWEST = 1e-290;

interface Inverses {
  lower(distribution: Distribution, u: number): number;
  upper(distribution: Distribution, q: number): number;
}

/**
 * The total duration of an activity that has not finished by `elapsed`: F⁻¹(F(e) + u(1 − F(e))).
 *
 * Monotone in u and never below `elapsed`. Computed from the survival function beyond the median, so that an activity
 * far in its tail still has a proper remainder.
 *
 * @throws RangeError when the distribution says that it must have finished by then, and unless u lies strictly between
 * 0 and 1
 * @example remainingQuantile(exponential(10), 500, 0.5) // 500 + 10·ln 2
 */
export function remainingQuantile(distribution: Distribution, elapsed: number, u: number): number {
  return remaining(distribution, elapsed, u, { lower: quantile, upper: upperQuantile });
}

/** The same as draws have it, from the tables of `variate`. */
export function remainingVariate(distribution: Distribution, elapsed: number, u: number): number {
  return remaining(distribution, elapsed, u, { lower: variate, upper: upperVariate });
}

function remaining(
  distribution: Distribution,
  elapsed: number,
  u: number,
  { lower, upper }: Inverses,
): number {
  requireNotNaN('elapsed', elapsed);
  requireInsideUnit('probability of the remainder', u);
  const finished = cdf(distribution, elapsed);
  if (finished === 0) return lower(distribution, u);
  const unfinished = survival(distribution, elapsed);
  if (unfinished < FEWEST) {
    const far = farRemainder(distribution, elapsed, { u, q: 1 - u });
    if (far !== undefined) return Math.max(elapsed, far);
    throw new RangeError(
      `elapsed: ${elapsed}, expected less than the longest duration of the ${distribution.kind} distribution (it must have finished by then)`,
    );
  }
  const target = finished + u * unfinished;
  const total = target < 0.5 ? lower(distribution, target) : upper(distribution, (1 - u) * unfinished);
  return Math.max(elapsed, total);
}
