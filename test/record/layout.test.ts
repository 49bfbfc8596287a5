import { describe, expect, test } from 'vitest';
import { layoutOf, type Column, type Outputs } from '../../src/record/index.ts';

const column = (name: string, kind: Column['kind']): Column => ({ name, kind, unit: '', description: '' });
const outputs = (columns: Column[], gridDays = [1, 2, 3]): Outputs => {
  return { startDate: '2026-01-01', horizonDays: 10, gridDays, columns };
};

describe('layout of a record', () => {
  test('holds scalars, then milestones, then series, each in declared order', () => {
    const { width, fields } = layoutOf(
      outputs([
        column('s', 'series'),
        column('m', 'milestone'),
        column('b', 'scalar'),
        column('a', 'scalar'),
      ]),
    );
    expect(width).toBe(6);
    expect(fields.map((field) => [field.column.name, field.offset, field.width])).toEqual([
      ['b', 0, 1],
      ['a', 1, 1],
      ['m', 2, 1],
      ['s', 3, 3],
    ]);
  });

  test.each([
    ['no columns', outputs([]), /no columns/],
    ['a repeated name', outputs([column('a', 'scalar'), column('a', 'series')]), /"a" twice/],
    [
      'a name that a terminal obeys',
      outputs([column('a\u001b[31m', 'scalar')]),
      /column "a\\u001b\[31m": .* with a control character/,
    ],
    [
      'half of a character in a name',
      outputs([column('\ud800', 'scalar')]),
      /column "\\ud800": half of a character/,
    ],
    ['an empty name', outputs([column('', 'scalar')]), /empty name/],
    [
      'a table of a scalar',
      outputs([{ ...column('a', 'scalar'), table: 'worth' }]),
      /column a: table worth of a scalar, expected one of a series alone/,
    ],
    [
      'grid days that do not ascend',
      outputs([column('a', 'scalar')], [1, 1]),
      /grid day 1: 1, expected more than 1/,
    ],
    [
      'a grid day that no calendar can date',
      outputs([column('a', 'scalar')], [1, 1e9]),
      /grid day 1: 1000000000, expected a day within 1000000 of the start/,
    ],
    [
      'a series without a grid',
      outputs([column('a', 'series')], []),
      /column a: a series, expected grid days/,
    ],
  ])('refuses %s', (_name, wrong, message) => {
    expect(() => layoutOf(wrong)).toThrow(message);
  });
});
