import { studentTQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { scaled, timesPower } from './scaled.ts';
import { FEWEST_EFFECTIVE } from './weightedMean.ts';
import { weightedMoments } from './weightedMoments.ts';
import type { Weights } from './weights.ts';
import { welchDifference } from './welchDifference.ts';

/** Values with their weights. */
export interface WeightedSample {
  readonly values: ArrayLike<number>;
  readonly weights: Weights;
}

/**
 * The mean of one weighted sample less that of another that is independent of it, with Welch's interval for their
 * effective sizes; without weights `welchDifference`.
 *
 * @throws RangeError when values and weights differ in number.
 */
export function weightedWelch(first: WeightedSample, second: WeightedSample, confidence = 0.95): Estimate {
  if (first.weights === undefined || second.weights === undefined)
    return welchDifference(first.values, second.values, confidence);
  requireConfidence(confidence);
  // By one power of two where their fourth powers would be no doubles.
  const { samples, exponent } = scaled([first.values, second.values]);
  const a = weightedMoments(samples[0]!, first.weights);
  const b = weightedMoments(samples[1]!, second.weights);
  if (a === undefined || b === undefined) return NOT_AVAILABLE;
  const estimate = timesPower(a.mean - b.mean, exponent);
  if (Math.min(a.effective, b.effective) < FEWEST_EFFECTIVE)
    return { estimate, low: undefined, high: undefined };
  const [partA, partB] = [a.standardError ** 2, b.standardError ** 2];
  const variance = partA + partB;
  if (variance === 0) return { estimate, low: estimate, high: estimate };
  const freedom = variance ** 2 / (partA ** 2 / (a.effective - 1) + partB ** 2 / (b.effective - 1));
  const half = timesPower(studentTQuantile(freedom, (1 + confidence) / 2) * Math.sqrt(variance), exponent);
  return { estimate, low: estimate - half, high: estimate + half };
}
