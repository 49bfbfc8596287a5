import { asWritten } from '../refusal/index.ts';

/** The definitions of a sample quantile in the numbering of Hyndman and Fan; 7 is the rule of this project. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * The sample quantile of type 7 of values in rising order; undefined for an empty sample.
 *
 * +Infinity stands for a censored value: a quantile that needs one is +Infinity.
 *
 * @throws RangeError when p is not between 0 and 1
 */
export function quantile7(sorted: ArrayLike<number>, p: number): number | undefined {
  return sampleQuantile(sorted, p, 7);
}

/**
 * The sample quantile of values in rising order by any of the nine definitions.
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", Amer. Statistician 50 (1996).
 */
export function sampleQuantile(
  sorted: ArrayLike<number>,
  p: number,
  type: QuantileType = 7,
): number | undefined {
  if (typeof p !== 'number' || !(p >= 0 && p <= 1))
    throw new RangeError(`quantile level: ${asWritten(p)}, expected a number from 0 to 1`);
  const n = sorted.length;
  if (n === 0) return undefined;
  const [offset, slope] = position(type);
  const exact = n * p + offset + slope * p;
  // A product such as 10·0.7 may miss the whole number it means by its last digit.
  const nearest = Math.round(exact);
  const place = Math.abs(exact - nearest) < 4 * Number.EPSILON * Math.max(1, n) ? nearest : exact;
  const below = Math.floor(place);
  return between(sorted, below, weight(type, place - below, below));
}

// The place of the quantile is n·p + offset + slope·p, counted from 1.
function position(type: QuantileType): readonly [offset: number, slope: number] {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return [0, 0];
    case 3:
      return [-0.5, 0];
    case 5:
      return [0.5, 0];
    case 6:
      return [0, 1];
    case 7:
      return [1, -1];
    case 8:
      return [1 / 3, 1 / 3];
    case 9:
      return [3 / 8, 1 / 4];
  }
}

function weight(type: QuantileType, fraction: number, below: number): number {
  if (type === 1) return fraction > 0 ? 1 : 0;
  if (type === 2) return fraction > 0 ? 1 : 0.5;
  if (type === 3) return fraction === 0 && below % 2 === 0 ? 0 : 1;
  return fraction;
}

function between(sorted: ArrayLike<number>, below: number, share: number): number {
  const last = sorted.length;
  const from = sorted[Math.min(last, Math.max(1, below)) - 1];
  const to = sorted[Math.min(last, Math.max(1, below + 1)) - 1];
  if (share === 0 || from === to) return from;
  if (share === 1) return to;
  // The distance of two doubles may be more than any.
  const distance = to - from;
  return distance < Infinity || to === Infinity ? from + share * distance : (1 - share) * from + share * to;
}
