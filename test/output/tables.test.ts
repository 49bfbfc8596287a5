import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/record/index.ts';
import {
  assumptionsTable,
  dataPackage,
  milestonesTable,
  readinessTable,
  resultTables,
  runsTable,
  seriesTable,
  stagesTable,
  type Table,
} from '../../src/output/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const scalar: Column = { name: 'contract', unit: 'gpu', kind: 'scalar', description: 'GPUs bought' };
const milestone: Column = {
  name: 'done',
  unit: 'day',
  kind: 'milestone',
  description: 'all done',
  threshold: { amount: 100, unit: 'gpu' },
};
const series = (name: string, more: Partial<Column>): Column => {
  return { name, unit: 'gpu', kind: 'series', description: name, ...more };
};

const names = (table: Table): string[] => table.fields.map((field) => field.name);
const rowsOf = (table: Table): Record<string, unknown>[] => {
  return Array.from(table.rows(), (row) =>
    Object.fromEntries(names(table).map((name, index) => [name, row[index]])),
  );
};

describe('runs.csv', () => {
  test('has a row a point and replication, with units in names, and an empty cell for what was not reached', () => {
    const table = runsTable(
      recordsOf(
        [milestone, scalar],
        [
          { contract: [100, Infinity], done: [5.5, Infinity] },
          { contract: [7, 8], done: [0, 9.99] },
        ],
      ),
    );
    expect(names(table)).toEqual(['point', 'replication', 'status', 'contract_gpus', 'done_date']);
    expect([...table.rows()]).toEqual([
      ['p0', 0, 'complete', 100, '2026-01-06'],
      ['p0', 1, 'censored', Infinity, undefined],
      ['p1', 0, 'complete', 7, '2026-01-01'],
      ['p1', 1, 'complete', 8, '2026-01-10'],
    ]);
  });
});

describe('milestones.csv', () => {
  const days = Array.from({ length: 100 }, (_, index) => (index < 80 ? index / 10 : Infinity));

  test('gives dates with order-statistic intervals, and leaves a censored quantile or bound empty', () => {
    const [row] = rowsOf(milestonesTable(recordsOf([milestone], [{ done: days.toReversed() }])));
    // n = 100: the order statistics for P10 are 5 and 17, for P50 40 and 61 (exact binomial, 95 %).
    expect(row).toMatchObject({
      milestone: 'done',
      gpus: 100,
      date_p10: '2026-01-01',
      date_p50: '2026-01-05',
      date_p50_low: '2026-01-04',
      date_p50_high: '2026-01-07',
      date_p90: undefined,
      date_p90_high: undefined,
      reached: 0.8,
    });
    // Wilson, 80 of 100.
    expect(row['reached_low']).toBeCloseTo(0.7112, 4);
    expect(row['reached_high']).toBeCloseTo(0.8666, 4);
  });

  test('has no bound where the sample is too small for one', () => {
    const [row] = rowsOf(milestonesTable(recordsOf([milestone], [{ done: [1, 2, 3] }])));
    expect(row).toMatchObject({ date_p50: '2026-01-03', date_p50_low: undefined, date_p50_high: undefined });
  });

  test('names the point only where there are several', () => {
    expect(names(milestonesTable(recordsOf([milestone], [{ done: [1] }])))[0]).toBe('milestone');
    expect(names(milestonesTable(recordsOf([milestone], [{ done: [1] }, { done: [2] }])))[0]).toBe('point');
  });
});

