import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeResults, type Table, type TableField } from '../../src/output/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults, textOf } from './resultsCopy.ts';

const resultsCopy = copiesOfResults();

const text = (name: string): TableField => ({ name, type: 'string', description: name });
const date = (name: string): TableField => ({ name, type: 'date', description: name });
const number = (name: string, unit?: string): TableField => ({
  name,
  type: 'number',
  ...(unit === undefined ? {} : { unit }),
  description: name,
});
const estimate = (field: TableField): TableField[] =>
  ['', '_low', '_high'].map((end) => ({ ...field, name: `${field.name}${end}` }));

/** Headline and text of the report of a folder that holds one table. */
async function reportOf(table: Table): Promise<{ headline: string; page: string; figures: number }> {
  const folder = `${resultsCopy('08-precision')}-table`;
  await writeResults({ folder, name: 'one-table', tables: [table] });
  const { file } = await writeReport({ folder });
  const html = readFileSync(file, 'utf8');
  return {
    headline: textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim(),
    page: textOf(html),
    figures: html.match(/<figure>/g)?.length ?? 0,
  };
}

function blameTable(rows: (string | number | undefined)[][], cut?: number): Table {
  const days = ['leave_one_out_days', 'add_one_days', 'shapley_days'].map((name) => number(name, 'day'));
  return {
    name: 'blame',
    description: 'Blame.',
    fields: [
      text('milestone'),
      text('cause'),
      ...days.flatMap(estimate),
      ...(cut === undefined ? [] : [number('censored_share', 'share')]),
    ],
    rows: () => (cut === undefined ? rows : rows.map((row) => [...row, cut])),
  };
}

test('blame names the cause with the largest share, and says when that is not certain', async () => {
  const rows = [
    ['target', 'chips', 90, 80, 100, 95, 85, 105, 92, 82, 102],
    ['target', 'power', 8, 4, 12, 10, 6, 14, 9, 5, 13],
    ['target', 'sum', 98, 90, 106, 105, 95, 115, 101, 91, 111],
    ['target', 'delay', 101, 91, 111, 101, 91, 111, 101, 91, 111],
  ];
  const { headline, figures } = await reportOf(blameTable(rows));
  expect(headline).toBe(
    'Of the 101 (91 to 111) days by which the target is later than plan, chips make 92 (82 to 102), more than any other cause',
  );
  expect(figures).toBe(3);
  const near = await reportOf(
    blameTable([rows[0]!, ['target', 'power', 85, 75, 95, 88, 78, 98, 86, 76, 96], ...rows.slice(2)]),
  );
  expect(near.headline).toContain('the largest share, though not for certain');
});

test('blame says how many runs the horizon cut, what the plan is and what the sums are', async () => {
  const rows = [
    ['target', 'chips', 90, 80, 100, 95, 85, 105, 92, 82, 102],
    ['target', 'delay', 101, 91, 111, 101, 91, 111, 101, 91, 111],
  ];
  const { page } = await reportOf(blameTable(rows, 0.12));
  expect(page).toContain('The horizon cut 12.0 % of the runs');
  expect(page).toContain('days are those of min(T, horizon)');
  expect(page).toContain('The plan is the run in which every draw takes its median.');
  expect(page).toContain('The row “sum” adds up its column');
  expect((await reportOf(blameTable(rows, 0))).page).not.toContain('The horizon cut');
});

test('where nothing is reached no delay is shared out, and no cause has the largest share', async () => {
  const none = Array.from({ length: 9 }, () => 0);
  const rows = [
    ['target', 'chips', ...none],
    ['target', 'power', ...none],
    ['target', 'delay', ...none],
  ];
  expect((await reportOf(blameTable(rows, 1))).headline).toBe(
    'The target is not reached by the horizon in any run: no delay can be shared out',
  );
  expect((await reportOf(blameTable(rows, 0))).headline).toBe(
    'The target comes as planned in every run: there is no delay to share out',
  );
});

test('a delay that may be none is not called one', async () => {
  const rows = [
    ['target', 'chips', 4, -1, 9, 4, -1, 9, 4, -1, 9],
    ['target', 'delay', 3, -2, 8, 3, -2, 8, 3, -2, 8],
  ];
  expect((await reportOf(blameTable(rows))).headline).toMatch(
    /^The target is not shown to be later than plan: the difference is 3 \(−2 to 8\) days/,
  );
});

test('path days and GPU-days have charts of their own', async () => {
  const fields = ['path_days', 'shapley_days'].map((name) => number(name, 'day'));
  const table: Table = {
    name: 'blame',
    description: 'Blame.',
    fields: [
      text('milestone'),
      text('cause'),
      ...[...fields, number('shapley_gpu_days', 'GPU-day')].flatMap(estimate),
    ],
    rows: () => [['target', 'chips', 573, 446, 700, 123, 16, 230, 11_600_056, 12_633, 23_187_478]],
  };
  const { figures, page } = await reportOf(table);
  expect(figures).toBe(3);
  expect(page).toContain('11.6M (12.6k to 23.2M)');
});

