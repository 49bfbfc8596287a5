import { expect, test } from 'vitest';
import { promiseTable } from '../../src/output/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const milestone = { name: 'm', unit: 'day', kind: 'milestone', description: 'all there' } as const;

test('a promise is the date by which so many of the replications are there', () => {
  // Days 0 to 100: type 7 puts the 50 %, 80 % and 90 % points exactly on days 50, 80 and 90.
  const { rows, fields } = promiseTable(
    recordsOf([milestone], [{ m: Array.from({ length: 101 }, (_, day) => day) }]),
  );
  const [row] = [...rows()];
  const names = fields.map(({ name }) => name);
  expect(names[1]).toBe('kept_with_50_percent');
  expect([row[1], row[4], row[7]]).toEqual(['2026-02-20', '2026-03-22', '2026-04-01']);
  expect(String(row[5]) < String(row[4]) && String(row[4]) < String(row[6])).toBe(true);
});

test('no date is promised that is after the horizon', () => {
  const days = Array.from({ length: 100 }, (_, day) => (day < 60 ? day : Infinity));
  const [row] = [...promiseTable(recordsOf([milestone], [{ m: days }])).rows()];
  expect(row[1]).toBe('2026-02-19');
  expect(row.slice(7)).toEqual([undefined, undefined, undefined]);
});
