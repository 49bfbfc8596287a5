import { expect, test } from 'vitest';
import { layoutOf, type Column, type Outputs } from '../../src/record/index.ts';
import { pack } from '../../src/experiment/replicate.ts';
import { seriesTable } from '../../src/output/index.ts';

const column = (mayBeMissing: boolean): Column => ({
  name: 'shares.hhi',
  unit: 'fraction',
  kind: 'series',
  description: 'a share',
  table: 'shares',
  measure: 'hhi',
  key: { tenant: 'A' },
  statistic: 'mean',
  ...(mayBeMissing && { mayBeMissing }),
});

const outputs = (mayBeMissing: boolean): Outputs => ({
  startDate: '2026-01-01',
  horizonDays: 60,
  gridDays: [0, 30],
  columns: [column(mayBeMissing)],
});

test('a series may lack a number where it says so, and nowhere else', () => {
  const values = { 'shares.hhi': [Number.NaN, 0.5] };
  expect([...pack(layoutOf(outputs(true)), values)]).toEqual([Number.NaN, 0.5]);
  expect(() => pack(layoutOf(outputs(false)), values)).toThrow(
    'output shares.hhi: NaN at grid place 0, expected a finite number',
  );
  expect(() => pack(layoutOf(outputs(true)), { 'shares.hhi': [Number.POSITIVE_INFINITY, 1] })).toThrow(
    'Infinity at grid place 0',
  );
});

test('what is missing is left out of the mean, and a date without any number has an empty cell', () => {
  // Three replications of two dates each: on the first date none has a number, on the second two have.
  const records = Float64Array.of(Number.NaN, 0.5, Number.NaN, Number.NaN, Number.NaN, 1);
  const point = { name: 'base', outputs: outputs(true), column: () => records };
  const table = seriesTable('shares', { replications: 3, points: [point] } as never);
  const rows = [...table.rows()];
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['2026-01-01', 'A', undefined],
    ['2026-01-31', 'A', 0.75],
  ]);
});
