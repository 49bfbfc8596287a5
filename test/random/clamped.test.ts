import { describe, expect, test } from 'vitest';
import {
  cdf,
  clamped,
  constant,
  exponential,
  lognormal,
  mean,
  quantile,
  survival,
  upperQuantile,
  variance,
  type Distribution,
} from '../../src/random/index.ts';

type Endless = Extract<Distribution, { kind: 'lognormal' | 'exponential' }>;

const CASES: readonly [string, Endless, { min: number; max: number }][] = [
  ['an exponential, below and above', exponential(2.5), { min: 0.1, max: 4 }],
  ['an exponential, above alone', exponential(2.5), { min: 0, max: 3 }],
  ['a lognormal, below and above', lognormal(3, 0.8) as Endless, { min: 2, max: 9 }],
  ['a lognormal, above alone', lognormal(3, 0.8) as Endless, { min: 0, max: 5 }],
  ['a lognormal far below its bounds', lognormal(0.01, 0.5) as Endless, { min: 2, max: 9 }],
];

/** Moments by the midpoint rule over the ranks: a second way to the same numbers. */
function byRanks(of: Endless, { min, max }: { min: number; max: number }): [number, number] {
  const STEPS = 400_000;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < STEPS; i++) {
    const value = Math.min(max, Math.max(min, quantile(of, (i + 0.5) / STEPS)));
    sum += value;
    squares += value * value;
  }
  return [sum / STEPS, squares / STEPS - (sum / STEPS) ** 2];
}

describe.each(CASES)('%s', (_, of, bounds) => {
  const held = clamped(of, bounds);

  test('has the moments of its values with those outside moved onto the bounds', () => {
    const [expectedMean, expectedVariance] = byRanks(of, bounds);
    expect(mean(held)).toBeCloseTo(expectedMean, 5);
    expect(variance(held)).toBeCloseTo(expectedVariance, 4);
  });

  test('is the same as without bounds between them, and never outside', () => {
    for (const u of [1e-9, 0.05, 0.3, 0.5, 0.7, 0.95, 1 - 1e-9]) {
      const free = quantile(of, u);
      expect(quantile(held, u)).toBe(Math.min(bounds.max, Math.max(bounds.min, free)));
      expect(upperQuantile(held, u)).toBe(Math.min(bounds.max, Math.max(bounds.min, upperQuantile(of, u))));
    }
    const middle = (bounds.min + bounds.max) / 2;
    expect([cdf(held, middle), survival(held, middle)]).toEqual([cdf(of, middle), survival(of, middle)]);
    expect([cdf(held, bounds.min - 0.01), survival(held, bounds.min - 0.01)]).toEqual([0, 1]);
    expect([cdf(held, bounds.max), survival(held, bounds.max)]).toEqual([1, 0]);
  });
});

test('bounds that leave it as it is are left away, and those that fall are refused', () => {
  expect(clamped(exponential(2), {})).toEqual(exponential(2));
  expect(clamped(constant(2), { min: 1, max: 3 })).toEqual(constant(2));
  expect(() => clamped(constant(4), { min: 1, max: 3 })).toThrow(
    'constant: 4, expected a number from 1 to 3',
  );
  expect(() => clamped(exponential(2), { min: 3, max: 2 })).toThrow(
    'clamped max: 2, expected at least the min 3',
  );
});

test('is a plain value', () => {
  const held: Distribution = clamped(exponential(2), { min: 1, max: 2 });
  expect(structuredClone(held)).toEqual(held);
});
