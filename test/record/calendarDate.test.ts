import { expect, test } from 'vitest';
import { dateOfDay, dayOfDate } from '../../src/record/index.ts';

test('a day counted from a start has the date of the day that holds it', () => {
  expect([0, 0.9, 1, -0.1, 424.3].map((day) => dateOfDay('2025-11-03', day))).toEqual([
    '2025-11-03',
    '2025-11-03',
    '2025-11-04',
    '2025-11-02',
    '2027-01-01',
  ]);
});

test.each([NaN, Infinity, -Infinity, 1e9, undefined])('a day %s has none, and is refused by name', (day) => {
  expect(() => dateOfDay('2025-11-03', day as never)).toThrow(
    /^day: .*, expected days from 2025-11-03 that lead to a date from 0000-01-01 to 9999-12-31$/,
  );
});

test.each(['2026-02-30', '2025-13-01', 'soon'])('a start %s is refused, and leads to no day', (start) => {
  expect(() => dateOfDay(start, 0)).toThrow(`start date: ${start}, expected a date such as 2025-11-03`);
  if (start !== '2026-02-30') expect(dayOfDate('2025-11-03', start)).toBeNaN();
});

test('a day of the month that there is none is no day from the start', () => {
  expect(dayOfDate('2026-01-01', '2026-02-28')).toBe(58);
  expect(dayOfDate('2026-01-01', '2026-02-30')).toBeNaN();
  expect(dayOfDate('2026-02-30', '2026-03-01')).toBeNaN();
});
