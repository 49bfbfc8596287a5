import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateOfEpochDay,
  epochDay,
  isCalendarDate,
  WorkingCalendar,
  yearOfEpochDay,
} from '../../src/kernel/index.ts';
import { weekday } from '../../src/kernel/civilDate.ts';

test('the day number counts as the UTC calendar of the language does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const iso = new Date(day * 86_400_000).toISOString();
      fc.pre(/^\d{4}-/.test(iso));
      const text = iso.slice(0, 10);
      expect(isCalendarDate(text)).toBe(true);
      expect(epochDay(text)).toBe(day);
      expect(dateOfEpochDay(day)).toBe(text);
    }),
  );
});

test('the target of 2026 lies 423 days after the signing', () => {
  expect(epochDay('2026-12-31') - epochDay('2025-11-03')).toBe(423);
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '2026-01-31T00',
  '+026-01-31',
  'x',
  '',
])('%s is no date', (text) => {
  expect(isCalendarDate(text)).toBe(false);
  expect(() => epochDay(text)).toThrow(`date: ${text}, expected a date such as 2026-01-31`);
});

const FIRST = epochDay('0000-01-01');
const LAST = epochDay('9999-12-31');

test.each([NaN, Infinity, -Infinity, 1e9, 0.5, FIRST - 1, LAST + 1, '5', null, undefined, 5n, true, [5]])(
  'a day %s has no date, and is refused by name',
  (day) => {
    expect(() => dateOfEpochDay(day as never)).toThrow(
      /^day: .*, expected a whole day counted from 1970-01-01, from -719528 \(0000-01-01\) to 2932896 \(9999-12-31\)$/,
    );
    if (day !== 0.5)
      expect(() => yearOfEpochDay(day as never)).toThrow(
        /^time: .*, expected a time counted from 1970-01-01/,
      );
  },
);

test('the first and the last day that have a date are 0000-01-01 and 9999-12-31', () => {
  expect([FIRST, LAST].map(dateOfEpochDay)).toEqual(['0000-01-01', '9999-12-31']);
  expect([FIRST, LAST, LAST + 0.999, -0.5].map(yearOfEpochDay)).toEqual([0, 9999, 9999, 1969]);
});

test('days of the week go on where dates end', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9e7, max: 9e7 }), (day) => {
      expect(weekday(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
    }),
  );
  const week = new WorkingCalendar({ epochDate: '1970-01-01', weekdays: [1, 2, 3, 4, 5] });
  // 7 × 10⁸ days after a Thursday is one too, and three days later it is Sunday.
  expect([0, 2, 3, 4].map((day) => week.nextOpen(7e8 + day) - 7e8)).toEqual([0, 4, 4, 4]);
});
