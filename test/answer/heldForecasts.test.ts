import { expect, test } from 'vitest';
import { heldForecasts, type Results } from '../../src/answer/index.ts';
import { wilson } from '../../src/statistics/index.ts';

/** Results with a table of places in forecasts. */
function resultsOf(pits: readonly (number | string)[], column = 'pit'): Results {
  const rows = pits.map((pit, i) => ({ site: `site ${i}`, [column]: String(pit) }));
  const fields = ['site', column].map((name) => ({ name, type: 'string' }));
  const table = { name: 'calibration', description: '', fields, rows };
  return { manifest: undefined, tables: new Map([['calibration', table]]) };
}

test('campuses are counted by fifths, stated probabilities and intervals, edges included', () => {
  const held = heldForecasts(resultsOf([0, 0.05, 0.1, 0.2, 0.5, 0.75, 0.9, 0.95, 0.99, 1]))!;
  expect(held.campuses).toBe(10);
  expect(held.fifths).toEqual([3, 1, 1, 1, 4]);
  expect(held.expected).toBe(2);
  expect(held.stated.map(({ probability }) => probability)).toEqual([
    0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
  ]);
  expect(held.stated.map(({ came }) => came.estimate! * 10)).toEqual([3, 4, 4, 4, 5, 5, 5, 6, 7]);
  expect(held.intervals.map(({ level, inside }) => [level, inside])).toEqual([
    [50, 2],
    [80, 5],
    [90, 7],
  ]);
  const { low, high } = wilson(5, 10);
  expect(held.intervals[1]!.share).toEqual({ estimate: 0.5, low, high });
});

test('what chance gives a fifth is the central 95 % of a binomial count', () => {
  const { byChance } = heldForecasts(resultsOf(Array.from({ length: 38 }, () => 0.5)))!;
  // Of 38 by a fifth: at most 2 in 1.1 % and at most 3 in 3.9 % of cases, at least 14 in 1.2 % and at least 13 in 2.9 %.
  expect(byChance).toEqual({ low: 3, high: 13 });
});

test('an older folder, a table of something else and one without a place say nothing', () => {
  expect(heldForecasts({ manifest: undefined, tables: new Map() })).toBeUndefined();
  expect(heldForecasts(resultsOf([0.5], 'rank'))).toBeUndefined();
  expect(heldForecasts(resultsOf(['', 'x', 7]))).toBeUndefined();
});
