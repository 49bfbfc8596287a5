import { studentTQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { moments } from './moments.ts';
import { scaled, timesPower } from './scaled.ts';

/**
 * The mean of one sample less that of another that is independent of it, with the interval of Welch (1947): variances
 * may differ.
 *
 * @throws RangeError on a confidence outside (0, 1).
 * @example welchDifference([1, 2, 3], [0, 0, 0]).estimate // 2
 */
export function welchDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): Estimate {
  requireConfidence(confidence);
  if (first.length === 0 || second.length === 0) return NOT_AVAILABLE;
  // By one power of two where their fourth powers would be no doubles.
  const { samples, exponent } = scaled([first, second]);
  const [a, b] = [moments(samples[0]), moments(samples[1])];
  const estimate = timesPower(a.mean - b.mean, exponent);
  if (first.length < 2 || second.length < 2) return { estimate, low: undefined, high: undefined };
  const [partA, partB] = [a.variance / first.length, b.variance / second.length];
  const variance = partA + partB;
  if (variance === 0) return { estimate, low: estimate, high: estimate };
  const freedom = variance ** 2 / (partA ** 2 / (first.length - 1) + partB ** 2 / (second.length - 1));
  const half = timesPower(studentTQuantile(freedom, (1 + confidence) / 2) * Math.sqrt(variance), exponent);
  return { estimate, low: estimate - half, high: estimate + half };
}
