import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import {
  batchMeans,
  bootstrap,
  correlation,
  crossedMean,
  effectiveSize,
  kimNelson,
  lag1Autocorrelation,
  meanInterval,
  meanOf,
  moments,
  pairedDifference,
  ratioOfMeans,
  quantile7,
  relativeHalfWidths,
  RunningMoments,
  shareOfMeans,
  sobolIndices,
  weightedCorrelation,
  weightedMean,
  weightedMoments,
  weightedQuantiles,
  weightedWelch,
  welchDifference,
} from '../../src/statistics/index.ts';

const stream = new Streams({ seed: 'size' }).open('test', 'size', 'bootstrap');
const NONE = { estimate: undefined, low: undefined, high: undefined };
const SAMPLE = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
const OTHER = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5, 2, 3, 5, 3];

describe('what has no unit does not depend on the size of the numbers', () => {
  // Powers of two round nothing, so that every digit is the same.
  test.each([2 ** 900, 2 ** 400, 2 ** -400, 2 ** -900])('times %d', (factor) => {
    const by = (values: number[]): number[] => values.map((value) => value * factor);
    const [a, b] = [by(SAMPLE), by(OTHER)];
    expect(correlation(a, OTHER)).toBe(correlation(SAMPLE, OTHER));
    expect(correlation(a, b)).toBe(correlation(SAMPLE, OTHER));
    expect(lag1Autocorrelation(a)).toBe(lag1Autocorrelation(SAMPLE));
    expect(relativeHalfWidths(a)).toEqual(relativeHalfWidths(SAMPLE));
    expect(ratioOfMeans(a, b).low).toBe(ratioOfMeans(SAMPLE, OTHER).low);
    expect(pairedDifference(a, b).correlation).toBe(pairedDifference(SAMPLE, OTHER).correlation);
    expect(sobolIndices(a, b, [b.toReversed()], { stream })).toEqual(
      sobolIndices(SAMPLE, OTHER, [OTHER.toReversed()], { stream }),
    );
    expect(moments(a).mean).toBe(moments(SAMPLE).mean * factor);
    expect(moments(a).sd).toBe(moments(SAMPLE).sd * factor);
    expect(meanInterval(a).low).toBe(meanInterval(SAMPLE).low! * factor);
    const crossed = crossedMean(SAMPLE, [4, 5, 6]);
    expect(crossedMean(a, by([4, 5, 6])).low! / factor).toBeCloseTo(crossed.low!, 13);
    const weights = SAMPLE.map((_, i) => 1 + (i % 3));
    for (const counted of [weights, by(weights)]) {
      expect(weightedCorrelation(a, OTHER, counted)).toBe(weightedCorrelation(SAMPLE, OTHER, weights));
      expect(weightedCorrelation(a, b, counted)).toBe(weightedCorrelation(SAMPLE, OTHER, weights));
      expect(weightedMoments(a, counted)!.mean).toBe(weightedMoments(SAMPLE, weights)!.mean * factor);
      expect(weightedMean(SAMPLE, counted)).toEqual(weightedMean(SAMPLE, weights));
      expect(weightedQuantiles(SAMPLE, counted, [0.1, 0.5])).toEqual(
        weightedQuantiles(SAMPLE, weights, [0.1, 0.5]),
      );
      expect(effectiveSize(counted)).toBe(effectiveSize(weights));
      const [first, second] = [SAMPLE, OTHER].map((values) => ({ values, weights }));
      const large = weightedWelch({ values: a, weights: counted }, { values: b, weights: counted });
      expect(large.low).toBe(weightedWelch(first!, second!).low! * factor);
    }
    expect(welchDifference(a, b).high).toBe(welchDifference(SAMPLE, OTHER).high! * factor);
    expect(batchMeans(a, { batches: 5 }).low).toBe(batchMeans(SAMPLE, { batches: 5 }).low! * factor);
    expect(kimNelson([a, b], { indifference: factor, first: 5 })).toEqual(
      kimNelson([SAMPLE, OTHER], { indifference: 1, first: 5 }),
    );
    const running = new RunningMoments();
    for (const value of a) running.add(value);
    expect(running.moments().mean / factor).toBeCloseTo(moments(SAMPLE).mean, 14);
    expect(running.moments().sd / factor).toBeCloseTo(moments(SAMPLE).sd, 14);
    const means = (values: number[]) =>
      bootstrap(values.length, (indices) => meanOf(Array.from(indices, (i) => values[i]!)), {
        stream,
        resamples: 200,
      });
    expect(means(a).low! / factor).toBeCloseTo(means(SAMPLE).low!, 12);
  });

  test('also where a sum or a difference of them is more than any double', () => {
    expect(correlation([1e200, 2e200, 3e200], [1, 2, 3])).toBeCloseTo(1, 15);
    expect(correlation([1e-200, 2e-200, 3e-200], [3, 2, 1])).toBeCloseTo(-1, 15);
    expect(correlation([-1.5e308, 0, 1.5e308], [1, 2, 3])).toBeCloseTo(1, 15);
    expect(correlation([5e-324, 1e-323, 1.5e-323], [1, 2, 3])).toBeCloseTo(1, 15);
    expect(weightedCorrelation([1e200, 2e200, 3e200], [1, 2, 3], [1, 1, 1])).toBeCloseTo(1, 14);
    expect(weightedCorrelation([1e-200, 2e-200, 3e-200], [3, 2, 1], [1, 1, 1])).toBeCloseTo(-1, 14);
    expect(batchMeans([1.5e308, 1.7e308, 1.6e308, 1.6e308], { batches: 2 }).estimate! / 1e308).toBeCloseTo(
      1.6,
    );
    expect(quantile7([-1.7e308, 1.7e308], 0.75)! / 1.7e308).toBeCloseTo(0.5, 14);
    expect(lag1Autocorrelation([1e200, 2e200, 3e200, 4e200])).toBeCloseTo(0.25, 14);
    expect(meanOf([1.7e308, 1.7e308, 1.1e308])).toBeCloseTo(1.5e308, -294);
    expect(moments([1e308, -1e308]).sd / 1e308).toBeCloseTo(Math.SQRT2, 14);
    expect(moments([1e-200, 3e-200]).sd / 1e-200).toBeCloseTo(Math.SQRT2, 14);
  });
});

