import { exactShares } from '../exactShare.ts';
import { requireFinite, requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Discrete {
  readonly kind: 'discrete';
  /** Rising. */
  readonly values: readonly number[];
  /** Sum to 1, but for rounding. */
  readonly probabilities: readonly number[];
  /** P(X ≤ value), rounded down, and P(X > value), rounded up: exact bounds for the uniform. */
  readonly upTo: readonly number[];
  readonly behind: readonly number[];
}

/** Weights whose sum is more than any double are taken by this power of two, which changes none of their shares. */
const SHRINK = 2 ** -64;

/**
 * One of some numbers, with probabilities in proportion to the weights. A quantile is the smallest number x with F(x) ≥
 * u in exact arithmetic of the weights: with ten equal weights the median is the fifth.
 *
 * @example discrete([24, 36, 60], [1, 2, 1])
 */
export function discrete(values: readonly number[], weights: readonly number[]): Discrete | Constant {
  if (values.length === 0 || values.length !== weights.length) {
    throw new RangeError(
      `discrete values: ${values.length} with ${weights.length} weights, expected as many of both`,
    );
  }
  const shrink = weights.reduce((sum, weight) => sum + weight, 0) === Infinity ? SHRINK : 1;
  const weightOf = new Map<number, number>();
  values.forEach((value, i) => {
    requireFinite('discrete value', value);
    requireNumber('discrete weight', weights[i], weights[i] >= 0, 'at least 0');
    if (weights[i] > 0) weightOf.set(value, (weightOf.get(value) ?? 0) + weights[i] * shrink);
  });
  const pairs = [...weightOf].sort(([a], [b]) => a - b);
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  requireNumber('sum of discrete weights', total, total > 0, 'a number above 0');
  if (pairs.length === 1) return constant(pairs[0][0]);
  return {
    kind: 'discrete',
    values: pairs.map(([value]) => value),
    probabilities: pairs.map(([, weight]) => weight / total),
    ...exactShares(pairs.map(([, weight]) => weight)),
  };
}

function quantile({ values, upTo }: Discrete, u: number): number {
  return values[firstPlace(values.length, (place) => u <= upTo[place])];
}

function upperQuantile({ values, behind }: Discrete, q: number): number {
  return values[firstPlace(values.length, (place) => q >= behind[place])];
}

/** The first place that passes, by halving: from there on all do, and the last one always does. */
function firstPlace(count: number, passes: (place: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Place of the last value up to x, −1 for none.
function lastUpTo({ values }: Discrete, x: number): number {
  return values.findLastIndex((value) => value <= x);
}

function expectation({ values, probabilities }: Discrete, of: (value: number) => number): number {
  return values.reduce((sum, value, i) => sum + probabilities[i] * of(value), 0);
}

export const discreteShape: Shape<Discrete> = {
  quantile,
  upperQuantile,
  cdf: (d, x) => d.upTo[lastUpTo(d, x)] ?? 0,
  survival: (d, x) => d.behind[lastUpTo(d, x)] ?? 1,
  mean: (d) => expectation(d, (value) => value),
  variance: (d) => {
    const mean = expectation(d, (value) => value);
    return expectation(d, (value) => (value - mean) ** 2);
  },
};
