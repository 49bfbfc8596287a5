import { describe, expect, test } from 'vitest';
import { exactShares } from '../../src/random/exactShare.ts';
import {
  binomial,
  discrete,
  geometric,
  median,
  negativeBinomial,
  quantile,
  upperQuantile,
} from '../../src/random/index.ts';

describe('the smallest x with F(x) ≥ u', () => {
  test('of equal weights is decided in exact arithmetic, at every share k / n', () => {
    for (let n = 2; n <= 60; n++) {
      for (const weight of [1, 0.1, 3, 1 / 3]) {
        const one = discrete(
          Array.from({ length: n }, (_, i) => i + 1),
          Array.from({ length: n }, () => weight),
        );
        for (let k = 1; k < n; k++) {
          const u = k / n;
          // ⌈u·n⌉, with u as the whole number of 2⁻⁶⁰ that it is.
          const expected = Number((BigInt(u * 2 ** 60) * BigInt(n) + (1n << 60n) - 1n) >> 60n);
          expect(quantile(one, u)).toBe(expected);
        }
      }
    }
  });

  test('of 12 equal weights has the sixth as its median, of weights 3, 29, 18, 50 the third', () => {
    const twelve = discrete(
      Array.from({ length: 12 }, (_, i) => i + 1),
      Array.from({ length: 12 }, () => 1),
    );
    expect([median(twelve), upperQuantile(twelve, 0.5)]).toEqual([6, 6]);
    const four = discrete([1, 2, 3, 4], [3, 29, 18, 50]);
    expect([median(four), upperQuantile(four, 0.5)]).toEqual([3, 3]);
    expect([0.03, 0.319, 0.5, 1 - 1e-16].map((u) => quantile(four, u))).toEqual([1, 2, 3, 4]);
  });

  test('of a coin is 0, and of any odd number of coins the lower middle', () => {
    for (const n of [1, 3, 5, 7, 9, 51, 1001, 99_999, 1_000_001])
      expect(median(binomial(n, 0.5))).toBe((n - 1) / 2);
  });

  test('of coins is k at every F(k), which is a whole number of 2⁻ⁿ', () => {
    for (const n of [2, 4, 6, 10, 20, 30]) {
      let ways = 1;
      let sum = 0;
      for (let k = 0; k < n; k++) {
        sum += ways;
        ways = (ways * (n - k)) / (k + 1);
        expect(quantile(binomial(n, 0.5), sum / 2 ** n)).toBe(k);
      }
    }
  });

  test('of trials up to the first success is k at 1 − 2⁻ᵏ', () => {
    for (let k = 1; k < 52; k++) {
      expect(quantile(geometric(0.5), 1 - 2 ** -k)).toBe(k);
      expect(upperQuantile(geometric(0.5), 2 ** -k)).toBe(k);
    }
  });

  test('of failures before r successes is k at F(k)', () => {
    for (const r of [1, 2, 3, 5]) {
      let sum = 0;
      let ways = 1;
      for (let k = 0; k < 30; k++) {
        sum += ways * 2 ** -(r + k);
        ways = (ways * (r + k)) / (k + 1);
        expect(quantile(negativeBinomial(r, 0.5), sum)).toBe(k);
      }
    }
  });

  test('shares are the nearest doubles on their side', () => {
    expect(exactShares([1, 1, 1])).toEqual({
      upTo: [0.3333333333333333, 0.6666666666666666, 1],
      behind: [0.6666666666666667, 0.33333333333333337, 0],
    });
    expect(exactShares([1, 3])).toEqual({ upTo: [0.25, 1], behind: [0.75, 0] });
  });
});
