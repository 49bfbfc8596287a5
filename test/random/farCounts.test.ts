import { describe, expect, test } from 'vitest';
import { incompleteBeta, logIncompleteBeta } from '../../src/random/incompleteBeta.ts';
import {
  binomial,
  cdf,
  clamped,
  gamma,
  geometric,
  mean,
  negativeBinomial,
  quantile,
  Streams,
  survival,
  upperQuantile,
  variance,
} from '../../src/random/index.ts';

describe('a geometric distribution', () => {
  test.each([1e-15, 1e-17, 1e-30, 1e-100])('of probability %d is exponential on its scale', (p) => {
    const d = geometric(p);
    for (const x of [0.01, 0.5, 1, 10, 50]) {
      expect(survival(d, x / p) / Math.exp(-x)).toBeCloseTo(1, 12);
      expect(cdf(d, x / p) / -Math.expm1(-x)).toBeCloseTo(1, 12);
    }
    for (const u of [1e-10, 0.5, 0.99]) expect((quantile(d, u) * p) / -Math.log1p(-u)).toBeCloseTo(1, 4);
    expect((upperQuantile(d, 1e-300) * p) / (300 * Math.LN10)).toBeCloseTo(1, 12);
    expect(variance(d) * p * p).toBeCloseTo(1, 12);
  });

  test('has each first trial with its own probability, where 1 − p rounds', () => {
    for (const p of [1e-15, 0.1, 0.3, 1e-17]) {
      expect([cdf(geometric(p), 1), survival(geometric(p), 1)]).toEqual([p, 1 - p]);
      expect(cdf(geometric(p), 2) / (2 * p - p * p)).toBeCloseTo(1, 13);
    }
  });
});

describe('counts above 2^53, where not every whole number is a double', () => {
  test('of failures before one success are those of a geometric distribution less 1', () => {
    for (const p of [1e-17, 1e-20, 1e-100])
      for (const u of [0.3, 0.5, 0.9])
        expect((quantile(negativeBinomial(1, p), u) * p) / -Math.log1p(-u)).toBeCloseTo(1, 11);
  });

  test.each([
    [2, 1e-17],
    [2, 1e-100],
    [3.3, 1e-60],
    [0.01, 1e-50],
    [1e8, 1e-100],
  ])('of failures before %d successes of probability %d are gamma distributed on their scale', (r, p) => {
    const [counts, scaled] = [negativeBinomial(r, p), gamma(r, 1)];
    for (const u of [0.3, 0.5, 0.9]) {
      if (quantile(scaled, u) * 1e-3 < p) continue;
      // A uniform so near to a jump is on it, by 5e-13 of it: of small shapes that is much of the value.
      expect((quantile(counts, u) * p) / quantile(scaled, u)).toBeCloseTo(1, 9);
    }
    expect((upperQuantile(counts, 1e-30) * p) / upperQuantile(scaled, 1e-30)).toBeCloseTo(1, 10);
  });

  test('can be drawn, and cut', () => {
    const stream = new Streams({ seed: 'far' }).open('test', 'far', 'counts');
    for (const d of [negativeBinomial(2, 1e-17), negativeBinomial(1, 1e-100), geometric(1e-100)])
      for (let i = 0; i < 50; i++) expect(stream.draw(d, i)).toBeGreaterThan(0);
    // E min(X, c) of an exponential variate with mean c.
    const cut = (1 - Math.exp(-1)) * 1e17;
    for (const d of [geometric(1e-17), negativeBinomial(1, 1e-17)])
      expect(mean(clamped(d, { max: 1e17 })) / cut).toBeCloseTo(1, 12);
  });

  test('with so small a probability that they are no doubles are refused', () => {
    expect(() => geometric(5e-324)).toThrow(
      'geometric probability: 5e-324, expected a number from 1e-100 to 1',
    );
    expect(() => negativeBinomial(1, 1e-101)).toThrow(
      'negative binomial probability: 1e-101, expected a number from 1e-100 to 1',
    );
  });
});

describe('the incomplete beta function with a parameter of 1', () => {
  test.each([4, 500, 1001, 2000, 1e5, 1e8])('and one of %d is 1 − (1 − x)^b', (b) => {
    for (const part of [0.01, 0.5, 1, 3]) {
      const x = part / b;
      const expected = -Math.expm1(b * Math.log1p(-x));
      expect(incompleteBeta(1, b, x) / expected).toBeCloseTo(1, 11);
      expect(logIncompleteBeta(1, b, x)).toBeCloseTo(Math.log(expected), 11);
      expect(incompleteBeta(b, 1, 1 - x, x) / (1 - expected)).toBeCloseTo(1, 11);
    }
  });

  test('gives the counts that come to it their probabilities', () => {
    expect(cdf(negativeBinomial(1, 1e-4), 5000)).toBeCloseTo(1 - (1 - 1e-4) ** 5001, 12);
    expect(quantile(negativeBinomial(1, 1e-4), 0.3)).toBe(Math.ceil(Math.log(0.7) / Math.log1p(-1e-4)) - 1);
    expect(cdf(binomial(2000, 0.9999), 1999)).toBeCloseTo(1 - 0.9999 ** 2000, 12);
  });
});
