import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import {
  correlation,
  decide,
  elementaryEffects,
  isDust,
  lag1Autocorrelation,
  moments,
  pairedDifference,
  sobolIndices,
  weightedDifference,
} from '../../src/statistics/index.ts';

const stream = new Streams({ seed: 'dust' }).open('test', 'dust', 'bootstrap');
const constant = (value: number, count = 32): number[] => Array.from({ length: count }, () => value);
// What rounding leaves of one number: 0.3 and its neighbours.
const dust = Array.from({ length: 32 }, (_, i) => (i % 3 === 0 ? 0.3 : 0.1 + 0.2));

describe('what rounding leaves is no variation', () => {
  test.each([0.1, 0.5, 192.53, 1e-300, 1e300, -7.7])('a constant %d has no variance', (value) => {
    expect(moments(constant(value, 3))).toEqual({ count: 3, mean: value, variance: 0, sd: 0 });
  });

  test('constants have no correlation, with others or with themselves', () => {
    for (const value of [0.1, 0.3, 0.7, 1 / 3, 192.53]) {
      expect(correlation(constant(value), constant(value))).toBeUndefined();
      expect(lag1Autocorrelation(constant(value, 3))).toBeUndefined();
    }
    expect(correlation(dust, dust)).toBeUndefined();
    expect(lag1Autocorrelation(dust)).toBeUndefined();
    expect(pairedDifference(constant(0.1), constant(0.7)).correlation).toBeUndefined();
  });

  test('an output that is constant but for a rare joint event has no Sobol indices, and none beyond reason', () => {
    const [a, b] = [constant(192.53), constant(192.53)];
    const mixed = [constant(192.53), constant(192.53).with(7, 12)];
    for (const { first, total } of sobolIndices(a, b, mixed, { stream })) {
      expect(first.estimate).toBeUndefined();
      expect(total.estimate).toBeUndefined();
    }
    expect(
      sobolIndices(constant(0.1), constant(0.1), [constant(0.1)], { stream })[0]!.first.estimate,
    ).toBeUndefined();
    expect(sobolIndices(dust, dust, [dust], { stream })[0]!.total.estimate).toBeUndefined();
  });

  test('a rare event never makes an index of less than nothing or more than all, wherever it falls', () => {
    const places = new Streams({ seed: 'rare' }).open('test', 'rare', 'places');
    let available = 0;
    for (let round = 0; round < 200; round++) {
      const rare = (matrix: number): number[] =>
        Array.from({ length: 32 }, (_, row) =>
          places.uniform(row, 4 * round + matrix) < 0.03 ? 12 : 192.53,
        );
      for (const index of sobolIndices(rare(0), rare(1), [rare(2), rare(3)], { stream, resamples: 50 })) {
        for (const { estimate, low, high } of [index.first, index.total]) {
          if (estimate === undefined) continue;
          available++;
          for (const value of [low, estimate, high]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }
    }
    expect(available).toBeGreaterThan(100);
  });

  test('an index that lies outside its bounds with its whole interval is not available', () => {
    const [a, b] = [constant(192.53).with(3, 12), constant(192.53)];
    const often = constant(192.53).map((value, row) => (row % 4 === 0 ? 12 : value));
    const [{ total }] = sobolIndices(a, b, [often], { stream });
    expect(total).toEqual({ estimate: undefined, low: undefined, high: undefined });
  });

  test('pairs that differ by it do not differ', () => {
    const [first, second] = [constant(0.1 + 0.2), constant(0.3)];
    for (const found of [
      pairedDifference(first, second),
      pairedDifference(constant(0.2), constant(0.3 - 0.1)),
      weightedDifference(first, second, constant(2)),
    ])
      expect([found.estimate, found.low, found.high]).toEqual([0, 0, 0]);
    // Beside real differences nothing is changed, and an infinite one is none of dust.
    expect(pairedDifference([0.1 + 0.2, 2], [0.3, 1]).estimate).toBe((0.1 + 0.2 - 0.3 + 1) / 2);
    expect(pairedDifference([1e-20, 3e-20], [2e-20, 5e-20]).estimate! / 1e-20).toBeCloseTo(-1.5, 14);
    expect(() => pairedDifference([-Infinity], [1])).toThrow('value 1: -Infinity');
    expect([isDust(Infinity, Infinity), isDust(NaN, 1), isDust(1e-17, 1)]).toEqual([false, false, true]);
  });

  test('policies whose utilities differ by it are equally good, and the first of them is chosen', () => {
    const { policies, chosen, best, lead, perfectInformation } = decide([
      constant(0.3, 4),
      constant(0.1 + 0.2, 4),
      constant(0.1, 4),
    ]);
    expect([chosen, best, lead.estimate, perfectInformation.estimate]).toEqual([0, 0, 0, 0]);
    expect(policies.map((policy) => policy.best.estimate)).toEqual([0.5, 0.5, 0]);
    expect(policies.map(({ regret }) => regret.estimate)).toEqual([0, 0, 0.1 + 0.2 - 0.1]);
  });

  test('elementary effects that differ by it have no spread', () => {
    const { mean, spread } = elementaryEffects([0.1, 0.3 - 0.2, 0.1], stream);
    expect(spread).toBe(0);
    expect([mean.low, mean.high]).toEqual([0.1, 0.1]);
  });

  test('elementary effects of it, beside the responses that they are of, are 0', () => {
    const { mean, size, spread } = elementaryEffects([3e-14, -2e-14, 1e-14], stream, 200);
    expect([mean.estimate, size.estimate, size.high, spread]).toEqual([0, 0, 0, 0]);
    expect(elementaryEffects([3e-14, -2e-14], stream).spread).toBeGreaterThan(0);
    expect(elementaryEffects([0.1, Infinity, 0.1].slice(0, 1), stream).spread).toBeUndefined();
  });

  test('a real variation, however small beside the numbers, is kept', () => {
    const values = [1000, 1000 + 1e-9, 1000 + 2e-9];
    expect(correlation(values, values)).toBeCloseTo(1, 3);
  });
});
