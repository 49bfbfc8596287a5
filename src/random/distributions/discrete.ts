import { exact, exactShares } from '../exactShare.ts';
import { requireFinite, requireList, requireNumber } from '../requirement.ts';
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
 * u in exact arithmetic of the weights, those of a number that comes twice added up: with ten equal weights the median
 * is the fifth.
 *
 * @example discrete([24, 36, 60], [1, 2, 1])
 */
export function discrete(values: readonly number[], weights: readonly number[]): Discrete | Constant {
  requireList('discrete values', values, 'numbers');
  requireList('discrete weights', weights, 'numbers');
  return weighted('discrete', values, weights);
}

/** The same under the name by which the caller knows it. */
export function weighted(
  name: string,
  values: readonly number[],
  weights: readonly number[],
): Discrete | Constant {
  if (values.length === 0 || values.length !== weights.length) {
    throw new RangeError(
      `${name} values: ${values.length} with ${weights.length} weights, expected as many of both`,
    );
  }
  values.forEach((value, i) => {
    requireFinite(`${name} value`, value);
    requireNumber(`${name} weight`, weights[i], weights[i] >= 0, 'at least 0');
  });
  const groups = groupedByValue(values, weights);
  if (groups.length === 0) throw new RangeError(`sum of ${name} weights: 0, expected a number above 0`);
  if (groups.length === 1) return constant(groups[0].value);
  const shrink = weights.reduce((sum, weight) => sum + weight, 0) === Infinity ? SHRINK : 1;
  const sums = groups.map((group) => group.weights.reduce((sum, weight) => sum + weight * shrink, 0));
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  return {
    kind: 'discrete',
    values: groups.map(({ value }) => value),
    probabilities: sums.map((sum) => sum / total),
    ...exactShares(groups.map((group) => group.weights.reduce((sum, weight) => sum + exact(weight), 0n))),
  };
}

interface Group {
  readonly value: number;
  readonly weights: readonly number[];
}

/** Values that have weight, rising, each with its weights, rising too: sums of them do not depend on their order. */
function groupedByValue(values: readonly number[], weights: readonly number[]): Group[] {
  const weightsOf = new Map<number, number[]>();
  values.forEach((value, i) => {
    if (weights[i] === 0) return;
    const found = weightsOf.get(value);
    if (found === undefined) weightsOf.set(value, [weights[i]]);
    else found.push(weights[i]);
  });
  return [...weightsOf]
    .map(([value, of]) => ({ value, weights: of.sort((a, b) => a - b) }))
    .sort((a, b) => a.value - b.value);
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
