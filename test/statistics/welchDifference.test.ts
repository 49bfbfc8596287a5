import { describe, expect, test } from 'vitest';
import { normal, Streams } from '../../src/random/index.ts';
import { welchDifference } from '../../src/statistics/index.ts';

describe("Welch's interval of a difference of two means", () => {
  test('of samples that are small enough to work out by hand', () => {
    // Means 2 and 5, variances 1 and 4, parts 1/3 and 4/3: t of 2.94 degrees of freedom, 3.2190, times √(5/3).
    const { estimate, low, high } = welchDifference([1, 2, 3], [3, 5, 7]);
    expect(estimate).toBe(-3);
    expect(low! + high!).toBeCloseTo(-6, 12);
    expect((high! - low!) / 2 / Math.sqrt(5 / 3)).toBeCloseTo(3.22, 1);
  });

  test('covers the true difference as often as it says, with unequal sizes and variances', () => {
    const stream = new Streams({ seed: 'welch' }).open('test', 'welch', 'samples');
    let covered = 0;
    const tries = 2000;
    for (let round = 0; round < tries; round++) {
      const draw = (count: number, sd: number): number[] =>
        Array.from({ length: count }, () => stream.draw(normal(0, sd)));
      const { low, high } = welchDifference(draw(8, 3), draw(40, 1));
      if (low! <= 0 && high! >= 0) covered++;
    }
    expect(Math.abs(covered / tries - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / tries));
  });

  test('has no bounds for one value, nothing for none, and no width where nothing varies', () => {
    expect(welchDifference([1], [0, 2])).toMatchObject({ estimate: 0, low: undefined });
    expect(welchDifference([], [0, 2]).estimate).toBeUndefined();
    expect(welchDifference([3, 3], [1, 1])).toMatchObject({ estimate: 2, low: 2, high: 2 });
    expect(() => welchDifference([1, 2], [3, 4], 1)).toThrow('confidence: 1');
  });
});
