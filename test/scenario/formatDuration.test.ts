import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, formatDuration } from '../../src/scenario/index.ts';

test.each([
  [21, '3 weeks'],
  [7, '1 week'],
  [365.25, '1 year'],
  [30.4375, '1 month'],
  [0.5, '12 hours'],
  [10, '10 days'],
  [0, '0 days'],
])('%d days are %s', (days, text) => {
  expect(formatDuration(days)).toBe(text);
});

test('what is written reads back as the same number of days', () => {
  const days = fc.oneof(
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 4000 }).map((weeks) => weeks * 7),
    fc.integer({ min: 0, max: 4000 }).map((months) => months * 30.4375),
    fc.integer({ min: 0, max: 4000 }).map((hours) => hours / 24),
  );
  fc.assert(
    fc.property(days, (value) => {
      expect(duration().parse(formatDuration(value))).toBe(value);
    }),
  );
});
