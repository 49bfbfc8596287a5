import { asWritten } from '../refusal/index.ts';
import { requireConfidence, type Estimate } from './estimate.ts';

/**
 * Half the height of the band that holds a whole cdf with the given confidence: √(ln(2/α) / 2n).
 *
 * Source: P. Massart, "The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality", Ann. Probab. 18 (1990).
 *
 * @example dkw(1000) // 0.0429
 */
export function dkw(count: number, confidence = 0.95): number {
  requireConfidence(confidence);
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`sample size: ${asWritten(count)}, expected a whole number above 0`);
  }
  return Math.sqrt(Math.log(2 / (1 - confidence)) / (2 * count));
}

/** One point of the empirical cdf with the simultaneous band around it, cut to [0, 1]. */
export function dkwBand(successes: number, count: number, confidence = 0.95): Estimate {
  const half = dkw(count, confidence);
  const estimate = successes / count;
  return { estimate, low: Math.max(0, estimate - half), high: Math.min(1, estimate + half) };
}
