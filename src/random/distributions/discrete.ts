import { requireFinite, requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Discrete {
  readonly kind: 'discrete';
  /** Rising. */
  readonly values: readonly number[];
  /** Sum to 1. */
  readonly probabilities: readonly number[];
}

/**
 * One of some numbers, with probabilities in proportion to the weights.
 *
 * @example discrete([24, 36, 60], [1, 2, 1])
 */
export function discrete(values: readonly number[], weights: readonly number[]): Discrete | Constant {
  if (values.length === 0 || values.length !== weights.length) {
    throw new RangeError(
      `discrete values: ${values.length} with ${weights.length} weights, expected as many of both`,
    );
  }
  const weightOf = new Map<number, number>();
  values.forEach((value, i) => {
    requireFinite('discrete value', value);
    requireNumber('discrete weight', weights[i], weights[i] >= 0, 'at least 0');
    if (weights[i] > 0) weightOf.set(value, (weightOf.get(value) ?? 0) + weights[i]);
  });
  const pairs = [...weightOf].sort(([a], [b]) => a - b);
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  requireNumber('sum of discrete weights', total, total > 0, 'a number above 0');
  if (pairs.length === 1) return constant(pairs[0][0]);
  return {
    kind: 'discrete',
    values: pairs.map(([value]) => value),
    probabilities: pairs.map(([, weight]) => weight / total),
  };
}

function quantile({ values, probabilities }: Discrete, u: number): number {
  let sum = 0;
  for (let i = 0; i < values.length - 1; i++) {
    sum += probabilities[i];
    if (sum >= u) return values[i];
  }
  return values[values.length - 1];
}

function upperQuantile({ values, probabilities }: Discrete, q: number): number {
  let sum = 0;
  for (let i = values.length - 1; i > 0; i--) {
    sum += probabilities[i];
    if (sum > q) return values[i];
  }
  return values[0];
}

function expectation({ values, probabilities }: Discrete, of: (value: number) => number): number {
  return values.reduce((sum, value, i) => sum + probabilities[i] * of(value), 0);
}

export const discreteShape: Shape<Discrete> = {
  quantile,
  upperQuantile,
  cdf: (d, x) => 1 - expectation(d, (value) => (value > x ? 1 : 0)),
  survival: (d, x) => expectation(d, (value) => (value > x ? 1 : 0)),
  mean: (d) => expectation(d, (value) => value),
  variance: (d) => {
    const mean = expectation(d, (value) => value);
    return expectation(d, (value) => (value - mean) ** 2);
  },
};
