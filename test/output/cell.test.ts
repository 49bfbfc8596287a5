import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateCell, formatCell } from '../../src/output/index.ts';
import { dateOfDay } from '../../src/record/index.ts';

describe('a cell', () => {
  test.each([
    [-0, '0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e21, '1e+21'],
    [Infinity, ''],
    [-Infinity, ''],
    [NaN, ''],
    [undefined, ''],
    ['text', 'text'],
  ])('%s is written as "%s"', (value, text) => {
    expect(formatCell(value)).toBe(text);
  });

  test('reads back as the same number, with no shorter text that does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatCell(value);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
        expect(text.length).toBeLessThanOrEqual(value.toPrecision(17).length);
      }),
      { seed: 1 },
    );
  });
});

describe('a date', () => {
  test.each([
    ['2025-11-03', 0, '2025-11-03'],
    ['2025-11-03', 0.999, '2025-11-03'],
    ['2025-11-03', 423, '2026-12-31'],
    ['2025-11-03', 424, '2027-01-01'],
    ['2025-11-03', -0.5, '2025-11-02'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('that many days after %s: %s is %s', (start, day, date) => {
    expect(dateOfDay(start, day)).toBe(date);
  });

  test('not known or not reached is an empty cell', () => {
    expect(dateCell('2026-01-01', Infinity)).toBeUndefined();
    expect(dateCell('2026-01-01', undefined)).toBeUndefined();
  });

  test('so far away that it has no date is an empty cell, and no date cut in two', () => {
    expect([-740_000, 739_999, 2_920_000].map((day) => dateCell('2026-01-01', day))).toEqual([
      undefined,
      '4052-01-19',
      undefined,
    ]);
  });

  test.each(['2026-13-01', '1 May', '2026-1-1'])('%s is no start', (start) => {
    expect(() => dateOfDay(start, 0)).toThrow(`start date: ${start}, expected`);
  });
});
