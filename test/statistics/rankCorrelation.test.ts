import { describe, expect, test } from 'vitest';
import { normal, Streams } from '../../src/random/index.ts';
import { rankCorrelation } from '../../src/statistics/index.ts';
import { ranks } from '../../src/statistics/rankCorrelation.ts';

describe('the rank correlation', () => {
  test('is that of the textbook: 1 − 6 Σd² / n(n² − 1) without ties', () => {
    // IQ and hours of television, ten pairs: Σd² = 194, ρ = −29/165.
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours).estimate).toBeCloseTo(-29 / 165, 12);
  });

  test('shares the ranks of equal values, and ranks censored ones last', () => {
    expect([...ranks([3, 1, 3, Infinity, Infinity])]).toEqual([2.5, 1, 2.5, 4.5, 4.5]);
    expect(rankCorrelation([1, 2, 3, 4, 5], [1, 2, 3, Infinity, Infinity]).estimate).toBeGreaterThan(0.97);
  });

  test('is one where each rises with the other, whatever the curve', () => {
    const x = Array.from({ length: 50 }, (_, i) => i + 1);
    expect(
      rankCorrelation(
        x,
        x.map((value) => Math.exp(value)),
      ).estimate,
    ).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        x,
        x.map((value) => -(value ** 3)),
      ).estimate,
    ).toBeCloseTo(-1, 12);
  });

  test('is not available where a side does not vary, or for fewer than four pairs', () => {
    expect(rankCorrelation([1, 2, 3, 4], [7, 7, 7, 7]).estimate).toBeUndefined();
    expect(rankCorrelation([1, 2, 3], [1, 2, 3]).estimate).toBeUndefined();
  });

  test('has an interval that holds that of a normal pair with ρ = 0.6, (6/π) asin(0.3), in 95 % of 400 samples', () => {
    const streams = new Streams({ seed: 'ranks' });
    streams.begin(0);
    const [a, b] = ['a', 'b'].map((purpose) => streams.open('test', 'pair', purpose));
    const truth = (6 / Math.PI) * Math.asin(0.3);
    let held = 0;
    for (let sample = 0; sample < 400; sample++) {
      const x = Array.from({ length: 80 }, () => a!.draw(normal(0, 1)));
      const y = x.map((value) => 0.6 * value + 0.8 * b!.draw(normal(0, 1)));
      const { low, high } = rankCorrelation(x, y);
      if (low! <= truth && truth <= high!) held++;
    }
    expect(Math.abs(held / 400 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 400));
  });
});
