import { expect, test } from 'vitest';
import { latestTenthTable } from '../../src/output/latestTenthTable.ts';
import type { PointRecords } from '../../src/record/index.ts';

// Forty runs that wait 10 days for chips and i for halls, the latest four of them 100 days more for halls; ten more never arrive.
const RUNS = 50;
const REACHED = 40;
const halls = Float64Array.from({ length: RUNS }, (_, i) =>
  i < REACHED ? i + (i >= 36 ? 100 : 0) : Infinity,
);
const chips = Float64Array.from({ length: RUNS }, (_, i) => (i < REACHED ? 10 : Infinity));
const columns: Readonly<Record<string, Float64Array>> = { halls, chips, m: halls.map((days) => days + 10) };
const attribution = (name: string) => ({
  name,
  kind: 'scalar' as const,
  unit: 'day',
  description: '',
  role: 'attribution',
  key: { milestone: 'm', cause: name },
});
const point = (runs = RUNS): PointRecords =>
  ({
    outputs: { columns: [attribution('chips'), attribution('halls')] },
    column: (name: string) => columns[name]!.slice(0, runs),
  }) as unknown as PointRecords;

test('the latest tenth of the runs that arrive is told apart by cause, and the causes sum to the total', () => {
  const rows = [...latestTenthTable(point())!.rows()];
  const of = (cause: string) => rows.find((row) => row[1] === cause)!;
  expect(of('chips').slice(2, 5)).toEqual([4, 36, 10]);
  expect(of('chips')[10]).toBe(0);
  expect(of('halls')[4]).toBe(137.5);
  expect(of('halls')[7]).toBe(17.5);
  expect(of('total')[10]).toBe(120);
  expect(Number(of('halls')[11])).toBeGreaterThan(100);
});

test('with fewer than two runs in the tenth there is no table', () => {
  expect(latestTenthTable(point(19))).toBeUndefined();
});
