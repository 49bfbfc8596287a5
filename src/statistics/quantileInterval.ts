import { incompleteBeta } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { available, requireConfidence, requireLevel, type Estimate } from './estimate.ts';
import { quantile7 } from './sampleQuantile.ts';

/** 1-based places in the sorted sample; undefined where the sample is too small for that bound. */
export interface OrderInterval {
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/**
 * The order statistics that enclose the p-quantile with the given confidence, each tail at most half of the rest.
 *
 * Holds for any distribution. Below 36 values, for example, the median has bounds but P90 has no upper one. Takes the
 * sample or its size. Source: H. A. David and H. N. Nagaraja, Order Statistics (2003), section 7.1.
 *
 * @example quantileInterval(1000, 0.99) // { lower: 983, upper: 997 }
 */
export function quantileInterval(
  sample: number | ArrayLike<number>,
  p: number,
  confidence = 0.95,
): OrderInterval {
  const n = typeof sample === 'number' ? sample : sample.length;
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(
      `sample size: ${asWritten(n)}, expected a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    );
  requireLevel('quantile level', p);
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2;
  const lower = lastWhere(n, (place) => atMost(n, p, place - 1) <= tail);
  const tooLow = lastWhere(n, (place) => atLeast(n, p, place) > tail);
  return { lower: lower === 0 ? undefined : lower, upper: tooLow === n ? undefined : tooLow + 1 };
}

/**
 * The type-7 quantile of a sorted sample with its order-statistic interval.
 *
 * +Infinity stands for a censored value: an estimate or a bound that falls on one is undefined.
 */
export function quantileEstimate(sorted: ArrayLike<number>, p: number, confidence = 0.95): Estimate {
  const { lower, upper } = quantileInterval(sorted, p, confidence);
  return {
    estimate: available(quantile7(sorted, p)),
    low: lower === undefined ? undefined : available(sorted[lower - 1]),
    high: upper === undefined ? undefined : available(sorted[upper - 1]),
    n: sorted.length,
  };
}

/** The exact probability that such an interval holds the quantile of a continuous distribution. */
export function quantileCoverage(n: number, p: number, { lower, upper }: OrderInterval): number {
  requireLevel('quantile level', p);
  const below = lower === undefined ? 0 : atMost(n, p, lower - 1);
  const above = upper === undefined ? 0 : atLeast(n, p, upper);
  return 1 - below - above;
}

// P(Binomial(n, p) ≤ k) and P(Binomial(n, p) ≥ k).
function atMost(n: number, p: number, k: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p, p);
}

function atLeast(n: number, p: number, k: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(k, n - k + 1, p, 1 - p);
}

// The largest place from 1 to n that holds, 0 if none; what holds at a place holds below it.
function lastWhere(n: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
