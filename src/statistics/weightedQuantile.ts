import { incompleteBeta } from '../random/index.ts';
import { available, NOT_AVAILABLE, requireConfidence, requireLevel, type Estimate } from './estimate.ts';
import { quantileEstimate } from './quantileInterval.ts';
import { requireWeights, weightSums, type Weights } from './weights.ts';

/**
 * Quantiles of a weighted sample with intervals; without weights, and where all are equal, those of `quantileEstimate`.
 *
 * The estimate is the weighted quantile of type 7: the mean of the weighted inverse distribution over a window of width
 * 1/n that begins at p(n − 1)/n, with Kish's effective size for n. The interval inverts the test of a share, as
 * Woodruff does: a value is below it where the share of the sample that is smaller would be too small for p, and above
 * it likewise, by the binomial distribution of the effective number of trials (that of the share below the estimate),
 * continued to numbers that are not whole by the incomplete beta function. With equal weights this is the interval of
 * order statistics. +Infinity stands for a censored value: an estimate or bound that falls on one is undefined.
 * Measured coverage of the 95 % interval, at effective sizes of 14 to 346: of a median 95–98 %, of P10 and P90
 * 96–100 %.
 *
 * Sources: A. Akinshin, "Weighted quantile estimators", arXiv:2304.07265 (2023), for the estimate; R. S. Woodruff,
 * "Confidence intervals for medians and other position measures", J. Amer. Statist. Assoc. 47 (1952), 635–646, for the
 * interval; E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998), for the effective number.
 *
 * @param values in any order
 * @throws RangeError on weights that do not fit, or a level that is none.
 * @example weightedQuantiles([1, 2, 3], [1, 1, 2], [0.5])[0].estimate // 2.5
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  given: Weights,
  levels: readonly number[],
  confidence = 0.95,
): Estimate[] {
  if (given === undefined) {
    const sorted = Float64Array.from(values).sort();
    return levels.map((p) => quantileEstimate(sorted, p, confidence));
  }
  requireConfidence(confidence);
  for (const p of levels) requireLevel('quantile level', p);
  requireWeights(values, given);
  const { weights, total, squares } = weightSums(given);
  if (total === 0) return levels.map(() => NOT_AVAILABLE);
  const sample = sortedSample(values, weights, total);
  const effective = total ** 2 / squares;
  return levels.map((p) => {
    const estimate = windowMean(sample, (p * (effective - 1)) / effective, 1 / effective);
    const trials = trialsBelow(sample, p);
    const tail = (1 - confidence) / 2;
    const { sorted, reached } = sample;
    const low = lastWhere(sorted.length, (at) => atMost(trials, p, trials * before(reached, at)) <= tail);
    const tooLow = lastWhere(sorted.length, (at) => atLeast(trials, p, trials * reached[at]!) > tail);
    return {
      estimate: available(estimate),
      low: low < 0 ? undefined : available(sorted[low]),
      high: tooLow === sorted.length - 1 ? undefined : available(sorted[tooLow + 1]),
      n: values.length,
    };
  });
}

/** Values that count, in rising order, each with its part of all weight and what has been reached with it. */
interface SortedSample {
  readonly sorted: Float64Array;
  readonly parts: Float64Array;
  readonly reached: Float64Array;
}

function sortedSample(values: ArrayLike<number>, weights: ArrayLike<number>, total: number): SortedSample {
  const places = Array.from(values, (_, place) => place)
    .filter((place) => weights[place]! > 0)
    .sort((a, b) => rising(values[a]!, values[b]!) || a - b);
  const sorted = Float64Array.from(places, (place) => values[place]!);
  const parts = Float64Array.from(places, (place) => weights[place]! / total);
  const reached = new Float64Array(parts.length);
  let sum = 0;
  for (let i = 0; i < parts.length; i++) reached[i] = sum += parts[i]!;
  // What rounding leaves must not keep the last value from being all of them.
  reached[parts.length - 1] = 1;
  return { sorted, parts, reached };
}

/** What is no number comes last, as where typed arrays are sorted. */
function rising(a: number, b: number): number {
  if (a < b) return -1;
  return a > b ? 1 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function before(reached: Float64Array, place: number): number {
  return place === 0 ? 0 : reached[place - 1]!;
}

/** Mean of the inverse distribution over [from, from + width]; +Infinity where that needs a censored value. */
function windowMean({ sorted, reached }: SortedSample, from: number, width: number): number {
  const to = Math.min(1, from + width);
  // The part of the window below which rounding may have shifted its ends.
  const dust = 1e-12 * width;
  const end = place(sorted, reached, from, dust);
  // About one of the values, so that equal ones leave nothing but themselves.
  const about = sorted[end]!;
  let sum = 0;
  for (let i = end; i < sorted.length && before(reached, i) < to; i++) {
    const share = Math.min(to, reached[i]!) - Math.max(from, before(reached, i));
    if (share <= dust || sorted[i] === about) continue;
    if (sorted[i] === Infinity) return Infinity;
    sum += (share / width) * (sorted[i]! - about);
  }
  return about + sum;
}

/** The first value that has more than dust of what lies from `from` on. */
function place(sorted: Float64Array, reached: Float64Array, from: number, dust: number): number {
  let at = 0;
  while (at < sorted.length - 1 && reached[at]! - from <= dust) at++;
  return at;
}

/**
 * Effective number of trials of the share of the sample that is not above its p-quantile: p(1 − p) over the variance
 * that this share has where it is p, at most Kish's effective size. The value on which p falls counts in part.
 */
function trialsBelow({ parts, reached }: SortedSample, p: number): number {
  let variance = 0;
  let squares = 0;
  for (let i = 0; i < parts.length; i++) {
    const square = parts[i]! ** 2;
    const below = Math.min(1, Math.max(0, (p - before(reached, i)) / parts[i]!));
    variance += square * (below * (1 - p) ** 2 + (1 - below) * p ** 2);
    squares += square;
  }
  return Math.min(1 / squares, (p * (1 - p)) / variance);
}

// The last place from 0 that holds, −1 if none; what holds at a place holds before it.
function lastWhere(count: number, holds: (place: number) => boolean): number {
  let low = -1;
  let high = count;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

// P(Binomial(n, p) ≤ k) and P(Binomial(n, p) ≥ k), for any n and k.
function atMost(n: number, p: number, k: number): number {
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p, p);
}

function atLeast(n: number, p: number, k: number): number {
  return k <= 0 ? 1 : incompleteBeta(k, n - k + 1, p, 1 - p);
}
