import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import type { PairedDifference } from './pairedDifference.ts';
import { correlation } from './moments.ts';

/**
 * The difference first − second of two proportions over the same replications, each value 0 or 1, with its interval.
 *
 * The interval is Wald's after one half of a discordant pair was added on each side of each kind, so that it has a
 * width even when no pair differs. Source: D. G. Bonett and R. M. Price, "Adjusted Wald confidence interval for a
 * difference of binomial proportions based on paired data", J. Educ. Behav. Stat. 37 (2012).
 *
 * @throws RangeError when the two samples differ in size
 */
export function pairedProportions(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): PairedDifference {
  requireConfidence(confidence);
  const count = first.length;
  if (count !== second.length) {
    throw new RangeError(`pairs: ${count} with ${second.length} values, expected as many of both`);
  }
  if (count === 0) return { ...NOT_AVAILABLE, correlation: undefined };
  let onlyFirst = 0;
  let onlySecond = 0;
  for (let i = 0; i < count; i++) {
    if (first[i] > second[i]) onlyFirst++;
    else if (second[i] > first[i]) onlySecond++;
  }
  return {
    ...discordantPairs({ onlyFirst, onlySecond, count }, confidence),
    correlation: correlation(first, second),
  };
}

/**
 * The same from the pairs that differ: those in which only the first is 1, those in which only the second is, of how
 * many pairs.
 *
 * @example discordantPairs({ onlyFirst: 12, onlySecond: 3, count: 1000 })
 */
export function discordantPairs(
  { onlyFirst, onlySecond, count }: { onlyFirst: number; onlySecond: number; count: number },
  confidence = 0.95,
): Estimate {
  requireConfidence(confidence);
  if (count === 0) return NOT_AVAILABLE;
  const p = (onlyFirst + 1) / (count + 2);
  const q = (onlySecond + 1) / (count + 2);
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt((p + q - (p - q) ** 2) / (count + 2));
  const estimate = (onlyFirst - onlySecond) / count;
  return {
    estimate,
    low: Math.max(-1, Math.min(estimate, p - q - half)),
    high: Math.min(1, Math.max(estimate, p - q + half)),
  };
}
