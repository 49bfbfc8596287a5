import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { meanHalfWidth } from './meanInterval.ts';
import { meanOf, moments } from './moments.ts';
import { isDust } from './varies.ts';

/**
 * E[x] / E[y] over paired replications with its interval by the delta method.
 *
 * The residuals x − R·y carry all the sampling error to first order, and their t interval divided by the mean of y is
 * that of R. This is deterministic and costs one pass, where a bootstrap would cost thousands for each date and cause
 * of a table; their coverage agrees (tested). Not available where the mean of y is zero or what rounding leaves of it,
 * or where y has both signs and its mean is not told from zero: no bounds hold the ratio then (E. C. Fieller, J. R.
 * Statist. Soc. B 16 (1954)). Source: W. G. Cochran, Sampling Techniques (1977), section 6.
 */
export function ratioOfMeans(
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
  confidence = 0.95,
): Estimate {
  requireConfidence(confidence);
  const ratio = ratioWithHalfWidth(numerator, denominator, confidence);
  if (ratio === undefined) return NOT_AVAILABLE;
  const { estimate, half } = ratio;
  if (half === undefined) return { estimate, low: undefined, high: undefined };
  return { estimate, low: estimate - half, high: estimate + half };
}

/**
 * A share E[part] / E[whole], with 0 ≤ part ≤ whole in every replication, and its interval inside [0, 1].
 *
 * The delta method on the logit: near 0 and 1 the interval leans inwards as the sampling distribution does. A share of
 * 0 that no replication contradicts has no upper bound from the sample, and one of 1 no lower bound. Measured coverage
 * of the 95 % interval, causes striking whole replications at random: 94–95 % at a share of 0.1 over 400 replications,
 * 92 % at 0.02.
 *
 * @example shareOfMeans(blockedByPower, blockedAtAll)
 */
export function shareOfMeans(part: ArrayLike<number>, whole: ArrayLike<number>, confidence = 0.95): Estimate {
  requireConfidence(confidence);
  const ratio = ratioWithHalfWidth(part, whole, confidence);
  if (ratio === undefined) return NOT_AVAILABLE;
  const { estimate, half } = ratio;
  if (estimate <= 0) return { estimate: 0, low: 0, high: undefined };
  if (estimate >= 1) return { estimate: 1, low: undefined, high: 1 };
  if (half === undefined) return { estimate, low: undefined, high: undefined };
  const logit = Math.log(estimate / (1 - estimate));
  const reach = half / (estimate * (1 - estimate));
  return { estimate, low: 1 / (1 + Math.exp(reach - logit)), high: 1 / (1 + Math.exp(-reach - logit)) };
}

function nonZero(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
  return count;
}

function isDenominator(mean: number, values: ArrayLike<number>, confidence: number): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  if (isDust(mean, Math.max(-least, most))) return false;
  return (
    least >= 0 || most <= 0 || Math.abs(mean) > meanHalfWidth(values.length, moments(values).sd, confidence)
  );
}

function ratioWithHalfWidth(
  numerator: ArrayLike<number>,
  denominator: ArrayLike<number>,
  confidence: number,
): { estimate: number; half: number | undefined } | undefined {
  const count = numerator.length;
  if (count !== denominator.length) {
    throw new RangeError(`pairs: ${count} with ${denominator.length} values, expected as many of both`);
  }
  if (count === 0) return undefined;
  const below = meanOf(denominator);
  if (!isDenominator(below, denominator, confidence)) return undefined;
  const estimate = meanOf(numerator) / below;
  // A single replication that has anything says nothing about how much another would have.
  if (nonZero(denominator) < 2) return { estimate, half: undefined };
  const residuals = Float64Array.from(numerator, (value, i) => value - estimate * denominator[i]);
  return { estimate, half: meanHalfWidth(count, moments(residuals).sd, confidence) / Math.abs(below) };
}
