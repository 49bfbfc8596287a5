import { describe, expect, test } from 'vitest';
import {
  beta,
  chiSquared,
  gamma,
  quantile,
  Streams,
  studentT,
  upperQuantile,
  variate,
} from '../../src/random/index.ts';

// scipy 1.17: gamma.ppf, beta.ppf, t.ppf, chi2.ppf.
describe('a quantile on its own is exact', () => {
  test.each([
    ['gamma(0.5, 2) at 0.025', gamma(0.5, 2), 0.025, 0.0009820691171752557],
    ['chi-squared of 1 at 0.025', chiSquared(1), 0.025, 0.0009820691171752557],
    ['chi-squared of 7 at 0.5', chiSquared(7), 0.5, 6.345811195521515],
    ['chi-squared of 7 at 0.7', chiSquared(7), 0.7, 8.383430828608386],
    ['gamma(0.05, 2) at 0.975', gamma(0.05, 2), 0.975, 1.1343475235077165],
    ['beta(0.1, 2) at 0.5', beta(0.1, 2), 0.5, 0.00037663605755179576],
    ['beta(0.1, 2) at 0.9', beta(0.1, 2), 0.9, 0.15491584100456135],
    ['t of 1 at 1e-9', studentT(1), 1e-9, -318309886.1837907],
  ])('%s', (_, d, u, expected) => {
    expect(Math.abs(quantile(d, u) / expected - 1)).toBeLessThan(1e-12);
  });

  test('also where the value is among the smallest or largest of doubles', () => {
    // Cauchy: t = −cot(πu). Beta and gamma by their leading powers: far below what a double can be, so 0, and so 1 at the other end.
    expect(quantile(studentT(1), 1e-300) / -3.1830988618379066e299).toBeCloseTo(1, 12);
    expect(upperQuantile(studentT(1), 1e-300)).toBe(-quantile(studentT(1), 1e-300));
    expect(quantile(studentT(2), 0.5)).toBeCloseTo(0, 15);
    expect([quantile(beta(0.5, 0.5), 1e-200), upperQuantile(beta(0.5, 0.5), 1e-200)]).toEqual([0, 1]);
    expect(quantile(beta(0.5, 0.5, 2, 4), 1e-200)).toBe(2);
    expect(quantile(gamma(0.02, 1), 1e-9)).toBe(0);
    expect(Math.abs(quantile(gamma(0.5, 1), 1e-150) / 7.853981633974484e-301 - 1)).toBeLessThan(1e-12);
  });

  test('a draw takes the quicker one, within 1e-6 of it', () => {
    const d = gamma(0.5, 2);
    const stream = new Streams({ seed: 'table' }).open('a', 'b', 'c');
    const u = stream.uniform(3);
    expect(stream.draw(d, 3)).toBe(variate(d, u));
    expect(Math.abs(variate(d, u) / quantile(d, u) - 1)).toBeLessThan(1e-6);
  });
});
