import { assert, constantFrom, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cdf,
  constant,
  exponential,
  gamma,
  lognormal,
  lowModeHigh,
  median,
  pert,
  quantile,
  remainingQuantile,
  Streams,
  uniform,
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
