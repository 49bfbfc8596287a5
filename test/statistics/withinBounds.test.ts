import { expect, test } from 'vitest';
import { withinBounds } from '../../src/statistics/index.ts';

const estimate = { estimate: 0.5, low: -1, high: 2, n: 3 };

test.each([
  [{ least: 0 }, 0, 2],
  [{ most: 1 }, -1, 1],
  [{ least: 0, most: 1 }, 0, 1],
  [{}, -1, 2],
])('an interval ends within %j, the estimate stays', (bounds, low, high) => {
  expect(withinBounds(estimate, bounds)).toEqual({ ...estimate, low, high });
});

test('an end that the sample does not give is not given', () => {
  const open = { estimate: 1, low: undefined, high: undefined };
  expect(withinBounds(open, { least: 0, most: 1 })).toEqual(open);
});
