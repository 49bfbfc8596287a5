import { betaQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, requireCounts, type Estimate } from './estimate.ts';

/**
 * A proportion with its exact (never too short) interval.
 *
 * Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934).
 */
export function clopperPearson(successes: number, trials: number, confidence = 0.95): Estimate {
  requireCounts(successes, trials);
  requireConfidence(confidence);
  if (trials === 0) return NOT_AVAILABLE;
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return {
    estimate: successes / trials,
    low: successes === 0 ? 0 : betaQuantile(successes, failures + 1, tail),
    high: failures === 0 ? 1 : 1 - betaQuantile(failures, successes + 1, tail),
    n: trials,
    standardError: Math.sqrt((successes * failures) / trials ** 3),
  };
}
