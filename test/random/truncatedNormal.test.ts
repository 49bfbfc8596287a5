import { describe, expect, test } from 'vitest';
import {
  cdf,
  mean,
  median,
  normal,
  quantile,
  remainingQuantile,
  survival,
  truncatedNormal,
  upperQuantile,
  variance,
} from '../../src/random/index.ts';

describe('a normal distribution between ends', () => {
  test('that are close together is uniform', () => {
    const d = truncatedNormal(0, 1e8, { min: 10, max: 20 });
    expect(mean(d)).toBeCloseTo(15, 9);
    expect(variance(d)).toBeCloseTo(100 / 12, 9);
    expect(median(d)).toBeCloseTo(15, 9);
    for (const u of [1e-6, 0.1, 0.9]) expect(quantile(d, u)).toBeCloseTo(10 + 10 * u, 9);
    expect(cdf(d, 12.5)).toBeCloseTo(0.25, 12);
  });

  test('far out in a tail lies close to the near end: beyond min by 1 / min on average', () => {
    const d = truncatedNormal(0, 1, { min: 38.46 });
    // Median and mean by mpmath 1.3, 40 digits.
    expect(median(d)).toBeCloseTo(38.478006178626, 11);
    expect(mean(d)).toBeCloseTo(38.48596600207, 11);
    for (const min of [50, 1e3, 1e5]) {
      const far = truncatedNormal(0, 1, { min });
      expect((mean(far) - min) * min).toBeCloseTo(1, 2);
      expect(variance(far) * min * min).toBeCloseTo(1, 2);
      expect((median(far) - min) * min).toBeCloseTo(Math.LN2, 2);
    }
  });

  test('in the lower tail is the mirror of that in the upper', () => {
    const [low, high] = [truncatedNormal(0, 1, { max: -38.46 }), truncatedNormal(0, 1, { min: 38.46 })];
    expect([mean(low), median(low)]).toEqual([-mean(high), -median(high)]);
    expect(quantile(low, 1e-9)).toBeCloseTo(-upperQuantile(high, 1e-9), 12);
  });

  // scipy 1.17 (truncnorm).
  test.each([
    [truncatedNormal(10, 4, { min: 0 }), 10.070551301947667, 15.28950949431682, 10.031130959632753],
    [
      truncatedNormal(0, 1, { min: -1, max: 2 }),
      0.22963717909132902,
      0.5197625392115339,
      0.17116391801782482,
    ],
  ])(
    'has the published mean, variance and median (%#)',
    (d, expectedMean, expectedVariance, expectedMedian) => {
      expect(mean(d)).toBeCloseTo(expectedMean, 12);
      expect(variance(d)).toBeCloseTo(expectedVariance, 12);
      expect(median(d)).toBeCloseTo(expectedMedian, 12);
    },
  );

  test('has quantiles that its distribution function leads back, from end to end', () => {
    for (const [m, sd, min, max] of [
      [0, 1, -8, 8],
      [0, 1, 5, 5.001],
      [0, 1, -1e5, -1e5 + 1],
      [3, 100, 0, 1],
      [0, 1, 20, 1e4],
    ] as const) {
      const d = truncatedNormal(m, sd, { min, max });
      let before: number = min;
      for (const u of [1e-9, 0.01, 0.3, 0.5, 0.8, 0.999]) {
        const x = quantile(d, u);
        expect(x).toBeGreaterThanOrEqual(before);
        expect(x).toBeLessThanOrEqual(max);
        before = x;
        // As far as the digits of x let it be known.
        expect(Math.abs(cdf(d, x) - u)).toBeLessThan(1e-6);
        expect(cdf(d, x) + survival(d, x)).toBeCloseTo(1, 12);
      }
      expect(variance(d)).toBeGreaterThan(0);
    }
  });

  // mpmath 1.3, 60 digits.
  test.each([
    [{ max: 5 }, 1e-30, -11.464024713261992],
    [{ max: 5 }, 1e-300, -37.04709630709307],
    [{ min: -37.5, max: 2 }, 1e-300, -37.04771702112841],
  ])('%o has its quantile at %d, however far out', (ends, u, expected) => {
    expect(quantile(truncatedNormal(0, 1, ends), u) / expected).toBeCloseTo(1, 14);
  });

  test.each([
    [3, 1e-30, 12.02270692451053],
    [-2, 1e-30, 11.466016981949529],
    [38.46, 1e-100, 44.03882415294991],
  ])('above %d exceeds with so small a probability as %d what the tail says', (min, q, expected) => {
    const d = truncatedNormal(0, 1, { min });
    expect(upperQuantile(d, q) / expected).toBeCloseTo(1, 14);
    expect(-quantile(truncatedNormal(0, 1, { max: -min }), q)).toBe(upperQuantile(d, q));
  });

  test('so narrow that it is uniform keeps that near its end', () => {
    const d = truncatedNormal(0, 1, { min: 0, max: 1e-12 });
    for (const u of [1e-300, 1e-100, 1e-18, 1e-10]) expect(quantile(d, u) / u / 1e-12).toBeCloseTo(1, 10);
    const narrow = truncatedNormal(0, 1, { min: 0, max: 1e-100 });
    expect(mean(narrow) / 1e-100).toBeCloseTo(0.5, 14);
    expect((variance(narrow) / 1e-200) * 12).toBeCloseTo(1, 14);
  });

  test('rises in its probability across the place where the method changes', () => {
    for (const ends of [{ max: 5 }, { min: 3 }, { min: -20, max: 5 }, { min: 0, max: 1 }]) {
      const d = truncatedNormal(0, 1, ends);
      const values = [0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 10].map((part) => quantile(d, part * 1e-18));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  test('keeps the remainder beyond its far tail at any probability', () => {
    // Beyond 45 standard deviations the rest is exponential with mean 1/45.
    const rest = (u: number): number => remainingQuantile(normal(0, 1), 45, u) - 45;
    expect(rest(0.5)).toBeCloseTo(Math.LN2 / 45, 4);
    expect(rest(1e-30)).toBeLessThan(1e-13);
    expect(rest(1e-30)).toBeGreaterThanOrEqual(0);
  });

  test('without room between the ends, or beyond what doubles can tell, is refused', () => {
    expect(() => truncatedNormal(0, 1, { min: 2, max: 2 })).toThrow(
      'truncated normal max: 2, expected more than the min 2',
    );
    expect(() => truncatedNormal(0, 1, { min: 1e9 })).toThrow(
      'expected some within 1000000 standard deviations',
    );
  });
});
