import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import type { Column } from '../../src/record/index.ts';
import {
  dataPackage,
  formatCell,
  measureOf,
  plainText,
  resultTables,
  runsTable,
  seriesTable,
  uniqueFields,
  writeCsv,
  type Table,
} from '../../src/output/index.ts';
import { csvRows } from '../../src/report/csvRows.ts';
import { recordsOf } from '../fixtures/toy/records.ts';
import { scenarioOf } from '../models/rollout/randomScenario.ts';
import { paperTree } from '../models/rollout/variedPaper.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-columns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tables of the hand-solved rollout with its sites under other names; a column's value is its place. */
function tablesOf(names: readonly string[]): { tables: Table[]; columns: readonly Column[] } {
  const tree = paperTree(({ sites }) => names.forEach((name, index) => (sites[index]!.name = name)));
  const { columns, gridDays, startDate, horizonDays } = rollout.outputs(scenarioOf(tree));
  const values = Object.fromEntries(
    columns.map(({ name, kind }, place) => [
      name,
      [place, place].map((value) => (kind === 'series' ? gridDays.map(() => value) : value)),
    ]),
  );
  return {
    columns,
    tables: resultTables(recordsOf(columns, [values], { gridDays, startDate, horizonDays })),
  };
}

const NAMES = [
  ['ready', 'serving', 'energized'],
  ['mw', 'filled', 'sites'],
  ['東京', '大阪', 'Köln'],
  ['East', 'east', 'EAST'],
  ['a-b', 'a b', 'a.b'],
  ['date', 'site', 'p50'],
  ['start:x', 'x', 'x:transformer'],
];

describe.each(NAMES)('sites called %s, %s and %s', (...names) => {
  const { tables, columns } = tablesOf(names);

  test('have columns of their own in every table, in capitals or not', () => {
    for (const { fields } of tables) {
      const folded = fields.map(({ name }) => name.toLowerCase());
      expect(folded.filter((name, index) => folded.indexOf(name) < index)).toEqual([]);
      expect(folded).not.toContain('');
    }
  });

  test('have each measure under its own column', () => {
    const sites = tables.find(({ name }) => name === 'sites')!;
    for (const row of sites.rows()) {
      const cells = Object.fromEntries(sites.fields.map(({ name }, index) => [name, row[index]]));
      for (const measure of ['energized_mw', 'ready_mw', 'filled_mw', 'serving_mw'])
        expect(cells[`${measure}_p50`]).toBe(
          columns.findIndex(({ name }) => name === `${measure}:${String(cells['site'])}`),
        );
    }
    expect(new Set([...sites.rows()].map((row) => row[1]))).toEqual(new Set(names));
  });

  test('are found again from the columns of runs.csv, by the output that each holds', () => {
    const runs = tables.find(({ name }) => name === 'runs')!;
    const [row] = [...runs.rows()];
    const held = runs.fields.flatMap(({ output, type }, index) =>
      output === undefined || type === 'date' ? [] : [[output, row![index]]],
    );
    expect(held).toEqual(
      columns.flatMap(({ name, kind, role }, place) =>
        kind === 'scalar' && !['attribution', 'drag', 'drag bound'].includes(role ?? '')
          ? [[name, place]]
          : [],
      ),
    );
    expect(dataPackage('x', [runs])).toContain(`"output": "start:${names[0]}:existing halls"`);
  });
});

describe('what a series of an own model measures', () => {
  test.each([
    ['sites.ready.ready', { site: 'ready' }, 'ready'],
    ['ready_mw:ready', { site: 'ready' }, 'ready_mw'],
    ['ready_mw:mw', { site: 'mw' }, 'ready_mw'],
    ['blocked_blocked', { cause: 'blocked' }, 'blocked'],
    ['wait.St. Louis', { site: 'St. Louis' }, 'wait'],
    ['待ち:東京', { site: '東京' }, '待ち'],
  ])('"%s" with key %o: %s', (name, key, expected) => {
    expect(measureOf({ name, table: 'sites', key, kind: 'series', unit: '', description: '' })).toBe(
      expected,
    );
  });

  test('two series of one row whose names come to the same keep a column each', () => {
    const series = (name: string): Column => ({
      name,
      unit: 'rack',
      kind: 'series',
      table: 't',
      description: '',
    });
    const records = recordsOf([series('a.b'), series('a_b')], [{ 'a.b': [[1, 1]], a_b: [[2, 2]] }]);
    const table = seriesTable('t', records);
    const [row] = [...table.rows()];
    const value = (name: string): unknown => row![table.fields.findIndex((field) => field.name === name)];
    expect([value('a_b_racks_p50'), value('a_b_racks_p50_2')]).toEqual([1, 2]);
  });
});

test('fields are numbered where they come to the same, in capitals or not', () => {
  const field = (name: string) => ({ name, type: 'string', description: '' }) as const;
  expect(uniqueFields(['a', 'A', '', 'a_2', 'a'].map(field)).map(({ name }) => name)).toEqual([
    'a',
    'A_2',
    'value',
    'a_2_2',
    'a_3',
  ]);
});

test('a scalar never takes the name of a milestone', () => {
  const columns: Column[] = [
    { name: 'done_date', unit: '', kind: 'scalar', description: '' },
    { name: 'done', unit: 'day', kind: 'milestone', description: '' },
  ];
  const { fields } = runsTable(recordsOf(columns, [{ done_date: [1], done: [2] }]));
  expect(fields.map(({ name }) => name).slice(3)).toEqual(['done_date', 'done_date_2']);
});

describe('a text that a spreadsheet would run', () => {
  const RUN = [
    '=HYPERLINK("http://x")',
    '+cmd',
    '@SUM(A1)',
    '-2+3',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    "'=1",
    '-30 days',
  ];

  test.each(RUN)('%j is led by an apostrophe, and is read back without it', (text) => {
    expect(formatCell(text)).toBe(`'${text}`);
    expect(plainText(formatCell(text))).toBe(text);
  });

  test.each(['-0.3', '+5', '1e-7', "'tis", 'a=b', '', "it's", '東京'])('%j stays as it is', (text) => {
    expect(formatCell(text)).toBe(text);
    expect(plainText(text)).toBe(text);
  });

  test('begins no cell and no header of any table, and comes back as it was', async () => {
    const path = join(folder, 'formulas.csv');
    await writeCsv(path, {
      name: 'formulas',
      description: '',
      fields: RUN.map((name) => ({ name, type: 'string' as const, description: '' })),
      *rows() {
        yield RUN;
      },
    });
    const text = readFileSync(path, 'utf8');
    expect(text).not.toMatch(/(^|,|\n)"?[=+\-@\t\r]/);
    expect(await csvRows(text)).toEqual({ head: RUN, rows: [RUN] });
  });
});
