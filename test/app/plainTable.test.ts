import { describe, expect, test } from 'vitest';
import { plainTable } from '../../src/app/cli/plainTable.ts';
import { columnsOf, wrapped } from '../../src/app/cli/wrapped.ts';

const widest = (text: string): number => Math.max(...text.split('\n').map(columnsOf));

describe('a table of a terminal', () => {
  test('stands as it is where it fits into 80 columns', () => {
    expect(plainTable(['point', 'mean'], [['base', '3 (1 to 5)']])).toContain('│ base  │ 3 (1 to 5) │');
  });

  test('has every interval below its number where that makes it fit', () => {
    const cells = Array.from({ length: 4 }, () => '68.3 % (63.0 to 73.1)');
    const table = plainTable(['cause', '2025', '2026', '2027', '2028'], [['chips', ...cells]]);
    expect(widest(table)).toBeLessThanOrEqual(80);
    expect(table).toMatch(/│ chips │ 68\.3 % +│/);
    expect(table).toMatch(/│ +│ 63\.0 to 73\.1 │/);
  });

  test('is a block a row where nothing makes it fit, with each column on a line', () => {
    const dates = '2026-10-31\n2026-09-12 to 2026-11-29';
    const rows = [
      ['100,000 GPUs', dates, dates, dates, '96.7 % (88.6 % to 99.1 %)'],
      ['200,000 GPUs', dates, 'later', dates, 'x '.repeat(60).trim()],
    ];
    const text = plainTable(['in service', 'P10', 'P50', 'P90', 'reached by the horizon'], rows);
    expect(widest(text)).toBeLessThanOrEqual(80);
    expect(text.split('\n').slice(0, 5)).toEqual([
      '100,000 GPUs',
      '  P10                     2026-10-31 (2026-09-12 to 2026-11-29)',
      '  P50                     2026-10-31 (2026-09-12 to 2026-11-29)',
      '  P90                     2026-10-31 (2026-09-12 to 2026-11-29)',
      '  reached by the horizon  96.7 % (88.6 % to 99.1 %)',
    ]);
  });

  test('says above its blocks what they are of, where nothing else does', () => {
    const cell = '96.7 % (88.6 % to 99.1 %)';
    const years = ['bound at the end of', '2026', '2027', '2028', '2029', '2030'];
    const rows = [['chips', ...years.slice(1).map(() => cell)]];
    expect(plainTable(years, rows, 'What holds it back').split('\n').slice(0, 2)).toEqual([
      'What holds it back:',
      'chips',
    ]);
    // Where the head stands it says so itself.
    expect(plainTable(['bound', '2026'], [['chips', cell]], 'What holds it back')).not.toContain('What');
  });

  test('counts letters of East Asian scripts as two columns', () => {
    expect(columnsOf('東京 1')).toBe(6);
    expect(widest(plainTable(['site', 'MW'], [['東京'.repeat(30), '1']]))).toBeLessThanOrEqual(124);
  });
});

test('a long text is broken at its spaces, and a long word stands alone', () => {
  expect(wrapped('one two three', 8, { indent: '  ' })).toEqual(['one two', '  three']);
  expect(wrapped('a '.repeat(100).trim()).every((line) => line.length <= 80)).toBe(true);
  expect(wrapped('x'.repeat(90))).toEqual(['x'.repeat(90)]);
});