describe('readiness.csv', () => {
  test('gives the share of replications that are there by the end of each date', () => {
    const rows = rowsOf(readinessTable(recordsOf([milestone], [{ done: [0, 1.999, 2, Infinity] }])));
    expect(rows).toHaveLength(10);
    expect(rows.map((row) => row['p_ready']).slice(0, 4)).toEqual([0.25, 0.5, 0.75, 0.75]);
    expect(rows[0]['date']).toBe('2026-01-01');
    expect(rows[9]).toMatchObject({ date: '2026-01-10', p_ready: 0.75 });
  });

  test('is about the milestone that the model marks, whatever its place', () => {
    const columns: Column[] = [{ ...milestone, name: 'marked', role: 'readiness' }, milestone];
    const [row] = rowsOf(readinessTable(recordsOf(columns, [{ marked: [0], done: [5] }])));
    expect(row['p_ready']).toBe(1);
  });

  test('agrees exactly with a count of GPUs at the same dates', () => {
    const grid = [0, 3, 6, 9];
    const days = Array.from({ length: 50 }, (_, index) => (index * 7919) % 12);
    const reached = days.map((day) => grid.map((date) => (day < date + 1 ? 1 : 0)));
    const records = recordsOf(
      [milestone, series('gpus', { table: 'fan', statistic: 'mean' })],
      [{ done: days, gpus: reached }],
      { gridDays: grid },
    );
    const ready = new Map(rowsOf(readinessTable(records)).map((row) => [row['date'], row['p_ready']]));
    for (const row of rowsOf(seriesTable('fan', records)))
      expect(row['gpus_mean']).toBe(ready.get(row['date']));
  });
});

describe('tables of series', () => {
  test('fan.csv gives quantiles by date', () => {
    const values = Array.from({ length: 41 }, (_, index) => [index, 2 * index]);
    const rows = rowsOf(
      seriesTable('fan', recordsOf([series('gpus', { table: 'fan' })], [{ gpus: values }])),
    );
    expect(rows.map((row) => [row['date'], row['gpus_p10'], row['gpus_p50'], row['gpus_p90']])).toEqual([
      ['2026-01-01', 4, 20, 36],
      ['2026-01-02', 8, 40, 72],
    ]);
    expect(rows[0]['gpus_p50_low']).toBe(13);
    expect(rows[0]['gpus_p50_high']).toBe(27);
  });

  test('a table with keys has a row a date and key, and shares that sum to 1', () => {
    const columns = ['power', 'chips'].map((cause) => {
      return series(`blocked_${cause}`, {
        table: 'binding',
        key: { cause },
        statistic: 'share',
        unit: 'rack',
      });
    });
    const table = seriesTable(
      'binding',
      recordsOf(columns, [
        {
          blocked_power: [
            [1, 0],
            [2, 0],
            [0, 0],
          ],
          blocked_chips: [
            [3, 0],
            [2, 0],
            [4, 0],
          ],
        },
      ]),
    );
    expect(names(table)).toEqual([
      'date',
      'cause',
      'blocked_share',
      'blocked_share_low',
      'blocked_share_high',
    ]);
    const rows = rowsOf(table);
    expect(rows.map((row) => [row['date'], row['cause'], row['blocked_share']])).toEqual([
      ['2026-01-01', 'power', 0.25],
      ['2026-01-01', 'chips', 0.75],
      ['2026-01-02', 'power', undefined],
      ['2026-01-02', 'chips', undefined],
    ]);
  });

  test('a series without the keys of its table stands beside every row of its date', () => {
    const columns = [
      series('yard.waiting', { table: 'yard', statistic: 'mean', unit: 'rack' }),
      ...['east', 'west'].map((gate) =>
        series(`queue_${gate}`, { table: 'yard', key: { gate }, statistic: 'mean', unit: 'truck' }),
      ),
    ];
    const values = { 'yard.waiting': [[9, 5]], queue_east: [[1, 2]], queue_west: [[3, 4]] };
    const rows = rowsOf(seriesTable('yard', recordsOf(columns, [values])));
    const shown = rows.map((row) => [
      row['date'],
      row['gate'],
      row['queue_trucks_mean'] ?? row['queue_mean'],
      row['waiting_racks_mean'],
    ]);
    expect(shown).toEqual([
      ['2026-01-01', 'east', 1, 9],
      ['2026-01-01', 'west', 3, 9],
      ['2026-01-02', 'east', 2, 5],
      ['2026-01-02', 'west', 4, 5],
    ]);
  });

  test('sites.csv puts the measures of a site side by side', () => {
    const columns = ['east', 'west'].flatMap((site) => [
      series(`energized:${site}`, { table: 'sites', key: { site }, statistic: 'mean', unit: 'MW' }),
      series(`ready:${site}`, { table: 'sites', key: { site }, statistic: 'mean', unit: 'MW' }),
    ]);
    const values = Object.fromEntries(
      columns.map(({ name }, index) => [
        name,
        [
          [index, 0],
          [index + 2, 0],
        ],
      ]),
    );
    const table = seriesTable('sites', recordsOf(columns, [values]));
    expect(names(table).filter((name) => !/low|high/.test(name))).toEqual([
      'date',
      'site',
      'energized_mw_mean',
      'ready_mw_mean',
    ]);
    expect(rowsOf(table)[1]).toMatchObject({ site: 'west', energized_mw_mean: 3, ready_mw_mean: 4 });
  });
});

