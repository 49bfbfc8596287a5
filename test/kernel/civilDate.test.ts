import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfEpochDay, epochDay, isCalendarDate } from '../../src/kernel/index.ts';

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
