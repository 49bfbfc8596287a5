import { expect, test } from 'vitest';
import { placeSlidTo, slideDay } from '../../src/plot/slideDates.ts';

const QUARTERS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];

test('a slider counts days, so that dates that are not equally far apart stand where a chart has them', () => {
  expect(QUARTERS.map((date) => slideDay(QUARTERS, date))).toEqual([0, 91, 183, 275]);
});

test('a slider that is moved goes to the last date by then', () => {
  expect(placeSlidTo(QUARTERS, { from: 0, day: 200 })).toBe(2);
  expect(placeSlidTo(QUARTERS, { from: 3, day: 91 })).toBe(1);
  expect(placeSlidTo(QUARTERS, { from: 2, day: 0 })).toBe(0);
});

test('a day farther or nearer, as an arrow key goes, is the next date, and at the ends none', () => {
  expect(placeSlidTo(QUARTERS, { from: 1, day: 92 })).toBe(2);
  expect(placeSlidTo(QUARTERS, { from: 1, day: 90 })).toBe(0);
  expect(placeSlidTo(QUARTERS, { from: 3, day: 275 })).toBe(3);
  expect(placeSlidTo(QUARTERS, { from: 0, day: 0 })).toBe(0);
});
