import { describe, expect, test } from 'vitest';
import {
  beta,
  binomial,
  cdf,
  clamped,
  constant,
  custom,
  discrete,
  exponential,
  gamma,
  geometric,
  gumbel,
  loglogistic,
  lognormal,
  lowModeHigh,
  mean,
  mixture,
  negativeBinomial,
  normal,
  pareto,
  poisson,
  quantile,
  studentT,
  survival,
  triangular,
  truncatedNormal,
  uniform,
  upperQuantile,
  variance,
  weibull,
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

// mpmath 1.3, 30 digits: the mass on the bounds and the integral of the density, or the sum, between them.
describe('of any kind, the moments with what is outside moved onto the bounds', () => {
  test.each<[string, Distribution, { min?: number; max?: number }, number, number]>([
    ['normal', normal(10, 2), { min: 11 }, 11.395593114802612, 0.682063127622103],
    ['normal', normal(10, 2), { max: 9 }, 8.604406885197388, 0.682063127622103],
    ['normal', normal(10, 2), { min: 8, max: 11 }, 9.77103782637276, 1.3499501552647568],
    ['gamma', gamma(2.5, 4), { min: 3, max: 20 }, 9.702857402231059, 27.263646365237346],
    ['weibull', weibull(1.5, 10), { min: 4, max: 12 }, 8.005352770540352, 10.507879894519258],
    ['gumbel', gumbel(10, 2), { min: 9 }, 11.315224561596132, 5.648451310036323],
    ['pareto', pareto(3, 2), { min: 2.5, max: 5 }, 2.98, 0.5696],
    ['pareto without a mean', pareto(1, 2), { min: 3, max: 9 }, 5.197224577336219, 5.988856692732356],
    ['loglogistic', loglogistic(4, 10), { min: 6, max: 15 }, 10.339209235942098, 9.802394038805142],
    ["Student's t", studentT(4), { min: -1, max: 2 }, 0.11016022147011562, 0.8500443654825811],
    ['Cauchy', studentT(1), { min: -1, max: 2 }, 0.19099943458792884, 1.15636696279063],
    ['beta', beta(2, 3), { min: 0.3, max: 0.6 }, 0.419802, 0.014395280796],
    ['triangular', triangular(2, 5, 12), { min: 3, max: 10 }, 6.306349206349206, 3.9910707986898464],
    ['triangular', triangular(2, 5, 12), { min: 6 }, 7.0285714285714285, 2.027755102040816],
    ['uniform', uniform(2, 5), { min: 3, max: 4.5 }, 3.625, 0.359375],
    [
      'truncated',
      truncatedNormal(10, 4, { min: 0 }),
      { min: 5, max: 12 },
      9.438724235593032,
      6.350008722393071,
    ],
    ['lognormal', lognormal(3, 0.8), { min: 2 }, 4.348551618738871, 14.115792250450744],
    ['narrow lognormal', lognormal(1e6, 1e-6), { max: 1e6 }, 999999.6010579696, 0.34084445849539047],
    ['binomial', binomial(3, 0.5), { min: 2 }, 2.125, 0.109375],
    ['binomial', binomial(20, 0.3), { min: 4.5, max: 7 }, 5.856865468912794, 1.0847582468540051],
    ['poisson', poisson(6), { min: 4, max: 9 }, 6.071743821467888, 3.22127243269914],
    ['geometric', geometric(0.2), { min: 2, max: 8 }, 4.3611392, 5.60894487822336],
    [
      'negative binomial',
      negativeBinomial(5, 0.4),
      { min: 3, max: 12.5 },
      7.2429610820468735,
      10.63255165878989,
    ],
    ['negative binomial', negativeBinomial(5, 0.4), { min: 3 }, 7.647456, 17.130816728064],
    ['discrete', discrete([1, 2, 5, 9], [1, 1, 1, 1]), { min: 2, max: 6 }, 3.75, 3.1875],
  ])('%s %#', (_, of, bounds, expectedMean, expectedVariance) => {
    const held = clamped(of, bounds);
    expect(Math.abs(mean(held) / expectedMean - 1)).toBeLessThan(1e-12);
    expect(Math.abs(variance(held) / expectedVariance - 1)).toBeLessThan(1e-9);
  });

  // A two-piece normal has its own bounds, a second way to the same numbers.
  test('low / mode / high is what it is with bounds of its own, and bounds within bounds are the nearer ones', () => {
    const [low, free] = [lowModeHigh(20, 50, 80, { min: 15, max: 90 }), lowModeHigh(20, 50, 80)];
    const held = clamped(free, { min: 15, max: 90 });
    expect(mean(held)).toBeCloseTo(mean(low), 11);
    expect(variance(held)).toBeCloseTo(variance(low), 9);
    const twice = clamped(low, { min: 40, max: 85 });
    expect(mean(twice)).toBeCloseTo(mean(clamped(free, { min: 40, max: 85 })), 11);
    expect(variance(twice)).toBeCloseTo(variance(clamped(clamped(free, { max: 85 }), { min: 40 })), 9);
    expect(variance(clamped(low, { min: 1, max: 89 }))).toBeCloseTo(
      variance(clamped(free, { min: 15, max: 89 })),
      9,
    );
    expect(clamped(clamped(normal(10, 2), { min: 5, max: 9 }), { min: 9.5, max: 11 })).toEqual(constant(9.5));
  });

  test('a mixture is that of its parts within the bounds', () => {
    const held = clamped(
      mixture([
        { of: normal(10, 2), weight: 1 },
        { of: constant(50), weight: 3 },
      ]),
      { min: 11, max: 20 },
    );
    const part = clamped(normal(10, 2), { min: 11, max: 20 });
    expect(mean(held)).toBeCloseTo(0.25 * mean(part) + 15, 12);
    expect([quantile(held, 0.1), quantile(held, 0.9)]).toEqual([11, 20]);
  });

  test('numbers keep their exact probabilities', () => {
    const held = clamped(discrete([1, 2, 3, 4], [1, 1, 1, 1]), { min: 2 });
    expect([0.5, 0.5 + 2 ** -53, 0.75, 0.76].map((u) => quantile(held, u))).toEqual([2, 3, 3, 4]);
    expect(clamped(discrete([1, 2], [1, 1]), { min: 3 })).toEqual(constant(3));
  });

  test('a tail without a mean or a variance has them with a bound only', () => {
    expect(mean(clamped(pareto(1, 2), { min: 3 }))).toBe(Infinity);
    expect(mean(clamped(studentT(1), { max: 2 }))).toBe(-Infinity);
    expect(variance(clamped(studentT(2), { max: 2 }))).toBe(Infinity);
    expect(variance(clamped(pareto(2, 2), { max: 20 }))).toBeGreaterThan(0);
    expect(mean(clamped(custom({ quantile: (u) => u }), { min: 0.5 }))).toBeCloseTo(5 / 8, 12);
  });

  test('quantiles and probabilities are those of the kind, held', () => {
    const held = clamped(normal(10, 2), { min: 11 });
    expect(quantile(held, 0.9)).toBe(quantile(normal(10, 2), 0.9));
    expect(quantile(held, 0.5)).toBe(11);
    expect([cdf(held, 10.999), cdf(held, 11)]).toEqual([0, cdf(normal(10, 2), 11)]);
    expect(quantile(clamped(binomial(3, 0.5), { min: 2 }), 0.5)).toBe(2);
    expect(quantile(clamped(normal(10, 2), { min: 0 }), 1e-9)).toBe(0);
  });
});

test('only a bound that is reached is kept', () => {
  expect(clamped(normal(10, 2), { min: 0 })).toEqual({
    kind: 'clamped',
    of: normal(10, 2),
    min: 0,
    max: null,
  });
  expect(clamped(normal(10, 2), { max: 11 })).toMatchObject({ min: null, max: 11 });
  expect(clamped(uniform(2, 5), { min: 2, max: 5 })).toEqual(uniform(2, 5));
  expect(clamped(binomial(3, 0.5), { min: 0, max: 3 })).toEqual(binomial(3, 0.5));
  expect(() => clamped(normal(10, 2), { min: NaN })).toThrow('clamped min: NaN, expected a number');
});
