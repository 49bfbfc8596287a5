import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, requireCounts, type Estimate } from './estimate.ts';

/**
 * A proportion with its Wilson score interval.
 *
 * Source: E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927).
 *
 * @example wilson(81, 263) // 0.308, 0.2553 … 0.3662
 */
export function wilson(successes: number, trials: number, confidence = 0.95): Estimate {
  requireCounts(successes, trials);
  requireConfidence(confidence);
  if (trials === 0) return NOT_AVAILABLE;
  const z = -normalQuantile((1 - confidence) / 2);
  const p = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / trials + (z / (2 * trials)) ** 2);
  return {
    estimate: p,
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
    n: trials,
    standardError: Math.sqrt((p * (1 - p)) / trials),
  };
}
