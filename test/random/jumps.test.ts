import { describe, expect, test } from 'vitest';
import { exact, exactShares } from '../../src/random/exactShare.ts';
import {
  binomial,
  cdf,
  discrete,
  geometric,
  median,
  negativeBinomial,
  poisson,
  quantile,
  survival,
  upperQuantile,
} from '../../src/random/index.ts';

/** The double behind a positive one. */
function after(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

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

  test('of trials up to the first success is as exact where a logarithm rounds to the other side', () => {
    for (const p of [0.25, 0.5, 0.75, 0.875, 0.0625]) {
      for (let k = 1; k <= 12; k++) {
        const left = (1 - p) ** k;
        expect(quantile(geometric(p), 1 - left)).toBe(k);
        expect(upperQuantile(geometric(p), left)).toBe(k);
        expect(upperQuantile(geometric(p), left * (1 - 2 ** -52))).toBe(k + 1);
        expect(upperQuantile(geometric(p), after(left))).toBe(k);
        expect(survival(geometric(p), k)).toBe(left);
      }
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

  test('goes on to the next number at the double behind a jump, where probabilities are whole numbers of 2⁻⁵²', () => {
    expect(quantile(binomial(1, 0.5), after(0.5))).toBe(1);
    for (let k = 1; k < 50; k++) expect(quantile(geometric(0.5), after(1 - 2 ** -k))).toBe(k + 1);
    for (const [n, p] of [
      [20, 0.5],
      [10, 0.375],
      [3, 0.0625],
    ] as const) {
      for (let k = 0; k < n - 1; k++) {
        const one = binomial(n, p);
        expect(quantile(one, after(cdf(one, k)))).toBe(k + 1);
      }
    }
    for (let k = 0; k < 20; k++) {
      const one = negativeBinomial(3, 0.25);
      expect(quantile(one, after(cdf(one, k)))).toBe(k + 1);
    }
  });

  test('leads back from P(X ≤ k) and P(X > k) to k, for every kind of distribution with jumps', () => {
    const tenths = discrete(
      Array.from({ length: 10 }, (_, i) => i),
      Array.from({ length: 10 }, () => 0.1),
    );
    for (const one of [
      tenths,
      ...[0.1, 0.25, 0.5, 0.9].flatMap((p) => [
        binomial(20, p),
        binomial(400, p),
        geometric(p),
        negativeBinomial(1, p),
        negativeBinomial(2.5, p),
      ]),
      poisson(0.1),
      poisson(3.7),
      poisson(100),
    ]) {
      for (let k = 0; k < 200; k++) {
        const [lower, upper] = [cdf(one, k), survival(one, k)];
        // Where doubles tell the number from its neighbours.
        if (lower - cdf(one, k - 1) > 1e-12 && lower < 1) expect(quantile(one, lower)).toBe(k);
        if (upper < survival(one, k - 1) * (1 - 1e-9) && upper > 0) expect(upperQuantile(one, upper)).toBe(k);
      }
    }
  });

  test('is found however far in the upper tail, also of a distribution that leans to the left', () => {
    // mpmath 1.3, sums of the probabilities with 60 digits.
    const one = binomial(400, 0.9);
    expect(upperQuantile(one, 1e-18)).toBe(399);
    expect(upperQuantile(one, 1e-200)).toBe(400);
    expect(quantile(one, 1e-200)).toBe(106);
  });

  test('of very many coins is the lower middle: by symmetry, which sums of rounded numbers lose', () => {
    expect(median(binomial(999_999_999, 0.5))).toBe(499_999_999);
    expect(cdf(binomial(999_999_999, 0.5), 499_999_999)).toBe(0.5);
  });

  test('shares are the nearest doubles on their side', () => {
    expect(exactShares([1, 1, 1].map(exact))).toEqual({
      upTo: [0.3333333333333333, 0.6666666666666666, 1],
      behind: [0.6666666666666667, 0.33333333333333337, 0],
    });
    expect(exactShares([Number.MAX_VALUE, 5e-324].map(exact))).toEqual({
      upTo: [1 - 2 ** -53, 1],
      behind: [5e-324, 0],
    });
    expect(exactShares([1, 3].map(exact))).toEqual({ upTo: [0.25, 1], behind: [0.75, 0] });
  });
});

describe('numbers that come several times', () => {
  test('have the sum of their weights, without rounding', () => {
    // In binary 0.1 + 0.2 is less than the double that is their sum, and twice that sum is twice it.
    expect(median(discrete([1, 1, 2], [0.1, 0.2, 0.1 + 0.2]))).toBe(2);
    expect(median(discrete([1, 2], [0.1 + 0.2, 0.1 + 0.2]))).toBe(1);
  });

  test.each([[[1, 2 ** 53, 1]], [[2 ** 53, 1, 1]], [[1, 1, 2 ** 53]]])(
    'are the same distribution in the order %o',
    (weights) => {
      const d = discrete([1, 1, 1, 2], [...weights, 2 ** 53 + 2]);
      expect([cdf(d, 1), survival(d, 1), median(d)]).toEqual([0.5, 0.5, 1]);
      expect(d).toEqual(discrete([1, 2], [1, 1]));
    },
  );

  test('may have weights from end to end of the doubles', () => {
    const d = discrete([1, 1, 2, 3], [Number.MAX_VALUE, Number.MAX_VALUE, 5e-324, Number.MAX_VALUE]);
    expect([quantile(d, 0.5), quantile(d, 2 / 3), upperQuantile(d, 0.3)]).toEqual([1, 1, 3]);
    expect(cdf(d, 1)).toBeCloseTo(2 / 3, 15);
    expect(() => discrete([1, 2], [0, 0])).toThrow('sum of discrete weights: 0, expected a number above 0');
  });
});
