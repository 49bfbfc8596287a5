import { describe, expect, test } from 'vitest';
import {
  correlation,
  lag1Autocorrelation,
  meanOf,
  moments,
  RunningMoments,
} from '../../src/statistics/index.ts';
import reference from '../fixtures/nist-strd.json' with { type: 'json' };

/** Number of correct digits; exact counts as 15. */
function logRelativeError(value: number, certified: number): number {
  return value === certified ? 15 : -Math.log10(Math.abs(value - certified) / Math.abs(certified));
}

/** The generated sets: a first value, then two values in turn. */
const ALTERNATING: Record<string, [number, number, number]> = {
  nist_acc2: [1.2, 1.1, 1.3],
  nist_acc3: [1000000.2, 1000000.1, 1000000.3],
  nist_acc4: [10000000.2, 10000000.1, 10000000.3],
};

const SETS = reference.cases.map(({ name, inputs, expected }) => {
  const generated = ALTERNATING[name];
  const data = generated
    ? [generated[0], ...Array.from({ length: 1000 }, (_, i) => generated[1 + (i % 2)])]
    : (inputs.data as number[]);
  const digits = { nist_acc3: 9, nist_acc4: 8 }[name] ?? 13;
  return { name, data, expected, digits };
});

function naiveSd(data: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt((squares - (sum * sum) / data.length) / (data.length - 1));
}

describe.each(SETS)('NIST StRD $name', ({ data, expected, digits }) => {
  test(`has its certified mean to 13 digits and standard deviation to ${digits}`, () => {
    const found = moments(data);
    expect(found.count).toBe(data.length);
    expect(logRelativeError(found.mean, expected.mean)).toBeGreaterThanOrEqual(13);
    expect(logRelativeError(found.sd, expected.sd)).toBeGreaterThanOrEqual(digits);
    expect(logRelativeError(lag1Autocorrelation(data)!, expected.lag1)).toBeGreaterThanOrEqual(
      Math.min(8, digits),
    );
  });

  test('has them too from running moments and from parts that are merged', () => {
    const whole = new RunningMoments();
    const parts = [new RunningMoments(), new RunningMoments(), new RunningMoments()];
    data.forEach((value, i) => {
      whole.add(value);
      parts[Math.floor((3 * i) / data.length)].add(value);
    });
    parts[0].merge(parts[1]);
    parts[0].merge(parts[2]);
    for (const running of [whole, parts[0]]) {
      expect(logRelativeError(running.moments().mean, expected.mean)).toBeGreaterThanOrEqual(13);
      expect(logRelativeError(running.moments().sd, expected.sd)).toBeGreaterThanOrEqual(
        Math.min(12, digits),
      );
    }
  });
});

test('the naive sum of squares fails where these do not', () => {
  for (const name of ['nist_acc3', 'nist_acc4']) {
    const set = SETS.find((entry) => entry.name === name) as (typeof SETS)[number];
    // Not a number counts as failing: the difference of the sums may be negative.
    expect(logRelativeError(naiveSd(set.data), set.expected.sd) >= 5).toBe(false);
  }
});

test('a mean refuses what is not a finite number', () => {
  expect(() => moments([1, Infinity])).toThrow('value 2: Infinity, expected a finite number in a mean');
  expect(() => new RunningMoments().add(NaN)).toThrow('value: NaN');
});

test('too few values have no variance', () => {
  expect(moments([])).toEqual({ count: 0, mean: NaN, variance: NaN, sd: NaN });
  expect(moments([3])).toEqual({ count: 1, mean: 3, variance: NaN, sd: NaN });
  expect(new RunningMoments().moments().mean).toBeNaN();
});

test('a sum that cancels keeps its small part', () => {
  expect(meanOf([1e16, 1, -1e16, 1])).toBe(0.5);
});

test('a correlation is 1 for a rising line, −1 for a falling one, and undefined where nothing varies', () => {
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 15);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 15);
  expect(correlation([1, 2, 3], [5, 5, 5])).toBeUndefined();
  expect(() => correlation([1], [1, 2])).toThrow('pairs: 1 with 2 values');
});