describe('running moments', () => {
  const running = (values: readonly number[]): RunningMoments => {
    const found = new RunningMoments();
    for (const value of values) found.add(value);
    return found;
  };

  test('of large, small and growing values are those of the sample', () => {
    for (const values of [
      [1e200, 3e200],
      [1e-200, 3e-200],
      [1e-200, 1e-100, 1, 1e100, 1e200],
      [1e200, 1, 1e-200],
      [1e308, -1e308],
      [0, 0, 1e-300],
    ]) {
      const [found, expected] = [running(values).moments(), moments(values)];
      expect(found.count).toBe(values.length);
      expect(found.mean / expected.mean || 1).toBeCloseTo(1, 13);
      expect(found.sd / expected.sd).toBeCloseTo(1, 13);
    }
  });

  test('put together are those of all values, whatever the sizes of the parts', () => {
    const parts = [[1, 2, 5], [3e200, 1e200], [1e-200], []];
    for (const order of [parts, parts.toReversed()]) {
      const all = new RunningMoments();
      for (const part of order) all.merge(running(part));
      const expected = moments(order.flat());
      expect(all.moments().mean / expected.mean).toBeCloseTo(1, 13);
      expect(all.moments().sd / expected.sd).toBeCloseTo(1, 13);
    }
  });
});

describe('a denominator', () => {
  test('that is what rounding leaves makes no quotient', () => {
    expect(ratioOfMeans([1, 1, 1], [0.3 - 0.1 * 3, 1e-17, -1e-17])).toEqual(NONE);
    expect(ratioOfMeans([1, 1, 1, 1], [0.1, 0.2, -0.3, 1e-18])).toEqual(NONE);
    expect(ratioOfMeans([1, 1], [1, -1])).toEqual(NONE);
    expect(shareOfMeans([1, 1, 1], [0.1, 0.2, -0.3])).toEqual(NONE);
    expect(relativeHalfWidths([1, -1, 1e-17, 0])).toEqual([Infinity, Infinity, Infinity]);
    expect(relativeHalfWidths([0.1, 0.2, -0.3, 8])[1]).toBe(Infinity);
  });

  test('of both signs counts only where its mean is told from 0', () => {
    expect(ratioOfMeans([1, 1, 1, 1], [-1, 2, -2, 1.5])).toEqual(NONE);
    const told = ratioOfMeans([1, 2, 1, 2, 1, 2], [-0.1, 10, 9, 11, 10, 9]);
    expect(told.estimate).toBeCloseTo(9 / 48.9, 14);
    expect(told.low).toBeLessThan(told.estimate!);
  });

  test('of one sign counts, however small or rare', () => {
    expect(ratioOfMeans([2, 4, 6], [1e-17, 2e-17, 3e-17]).estimate).toBeCloseTo(2e17, -4);
    expect(ratioOfMeans([2, 4, 6], [-1, -2, -3]).estimate).toBe(-2);
    const rare = Array.from({ length: 1000 }, (_, i) => (i < 2 ? 1 : 0));
    expect(shareOfMeans(rare.with(0, 0), rare).estimate).toBe(0.5);
  });
});