describe('assumptions.csv and datapackage.json', () => {
  test('keep every field of the ledger', () => {
    const row = {
      path: 'a.b',
      value: '3 weeks',
      unit: 'weeks',
      source: 'X, "p. 3"',
      asOf: '2025',
      confidence: 'low',
      basis: 'fact',
      role: 'input',
      catalogId: '',
      overridden: true,
      note: '',
    } as const;
    expect(rowsOf(assumptionsTable([row]))[0]).toMatchObject({ ...row, overridden: 'true' });
  });

  test('describe every column of every file, with its unit', () => {
    const tables = resultTables(
      recordsOf(
        [scalar, milestone, series('gpus', { table: 'fan' })],
        [{ contract: [1], done: [2], gpus: [[3, 4]] }],
      ),
    );
    const described = JSON.parse(dataPackage('My run', tables)) as {
      name: string;
      resources: {
        path: string;
        schema: { fields: { name: string; unit?: string; description: string }[] };
      }[];
    };
    expect(described.name).toBe('my-run');
    expect(described.resources.map(({ path }) => path)).toEqual(tables.map(({ name }) => `${name}.csv`));
    expect(described.resources.length).toBeGreaterThan(2);
    for (const { schema } of described.resources) {
      for (const field of schema.fields) expect(field.description).not.toBe('');
    }
    const fan = described.resources.find(({ path }) => path === 'fan.csv');
    expect(fan?.schema.fields[1]).toMatchObject({ name: 'gpus_p10', unit: 'gpu' });
  });
});

describe('stages.csv', () => {
  const edge = (of: 'start' | 'finish') =>
    ({
      name: `${of} of shell`,
      unit: 'day',
      kind: 'scalar',
      description: '',
      role: 'stage',
      key: { site: 'east', stage: 'shell', edge: of },
    }) as const;

  test('gives start and finish of a stage by quantiles, empty where later than the horizon, and how often it ends', () => {
    const starts = [-10, -10, -10, -10];
    const finishes = [20, 30, 40, Infinity];
    const records = recordsOf(
      [edge('start'), edge('finish')],
      [{ 'start of shell': starts, 'finish of shell': finishes }],
    );
    const [row] = rowsOf(stagesTable(records));
    expect(row).toMatchObject({ site: 'east', stage: 'shell', finished: 0.75 });
    expect(row['start_date_p50']).toBe('2025-12-22');
    expect(row['finish_date_p10']).toBe('2026-01-24');
    expect(row['finish_date_p90']).toBe(undefined);
  });

  test('is there only for models that record stages', () => {
    const names = resultTables(
      recordsOf([edge('start'), edge('finish')], [{ 'start of shell': [0], 'finish of shell': [1] }]),
    ).map(({ name }) => name);
    expect(names).toContain('stages');
  });
});
