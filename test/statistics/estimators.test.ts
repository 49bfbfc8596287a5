import { assert, array, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import {
  bootstrap,
  crpsEnsemble,
  dkw,
  dkwBand,
  fixedLooks,
  meanInterval,
  pairedDifference,
  quantile7,
  quantileEstimate,
  quantileInterval,
  ratioOfMeans,
  shareOfMeans,
  wilksSampleSize,
  wilson,
} from '../../src/statistics/index.ts';

const nothing = { estimate: undefined, low: undefined, high: undefined };
const stream = new Streams({ seed: 'estimators' }).open('statistics', 'test', 'bootstrap');

describe('a proportion', () => {
  test('of no trials is not available, and of all or none has an end at 1 or 0', () => {
    expect(wilson(0, 0)).toEqual(nothing);
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(10, 10).high).toBe(1);
  });

  test('has an interval inside [0, 1] around the estimate', () => {
    assert(
      property(integer({ min: 1, max: 5000 }), double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { estimate, low, high } = wilson(Math.round(share * n), n) as {
          estimate: number;
          low: number;
          high: number;
        };
        expect(0 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('refuses counts that make no sense', () => {
    expect(() => wilson(3, 2)).toThrow('successes: 3, expected a whole number from 0 to 2');
    expect(() => wilson(0, -1)).toThrow('trials: -1');
    expect(() => wilson(1, 2, 1)).toThrow('confidence: 1');
  });
});

describe('a quantile with censored values', () => {
  const sorted = [...Array.from({ length: 70 }, (_, i) => i), ...Array.from({ length: 30 }, () => Infinity)];

  test('is available up to the share that finished, and its bounds one by one', () => {
    expect(quantileEstimate(sorted, 0.5)).toEqual({ estimate: 49.5, low: 39, high: 60, n: 100 });
    expect(quantileEstimate(sorted, 0.65)).toEqual({ estimate: 64.35, low: 55, high: undefined, n: 100 });
    expect(quantileEstimate(sorted, 0.75)).toEqual({ estimate: undefined, low: 65, high: undefined, n: 100 });
    expect(quantileEstimate(sorted, 0.9)).toMatchObject(nothing);
  });

  test('on the edge between the last finite and the first censored value is censored', () => {
    expect(quantile7([1, 2, Infinity, Infinity], 0.5)).toBe(Infinity);
    expect(quantile7([1, 2, Infinity], 0.5)).toBe(2);
    expect(quantile7([1, Infinity, Infinity], 0.75)).toBe(Infinity);
    expect(quantile7([], 0.5)).toBeUndefined();
  });

  test('has no bound where the sample is too small, and never the sample maximum instead', () => {
    expect(quantileInterval(5, 0.5)).toEqual({ lower: undefined, upper: undefined });
    expect(quantileInterval(367, 0.99).upper).toBeUndefined();
    expect(quantileInterval(368, 0.99).upper).toBe(368);
    expect(quantileInterval(0, 0.5)).toEqual({ lower: undefined, upper: undefined });
  });

  test('refuses a level that is not one', () => {
    expect(() => quantileInterval(10, 1)).toThrow('quantile level: 1');
    expect(() => quantileInterval(1.5, 0.5)).toThrow('sample size: 1.5');
    expect(() => quantile7([1], 1.5)).toThrow('quantile level: 1.5');
  });

  test('of type 7 rises in p and stays between the ends', () => {
    const values = array(double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    const level = double({ min: 0, max: 1, noNaN: true });
    assert(
      property(values, level, level, (list, a, b) => {
        const ordered = list.toSorted((x, y) => x - y);
        const low = quantile7(ordered, Math.min(a, b)) as number;
        const high = quantile7(ordered, Math.max(a, b)) as number;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(ordered[0] <= low && high <= ordered[ordered.length - 1]).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe('a mean', () => {
  test('has the t interval of a worked example', () => {
    // t(0.975; 4) = 2.776445105; values 1…5 have mean 3 and standard error √(2.5/5).
    const { estimate, low, high } = meanInterval([1, 2, 3, 4, 5]);
    expect(estimate).toBe(3);
    expect(low).toBeCloseTo(3 - 2.776445105 * Math.sqrt(0.5), 8);
    expect(high).toBeCloseTo(3 + 2.776445105 * Math.sqrt(0.5), 8);
  });

  test('of one value has no bounds; of none, or with a censored value, there is none', () => {
    expect(meanInterval([4])).toEqual({ estimate: 4, low: undefined, high: undefined, n: 1 });
    expect(meanInterval([])).toEqual(nothing);
    expect(meanInterval([1, Infinity])).toEqual(nothing);
  });
});

describe('a paired difference', () => {
  test('is first minus second, with the correlation of the pairs', () => {
    const difference = pairedDifference([5, 7, 9], [1, 2, 3]);
    expect(difference.estimate).toBe(5);
    expect(difference.correlation).toBeCloseTo(1, 12);
    expect((difference.low as number) < 5 && 5 < (difference.high as number)).toBe(true);
  });

  test('of equal samples is exactly zero', () => {
    expect(pairedDifference([1, 2, 4], [1, 2, 4])).toMatchObject({ estimate: 0, low: 0, high: 0 });
  });

  test('with a censored side is not available', () => {
    expect(pairedDifference([1, Infinity], [1, 2])).toEqual({ ...nothing, correlation: undefined });
    expect(() => pairedDifference([1], [])).toThrow('pairs: 1 with 0 values');
  });
});

describe('a bootstrap interval', () => {
  const values = Array.from({ length: 80 }, (_, i) => stream.normal(i, 60_000));
  const mean = (indices: Int32Array): number =>
    indices.reduce((sum, i) => sum + values[i], 0) / indices.length;

  test('is the same every time, and follows its stream', () => {
    const again = new Streams({ seed: 'estimators' }).open('statistics', 'test', 'bootstrap');
    const other = new Streams({ seed: 'other' }).open('statistics', 'test', 'bootstrap');
    const interval = bootstrap(80, mean, { stream, resamples: 500 });
    expect(bootstrap(80, mean, { stream: again, resamples: 500 })).toEqual(interval);
    expect(bootstrap(80, mean, { stream: other, resamples: 500 })).not.toEqual(interval);
  });

  test('of a mean is near its t interval, by either method', () => {
    const t = meanInterval(values) as { low: number; high: number };
    for (const method of ['bca', 'percentile'] as const) {
      const { low, high } = bootstrap(80, mean, { stream, method }) as { low: number; high: number };
      expect(Math.abs(low - t.low)).toBeLessThan(0.15 * (t.high - t.low));
      expect(Math.abs(high - t.high)).toBeLessThan(0.15 * (t.high - t.low));
    }
  });

  test('of a constant statistic is that constant', () => {
    expect(bootstrap(10, () => 3, { stream, resamples: 100 })).toEqual({ estimate: 3, low: 3, high: 3 });
  });

  test('leaves out what is censored and refuses what is not a number', () => {
    expect(bootstrap(10, () => Infinity, { stream, resamples: 100 })).toEqual(nothing);
    expect(() => bootstrap(10, () => NaN, { stream })).toThrow('bootstrap statistic: NaN');
    expect(() => bootstrap(10, () => 1, { stream, resamples: 0 })).toThrow('resamples: 0');
    expect(bootstrap(0, () => 1, { stream })).toEqual(nothing);
    expect(bootstrap(1, () => 1, { stream })).toEqual({ estimate: 1, low: undefined, high: undefined });
  });
});

describe('a ratio of means', () => {
  test('is not the mean of ratios', () => {
    expect(ratioOfMeans([1, 0], [1, 3]).estimate).toBe(0.25);
  });

  test('that is the same in every replication has no width', () => {
    const { estimate, low, high } = shareOfMeans([1, 2, 3], [2, 4, 6]);
    expect([estimate, low, high]).toEqual([0.5, 0.5, 0.5]);
  });

  test('is not available over a denominator of zero, and without bounds for one replication', () => {
    expect(ratioOfMeans([0, 0], [0, 0])).toEqual(nothing);
    expect(ratioOfMeans([1], [2])).toEqual({ estimate: 0.5, low: undefined, high: undefined });
    expect(() => ratioOfMeans([1], [])).toThrow('pairs: 1 with 0 values');
  });

  test('as a share stays inside [0, 1], and at an end has no bound on the other side', () => {
    const { low, high } = shareOfMeans([0, 0, 0, 1], [1, 1, 1, 1]) as { low: number; high: number };
    expect(low > 0 && high < 1).toBe(true);
    expect(shareOfMeans([0, 0], [1, 2])).toEqual({ estimate: 0, low: 0, high: undefined });
    expect(shareOfMeans([1, 2], [1, 2])).toEqual({ estimate: 1, low: undefined, high: 1 });
  });

  test('has the width that the bootstrap gives', () => {
    const y = Array.from({ length: 300 }, (_, i) => 1 + stream.uniform(i, 50_000));
    const x = y.map((value, i) => value * stream.uniform(i, 50_001) ** 2);
    const sum = (list: number[], indices: Int32Array): number =>
      indices.reduce((total, i) => total + list[i], 0);
    const resampled = bootstrap(300, (indices) => sum(x, indices) / sum(y, indices), { stream }) as {
      low: number;
      high: number;
    };
    for (const interval of [ratioOfMeans(x, y), shareOfMeans(x, y)] as { low: number; high: number }[]) {
      const width = resampled.high - resampled.low;
      expect(Math.abs(interval.high - interval.low - width)).toBeLessThan(0.1 * width);
      expect(Math.abs(interval.low - resampled.low)).toBeLessThan(0.1 * width);
    }
  });
});

test('the band around a whole cdf is Massart’s, cut to [0, 1]', () => {
  expect(dkw(1000)).toBeCloseTo(Math.sqrt(Math.log(40) / 2000), 15);
  expect(dkwBand(0, 1000)).toEqual({ estimate: 0, low: 0, high: dkw(1000) });
  expect(() => dkw(0)).toThrow('sample size: 0');
});

test('looks are fixed beforehand and end at the last size', () => {
  expect(fixedLooks(50, 200)).toEqual([50, 75, 113, 169, 200]);
  expect(fixedLooks(50, 50)).toEqual([50]);
  expect(fixedLooks(1, 4)).toEqual([1, 2, 3, 4]);
  expect(fixedLooks(100, 30)).toEqual([30]);
  expect(() => fixedLooks(10, 20, 1)).toThrow('growth of looks: 1');
});

test('a sample of Wilks’ size is the first that is large enough', () => {
  for (const p of [0.5, 0.9, 0.99, 0.999]) {
    const n = wilksSampleSize(p, 0.95);
    expect(1 - p ** n >= 0.95 && 1 - p ** (n - 1) < 0.95).toBe(true);
  }
});

test('a sharp forecast on the observation scores zero, and an empty one is refused', () => {
  expect(crpsEnsemble([3, 3, 3], 3)).toBe(0);
  expect(() => crpsEnsemble([], 1)).toThrow('ensemble size: 0');
  expect(() => crpsEnsemble([1], 1, { fair: true })).toThrow('ensemble size: 1, expected at least 2');
});
