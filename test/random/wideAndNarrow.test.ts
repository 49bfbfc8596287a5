import { describe, expect, test } from 'vitest';
import {
  beta,
  cdf,
  chiSquared,
  erlang,
  fromInterval80,
  lognormalFromLogMean,
  lognormalFromMean,
  lowModeHigh,
  mean,
  median,
  mixture,
  pert,
  quantile,
  survival,
  triangular,
  uniform,
  upperQuantile,
} from '../../src/random/index.ts';

describe('a range wider than any double', () => {
  const reason = 'expected less than 1.7976931348623157e+308 above the';
  test.each([
    ['uniform max: 1.7e+308', 'minimum -1.7e+308', () => uniform(-1.7e308, 1.7e308)],
    ['triangular max: 1e+308', 'minimum -1e+308', () => triangular(-1e308, 0, 1e308)],
    ['beta max: 1e+308', 'minimum -1e+308', () => beta(2, 2, -1e308, 1e308)],
    ['pert max: 1e+308', 'minimum -1e+308', () => pert(-1e308, 0, 1e308)],
    ['high: 1e+308', 'low value -1e+308', () => lowModeHigh(-1e308, 0, 1e308)],
  ])('is refused by its own name: %s', (named, from, make) => {
    expect(make).toThrow(`${named}, ${reason} ${from}`);
  });
});

describe('a triangle', () => {
  test.each([2 ** 900, 2 ** 665, 1, 2 ** -665, 2 ** -900])('times %d is the same triangle', (size) => {
    const [one, other] = [triangular(2, 5, 12), triangular(2 * size, 5 * size, 12 * size)];
    for (const u of [1e-300, 0.01, 0.3, 0.5, 0.99]) {
      expect(quantile(other, u) / size / quantile(one, u)).toBeCloseTo(1, 14);
      expect(upperQuantile(other, u) / size / upperQuantile(one, u)).toBeCloseTo(1, 14);
    }
    for (const x of [2, 3, 5, 7, 12]) {
      expect(cdf(other, x * size)).toBeCloseTo(cdf(one, x), 14);
      expect(survival(other, x * size)).toBeCloseTo(survival(one, x), 14);
    }
    expect(mean(other) / size).toBeCloseTo(mean(one), 13);
  });

  test('that is symmetric has its mode as the median and an eighth below half way to it', () => {
    for (const width of [1e200, 1e-200, 1e-310]) {
      const d = triangular(0, width, 2 * width);
      expect(median(d) / width).toBeCloseTo(1, 12);
      expect(cdf(d, width / 2)).toBeCloseTo(0.125, 10);
    }
  });

  test('lies inside its ends, however unlike its sides are', () => {
    const d = triangular(-1e-100, 0, 1e155);
    for (const u of [1e-300, 1e-17, 0.5, 1 - 2 ** -53]) {
      expect(quantile(d, u)).toBeGreaterThanOrEqual(-1e-100);
      expect(upperQuantile(d, u)).toBeLessThanOrEqual(1e155);
    }
  });
});

describe('a lognormal distribution', () => {
  test('of a mean and a deviation far from it has the median that follows from them', () => {
    // mean / √(1 + (sd / mean)²)
    expect(median(lognormalFromMean(1, 1e200)) / 1e-200).toBeCloseTo(1, 11);
    expect(mean(lognormalFromMean(1, 1e200))).toBeCloseTo(1, 11);
    expect(median(lognormalFromMean(1e200, 1)) / 1e200).toBeCloseTo(1, 11);
    expect(lognormalFromMean(1e-320, 1e308)).toMatchObject({ kind: 'lognormal' });
    expect(lognormalFromMean(1e300, 1e-300)).toEqual({ kind: 'constant', value: 1e300 });
  });

  test('from very unlike ends has both of them', () => {
    const d = fromInterval80(1e-300, 1e300);
    expect(median(d)).toBeCloseTo(1, 12);
    expect(quantile(d, 0.1) / 1e-300).toBeCloseTo(1, 10);
    expect(quantile(d, 0.9) / 1e300).toBeCloseTo(1, 10);
  });
});

test('a PERT as wide as doubles go has the mean of its formula', () => {
  expect(mean(pert(0, 1e308, 1.5e308)) / 1e308).toBeCloseTo((4 + 1.5) / 6, 12);
  expect(mean(uniform(1e308, 1.7e308)) / 1e308).toBeCloseTo(1.35, 12);
});

test('a mixture of parts from end to end of the doubles has its quantiles', () => {
  const d = mixture([
    { of: uniform(-1.7e308, -1.6e308), weight: 1 },
    { of: uniform(1.6e308, 1.7e308), weight: 1 },
  ]);
  expect(quantile(d, 0.25) / 1.65e308).toBeCloseTo(-1, 12);
  expect(quantile(d, 0.75) / 1.65e308).toBeCloseTo(1, 12);
});

test('what another constructor would refuse is refused by the name that the caller knows', () => {
  expect(() => erlang(1e9, 1)).toThrow(
    'erlang stages: 1000000000, expected a whole number from 1 to 100000000',
  );
  expect(() => erlang(3, 5e-324)).toThrow(
    'erlang mean: 5e-324, expected a number above 0 for each of 3 stages',
  );
  expect(() => chiSquared(0.01)).toThrow(
    'chi-squared degrees of freedom: 0.01, expected a number from 0.02 to 200000000',
  );
  expect(() => lognormalFromLogMean(1000, 0)).toThrow('lognormal mean of the logarithm: 1000, expected one');
});
