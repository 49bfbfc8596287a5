import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { correlation } from './moments.ts';

/**
 * Spearman's rank correlation of pairs with its interval. Infinite values, which stand for censored ones, rank last,
 * and equal ones share their rank. Not available below four pairs, where one side does not vary, and where a
 * value is not a number, as it has no rank.
 *
 * Source of the interval: D. G. Bonett and T. A. Wright, Psychometrika 65 (2000).
 *
 * @throws RangeError when the two samples differ in size
 * @example rankCorrelation([1, 2, 3, 4], [10, 20, 20, 40]).estimate // 0.95
 */
export function rankCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): Estimate {
  requireConfidence(confidence);
  const n = first.length;
  if (first.length === second.length && (hasNoNumber(first) || hasNoNumber(second))) return NOT_AVAILABLE;
  const estimate = correlation(ranks(first), ranks(second));
  if (n < 4 || estimate === undefined) return NOT_AVAILABLE;
  const z = -normalQuantile((1 - confidence) / 2);
  const half = z * Math.sqrt((1 + estimate ** 2 / 2) / (n - 3));
  const at = (shift: number): number =>
    Math.abs(estimate) === 1 ? estimate : Math.tanh(Math.atanh(estimate) + shift);
  return { estimate, low: at(-half), high: at(half), n };
}

/** Whether a sample holds what no order has a place for. */
export function hasNoNumber(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true;
  return false;
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (value, place) => ({ value, place })).sort((a, b) =>
    a.value < b.value ? -1 : a.value > b.value ? 1 : 0,
  );
  const found = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let i = from; i < to; i++) found[order[i]!.place] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}