function relaxTable(rows: (string | number | undefined)[][]): Table {
  return {
    name: 'relax',
    description: 'Gains.',
    fields: [
      text('milestone'),
      text('relaxation'),
      number('together'),
      ...estimate(number('gained_days', 'day')),
      ...estimate(number('beyond_sum_days', 'day')),
      number('censored'),
    ],
    rows: () => rows.map((row) => [...row, 0]),
  };
}

test('relaxations name the step that gains most, and claim no gain that is not shown', async () => {
  const none = [undefined, undefined, undefined];
  const crew = ['target', 'one more crew', 1, 27, 5, 50, ...none];
  const earlier = ['target', 'chips earlier', 1, 10, -1, 20, ...none];
  const both = ['target', 'one more crew + chips earlier', 2, 45, 20, 70, 8, 2, 14];
  const { headline, figures, page } = await reportOf(relaxTable([crew, earlier, both]));
  expect(headline).toBe(
    'One more crew brings the target forward by 27 (5 to 50) days: the only gain that is shown, of 2 steps, at 95 % each',
  );
  expect(figures).toBe(2);
  expect(page).toContain('one more crew + chips earlier 45 20 to 70 8 2 to 14');
  expect(page).not.toContain('beyond_sum');
  expect((await reportOf(relaxTable([earlier]))).headline).toBe(
    'Of 1 step, at 95 % each, none is shown to bring the target forward; the largest gain, of chips earlier, is 10 (−1 to 20) days',
  );
});

test('a step that is shown to gain is named though another, that is not shown, gains more', async () => {
  const none = [undefined, undefined, undefined];
  const { headline } = await reportOf(
    relaxTable([
      ['target', 'more chips', 1, 19, -1, 40, ...none],
      ['target', 'shorter acceptance', 1, 3.7, 1.8, 5.6, ...none],
      ['target', 'earlier relays', 1, 1, 0.5, 1.5, ...none],
      ['target', 'dust', 1, 3e-14, 1e-14, 5e-14, ...none],
    ]),
  );
  expect(headline).toBe(
    'Shorter acceptance brings the target forward by 3.7 (1.8 to 5.6) days: the largest of the 2 gains that are shown, of 4 steps, at 95 % each',
  );
});

function orderByTable(rows: (string | number | undefined)[][]): Table {
  return {
    name: 'order_by',
    description: 'Latest order dates.',
    fields: [
      text('site'),
      text('item'),
      date('usual_order_date'),
      ...estimate(number('usual_probability', 'share')),
      ...estimate(date('latest_order_date')),
      ...estimate(number('probability', 'share')),
      text('status'),
    ],
    rows: () => rows,
  };
}

test('order dates name the first that is still open, or that none would do', async () => {
  const open = [
    'east',
    'relays',
    '2026-03-01',
    0.9,
    0.8,
    0.95,
    '2026-05-01',
    '2026-04-01',
    '2026-06-01',
    0.82,
    0.7,
    0.9,
    'open',
  ];
  const later = [
    'west',
    'relays',
    '2026-08-01',
    0.9,
    0.8,
    0.95,
    '2026-09-01',
    '2026-08-01',
    '2026-10-01',
    0.82,
    0.7,
    0.9,
    'open',
  ];
  const never = [
    'west',
    'cooling',
    '2026-03-01',
    0.1,
    0.05,
    0.2,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'unreachable',
  ];
  const { headline, figures, page } = await reportOf(orderByTable([later, open, never]));
  expect(headline).toBe('The first to order is relays of east, by 1 May 2026 (1 April to 1 June 2026)');
  expect(figures).toBe(1);
  expect(page).toContain(
    'cooling of west 2026-03-01 none of those tried … 10.0 % 5.0 % to 20.0 % unreachable',
  );
  expect((await reportOf(orderByTable([never]))).headline).toBe(
    'No order date that was tried, of any one item, makes it in time as surely as asked',
  );
});

test('elementary effects have their unit and are ranked by size', async () => {
  const { headline, figures } = await reportOf({
    name: 'morris',
    description: 'Effects.',
    fields: [text('response'), text('factor'), text('unit'), ...estimate(number('mu_star'))],
    rows: () => [
      ['target', 'pace', 'day', 30, 20, 40],
      ['target', 'price', 'day', 312, 210, 387],
      ['on time', 'pace', 'share', 0.1, 0.05, 0.2],
    ],
  });
  expect(headline).toBe(
    'The day of the target hangs most on price with a mean size of the effect of 312 (210 to 387) days',
  );
  expect(figures).toBe(2);
});

test('a table whose columns are others than expected is shown as it is', async () => {
  const { page, figures } = await reportOf({
    name: 'blame',
    description: 'Something else.',
    fields: [text('who'), number('how_much')],
    rows: () => [['the weather', 3]],
  });
  expect(page).toContain('the weather 3');
  expect(figures).toBe(0);
});
