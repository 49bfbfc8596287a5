import { requireConfidence, requireLevel } from './estimate.ts';

/**
 * The smallest sample whose maximum exceeds the p-quantile with the given confidence: the first n with 1 − pⁿ ≥
 * confidence.
 *
 * Source: S. S. Wilks, Ann. Math. Statist. 12 (1941).
 *
 * @example wilksSampleSize(0.95, 0.95) // 59
 */
export function wilksSampleSize(p: number, confidence = 0.95): number {
  requireConfidence(confidence);
  requireLevel('quantile level', p);
  let n = Math.max(1, Math.floor(Math.log(1 - confidence) / Math.log(p)) - 1);
  // Above 2⁵³ from one double to the next.
  while (1 - p ** n < confidence) n += Math.max(1, n * 2 ** -52);
  return n;
}
