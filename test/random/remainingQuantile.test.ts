import { assert, constantFrom, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cdf,
  constant,
  exponential,
  gamma,
  gumbel,
  lognormal,
  lowModeHigh,
  median,
  normal,
  pert,
  quantile,
  remainingQuantile,
  remainingVariate,
  Streams,
  truncatedNormal,
  uniform,
  weibull,
  type Distribution,
} from '../../src/random/index.ts';

const DISTRIBUTIONS: Distribution[] = [
  exponential(10),
  gamma(2.5, 4),
  lognormal(20, 0.6),
  lowModeHigh(5, 10, 30, { min: 0 }),
  pert(2, 5, 12),
  uniform(0, 40),
];

describe('the remaining duration', () => {
  const anyOf = constantFrom(...DISTRIBUTIONS);
  const unit = double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  test('before anything can have finished is the plain quantile, bit for bit', () => {
    for (const distribution of DISTRIBUTIONS) {
      expect(remainingQuantile(distribution, -1, 0.37)).toBe(quantile(distribution, 0.37));
    }
  });

  test('is longer than what has elapsed, and has the conditional probability u', () => {
    assert(
      property(anyOf, unit, unit, (distribution, start, u) => {
        const elapsed = quantile(distribution, start * 0.98);
        const total = remainingQuantile(distribution, elapsed, u);
        const finished = cdf(distribution, elapsed);
        expect(total).toBeGreaterThanOrEqual(elapsed);
        expect((cdf(distribution, total) - finished) / (1 - finished)).toBeCloseTo(u, 5);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('rises in u', () => {
    assert(
      property(anyOf, unit, unit, unit, (distribution, start, a, b) => {
        const elapsed = quantile(distribution, start * 0.98);
        const low = remainingQuantile(distribution, elapsed, Math.min(a, b));
        expect(low).toBeLessThanOrEqual(
          remainingQuantile(distribution, elapsed, Math.max(a, b)) * (1 + 1e-12),
        );
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('of an exponential has no memory, however far in the tail', () => {
    for (const elapsed of [0, 1, 100, 5000]) {
      expect(remainingQuantile(exponential(10), elapsed, 0.25)).toBeCloseTo(elapsed - 10 * Math.log(0.75), 8);
    }
  });

  test('of a normal far in its tail is nearly exponential with rate equal to the hazard', () => {
    const elapsed = 30;
    const remainder = remainingQuantile({ kind: 'normal', mean: 0, sd: 1 }, elapsed, 0.5) - elapsed;
    // Mills' ratio: the hazard at z is z + 1/z − 2/z³ + …
    expect(remainder * (elapsed + 1 / elapsed)).toBeCloseTo(Math.log(2), 3);
  });

  // mpmath 1.3, 80 digits: the z with Q(z) = (1 − u) Q(elapsed).
  test.each([
    [40, 0.5, 40.01731412676465],
    [40, 0.9, 40.05748745803602],
    [100, 0.25, 100.00287649176595],
  ])(
    'of a normal at %d standard deviations, where its survival is no double, keeps its digits',
    (elapsed, u, z) => {
      expect(remainingQuantile(normal(0, 1), elapsed, u)).toBeCloseTo(z, 12);
      expect(remainingQuantile(normal(7, 2), 7 + 2 * elapsed, u)).toBeCloseTo(7 + 2 * z, 11);
      expect(remainingQuantile(truncatedNormal(0, 1, { min: 0 }), elapsed, u)).toBeCloseTo(z, 12);
      expect(Math.log(remainingQuantile(lognormal(1, 0.1), Math.exp(0.1 * elapsed), u))).toBeCloseTo(
        0.1 * z,
        12,
      );
      const { mode, sdHigh } = lowModeHigh(1, 2, 3) as Extract<Distribution, { kind: 'lowModeHigh' }>;
      expect(remainingQuantile(lowModeHigh(1, 2, 3), mode + sdHigh * elapsed, u)).toBeCloseTo(
        mode + sdHigh * z,
        11,
      );
    },
  );

  test('far out in other tails is that of their hazard, and a bound still holds', () => {
    expect(remainingQuantile(exponential(10), 1e6, 0.25)).toBeCloseTo(1e6 - 10 * Math.log(0.75), 8);
    expect(remainingQuantile(gumbel(3, 2), 1e5, 0.25)).toBeCloseTo(1e5 - 2 * Math.log(0.75), 8);
    expect(remainingQuantile(weibull(2, 5), 1e3, 0.25)).toBeCloseTo(
      5 * Math.sqrt(200 ** 2 - Math.log(0.75)),
      8,
    );
    for (const u of [1e-9, 0.5, 1 - 1e-9]) {
      for (const one of [lowModeHigh(1, 2, 3, { max: 50 }), truncatedNormal(2, 0.5, { max: 50 })]) {
        const total = remainingQuantile(one, 49.99, u);
        expect(total).toBeGreaterThanOrEqual(49.99);
        expect(total).toBeLessThanOrEqual(50);
      }
    }
    expect(() => remainingQuantile(truncatedNormal(2, 0.5, { max: 50 }), 50, 0.5)).toThrow('elapsed: 50');
  });

  test('drawn from a table is within 1e-6 of the exact one, and has its bounds', () => {
    for (const one of [gamma(2.5, 4), pert(2, 5, 12)]) {
      for (const elapsed of [0, 3, 8, 11.9]) {
        for (const u of [0.01, 0.5, 0.99]) {
          const exact = remainingQuantile(one, elapsed, u);
          expect(Math.abs(remainingVariate(one, elapsed, u) / exact - 1)).toBeLessThan(1e-6);
        }
      }
    }
  });

  test('where it must have finished is refused, and a stream names itself', () => {
    expect(() => remainingQuantile(constant(50), 60, 0.5)).toThrow(
      /elapsed: 60, expected less than the longest/,
    );
    expect(() => remainingQuantile(lowModeHigh(1, 2, 3, { max: 4 }), 4, 0.5)).toThrow(/elapsed: 4/);
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    expect(() => stream.drawRemaining(uniform(0, 10), 10)).toThrow(/power\/site-1\/lead: elapsed: 10/);
  });

  test('drawn before the start is the draw at the same address', () => {
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    const lead = lognormal(20, 0.5);
    expect(stream.drawRemaining(lead, 0, 3, 1)).toBe(stream.draw(lead, 3, 1));
    expect(new Streams({ seed: 's', atPlan: ['power'] }).open('power', 'a', 'b').drawRemaining(lead, 0)).toBe(
      median(lead),
    );
  });
});
