import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { weightedMoments } from './weightedMoments.ts';
import type { Weights } from './weights.ts';
import { wilson } from './wilson.ts';

/**
 * The share of a weighted sample that is 1 and not 0, with Wilson's interval for the effective number of trials;
 * without weights, and where all are equal, that of `wilson`.
 *
 * The effective number is p(1 − p) over the variance of the share, at most Kish's effective size: a share that hangs on
 * few light values seems better known than it is. Sources: E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998),
 * 193–201, for the effective number; E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927), for the interval.
 *
 * @param hits 0 or 1 for each value; with weights, what lies between takes its part, and the interval is none too short
 * @throws RangeError on weights that do not fit.
 * @example weightedProportion([1, 0], [3, 1]).estimate // 0.75
 */
export function weightedProportion(hits: ArrayLike<number>, weights: Weights, confidence = 0.95): Estimate {
  if (weights === undefined) {
    let count = 0;
    for (let i = 0; i < hits.length; i++) count += hits[i]!;
    return wilson(count, hits.length, confidence);
  }
  requireConfidence(confidence);
  const found = weightedMoments(hits, weights);
  if (found === undefined) return NOT_AVAILABLE;
  const p = Math.min(1, Math.max(0, found.mean));
  const trials = effectiveTrials(p, found);
  const { low, high } = shareInterval(p, { trials, confidence });
  return { estimate: p, low, high, n: hits.length, standardError: found.standardError };
}

/** Wilson's interval of a share of so many trials, which need not be whole. */
export function shareInterval(
  p: number,
  { trials, confidence }: { trials: number; confidence: number },
): { low: number; high: number } {
  const z = -normalQuantile((1 - confidence) / 2);
  const shrink = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / trials + (z / (2 * trials)) ** 2);
  return { low: p === 0 ? 0 : Math.max(0, centre - half), high: p === 1 ? 1 : Math.min(1, centre + half) };
}

/** How many trials that count alike would know a share as well: at most Kish's effective size. */
export function effectiveTrials(
  p: number,
  { effective, standardError }: { effective: number; standardError: number },
): number {
  // The corrected variance divided by n, not by n − 1, is that of a share.
  const variance = effective > 1 ? (standardError ** 2 * (effective - 1)) / effective : 0;
  return variance > 0 ? Math.min(effective, (p * (1 - p)) / variance) : effective;
}
