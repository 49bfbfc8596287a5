import { describe, expect, test } from 'vitest';
import { exponential, normal, Streams } from '../../src/random/index.ts';
import {
  batchMeans,
  clopperPearson,
  meanInterval,
  quantileEstimate,
  wilson,
} from '../../src/statistics/index.ts';

function stream(purpose: string) {
  const streams = new Streams({ seed: 'batches' });
  streams.begin(0);
  return streams.open('test', purpose, 'value');
}

describe('batch means', () => {
  test('are those of the batches, the rest at the start left out', () => {
    const found = batchMeans([99, 1, 3, 5, 7], { batches: 2 });
    expect(found).toMatchObject({ estimate: 4, n: 2, batchSize: 2 });
    expect(found.standardError).toBeCloseTo(2, 12);
    // t(0.975; 1) = 12.7062
    expect(found.high! - found.estimate!).toBeCloseTo(2 * 12.706204736432, 9);
  });

  test('of independent values are as wide as the interval of their mean', () => {
    const draws = stream('independent');
    const values = Array.from({ length: 20_000 }, () => draws.draw(normal(10, 2)));
    const found = batchMeans(values, { batches: 25 });
    expect(found.standardError! / (2 / Math.sqrt(20_000))).toBeGreaterThan(0.6);
    expect(found.standardError! / (2 / Math.sqrt(20_000))).toBeLessThan(1.5);
    expect(Math.abs(found.lag1!)).toBeLessThan(4 / Math.sqrt(25));
  });

  test('hold the mean wait of M/M/1 at load 0.8, four services, in 95 % of 60 runs within 4 standard errors', () => {
    const [between, service] = [stream('between'), stream('service')];
    let held = 0;
    for (let run = 0; run < 60; run++) {
      const waits: number[] = [];
      let wait = 0;
      for (let i = 0; i < 40_000; i++) {
        waits.push(wait);
        wait = Math.max(0, wait + service.draw(exponential(1)) - between.draw(exponential(1.25)));
      }
      const { low, high } = batchMeans(waits, { batches: 20, warmUp: 5000 });
      if (low! <= 4 && 4 <= high!) held++;
    }
    expect(Math.abs(held / 60 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 60));
  });

  test('of too few values, or in less than two batches, are refused', () => {
    expect(() => batchMeans([1, 2, 3])).toThrow(
      'values: 3 less 0, expected at least one for each of 20 batches',
    );
    expect(() => batchMeans([1, 2, 3], { batches: 1 })).toThrow('batches: 1, expected a whole number from 2');
    expect(() => batchMeans([1, 2, 3], { batches: 2, warmUp: -1 })).toThrow('warm-up: -1 values');
  });
});

test('an estimate says of how many values it is, and its standard error where its interval rests on one', () => {
  expect(meanInterval([1, 2, 3, 4, 5])).toMatchObject({ n: 5, standardError: Math.sqrt(0.5) });
  expect(wilson(30, 100)).toMatchObject({ n: 100, standardError: Math.sqrt(0.0021) });
  expect(clopperPearson(30, 100).standardError).toBeCloseTo(Math.sqrt(0.0021), 15);
  expect(quantileEstimate([1, 2, 3], 0.5)).toMatchObject({ n: 3 });
  expect(quantileEstimate([1, 2, 3], 0.5)).not.toHaveProperty('standardError');
});
