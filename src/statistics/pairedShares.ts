import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { moments } from './moments.ts';
import { weightedMean } from './weightedMean.ts';
import { weightedMoments } from './weightedMoments.ts';
import { weightedShare } from './weightedShare.ts';
import type { Weights } from './weights.ts';

/** What a share is of: 0 ≤ part ≤ whole in every replication. */
export interface ShareSample {
  readonly part: ArrayLike<number>;
  readonly whole: ArrayLike<number>;
}

/**
 * The difference first − second of two shares E[part] / E[whole] over the same replications, with its interval.
 *
 * The delta method on both ratios at once: the difference of their residuals, each over the mean of its whole, carries
 * the sampling error to first order, common draws included. Not available where either share is not. Source:
 * W. G. Cochran, Sampling Techniques (1977), section 6.
 *
 * @param weights how much each replication counts; all alike without them
 * @throws RangeError when the samples differ in size
 * @example pairedShares({ part: byPowerNow, whole: blockedNow }, { part: byPowerBefore, whole: blockedBefore })
 */
export function pairedShares(
  first: ShareSample,
  second: ShareSample,
  weights?: Weights,
  confidence = 0.95,
): Estimate {
  requireConfidence(confidence);
  const count = first.part.length;
  if ([first.whole, second.part, second.whole].some(({ length }) => length !== count))
    throw new RangeError(`pairs: samples of unlike sizes, expected ${count} values in each`);
  const shares = [first, second].map(({ part, whole }) => weightedShare(part, whole, weights, confidence));
  const [now, before] = shares.map((share) => share.estimate);
  if (now === undefined || before === undefined) return NOT_AVAILABLE;
  const estimate = now - before;
  // Of a share that a single replication tells nothing is known about how much another would have.
  if (shares.some(({ low, high }) => low === undefined && high === undefined))
    return { estimate, low: undefined, high: undefined };
  const [ours, theirs] = [residuals(first, now, weights), residuals(second, before, weights)];
  const off = weightedMean(
    ours.map((value, i) => value - theirs[i]!),
    weights,
    confidence,
  );
  const half = off.high === undefined ? Number.POSITIVE_INFINITY : off.high - off.estimate!;
  return { estimate, low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half) };
}

/** What each replication adds to the error of a share. */
function residuals({ part, whole }: ShareSample, share: number, weights: Weights): Float64Array {
  const mean = weights === undefined ? moments(whole).mean : weightedMoments(whole, weights)!.mean;
  return Float64Array.from(part, (value, i) => (value - share * whole[i]!) / mean);
}
