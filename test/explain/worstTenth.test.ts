import { describe, expect, test } from 'vitest';
import { worstTenth } from '../../src/explain/index.ts';
import { worstTenthTable } from '../../src/output/worstTenthTable.ts';
import type { PointRecords } from '../../src/record/index.ts';

const RUNS = 40;
const outputs = {
  columns: [
    { name: 'm', kind: 'milestone', unit: 'day', description: '' },
    {
      name: 'halls',
      kind: 'series',
      unit: 'rack',
      description: '',
      role: 'blocked',
      key: { cause: 'halls' },
    },
    {
      name: 'short',
      kind: 'scalar',
      unit: 'GPU-day',
      description: '',
      role: 'shortfall',
      key: { milestone: 'm' },
    },
    {
      name: 'left',
      kind: 'scalar',
      unit: 'rack',
      description: '',
      role: 'unfinished',
      measure: 'racks that are lacking',
    },
    {
      name: 'path',
      kind: 'scalar',
      unit: 'day',
      description: '',
      role: 'attribution',
      key: { milestone: 'm', cause: 'halls' },
    },
  ],
};

/** Forty runs, of which the first eight never arrive; the shorter of it the higher their number. */
const columns: Readonly<Record<string, Float64Array>> = {
  m: Float64Array.from({ length: RUNS }, (_, run) => (run < 8 ? Infinity : run)),
  // Two dates a run: 10 racks on the first; on the second as many as the number of a run that never arrives.
  halls: Float64Array.from({ length: 2 * RUNS }, (_, place) =>
    place % 2 === 0 ? 10 : place < 16 ? (place - 1) / 2 : 0,
  ),
  short: Float64Array.from({ length: RUNS }, (_, run) => run),
  left: Float64Array.from({ length: RUNS }, (_, run) => (run < 8 ? 100 + run : 0)),
};
const point = (own: Readonly<Record<string, Float64Array>> = {}): PointRecords =>
  ({ outputs, column: (name: string) => ({ ...columns, ...own })[name]! }) as unknown as PointRecords;

describe('the worst tenth of all runs', () => {
  test('are those that never arrive and are farthest short: of 40 runs the four last of the eight', () => {
    const found = worstTenth(point(), 'm')!;
    expect(found).toMatchObject({ replications: 4, never: 4, others: 36 });
    const [halls, left] = found.held;
    // Runs 4 to 7: (10 + 4) / 2 to (10 + 7) / 2; the others (10 + 0 + … + 3 of four) / 2.
    expect(halls).toMatchObject({ what: 'halls', when: 'over time', unit: 'rack' });
    expect(halls!.worst.estimate).toBeCloseTo((14 + 15 + 16 + 17) / 8, 12);
    expect(halls!.others.estimate).toBeCloseTo((32 * 10 + 10 + 11 + 12 + 13) / 2 / 36, 12);
    expect(left).toMatchObject({ what: 'racks that are lacking', when: 'at the horizon' });
    expect(left!.difference.estimate).toBeCloseTo(105.5 - (100 + 101 + 102 + 103) / 36, 12);
  });

  test('hold back no less than nothing: the interval of one run in 36 ends at 0', () => {
    const left = Float64Array.from({ length: RUNS }, (_, run) => (run === 0 ? 1 : 0));
    const [, found] = worstTenth(point({ left }), 'm')!.held;
    expect(found!.others.low).toBe(0);
    expect(found!.difference.low).toBeLessThan(0);
  });

  test('takes those that arrive last after them', () => {
    const late = Float64Array.from({ length: RUNS }, (_, run) => (run === 5 ? Infinity : run));
    expect(worstTenth(point({ m: late }), 'm')).toMatchObject({ replications: 4, never: 1 });
  });

  test('counts by weight where totals were observed', () => {
    const weights = Float64Array.from({ length: RUNS }, (_, run) => (run === 7 ? 0 : 1));
    const weighted = { ...point(), weights } as PointRecords;
    // Of a weight of 39 a tenth is three runs; the one without weight stands among them and counts nothing.
    const found = worstTenth(weighted, 'm')!;
    expect(found.held[1]!.worst.estimate).toBeCloseTo((104 + 105 + 106) / 3, 12);
  });

  test('are nothing where all arrive: their paths say more', () => {
    const days = Float64Array.from({ length: RUNS }, (_, run) => run);
    expect(worstTenth(point({ m: days }), 'm')).toBeUndefined();
    expect(worstTenthTable(point({ m: days }))).toBeUndefined();
  });

  test('stand in worst_tenth.csv, a row for each cause and each thing that is left', () => {
    const table = worstTenthTable(point())!;
    expect(table.fields.map(({ name }) => name)).toContain('difference_racks_low');
    expect([...table.rows()].map((row) => row.slice(0, 6))).toEqual([
      ['m', 'halls', 'over time', 4, 4, 36],
      ['m', 'racks that are lacking', 'at the horizon', 4, 4, 36],
    ]);
  });
});
