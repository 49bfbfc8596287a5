import { expect, test } from 'vitest';
import type { Table } from '../../src/output/index.ts';
import { estimate, number, oneTableReports, text } from './oneTable.ts';

const reportOf = oneTableReports();

function blameTable(rows: (string | number | undefined)[][], cut?: number, planned?: number): Table {
  const days = ['leave_one_out_days', 'add_one_days', 'shapley_days'].map((name) => number(name, 'day'));
  return {
    name: 'blame',
    description: 'Blame.',
    fields: [
      text('milestone'),
      text('cause'),
      ...days.flatMap(estimate),
      ...(planned === undefined ? [] : [number('plan_reached_share', 'share')]),
      ...(cut === undefined ? [] : [number('censored_share', 'share')]),
    ],
    rows: () => rows.map((row) => [...row, ...[planned, cut].filter((value) => value !== undefined)]),
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
  expect(page).toContain('days are counted up to it');
  expect(page).toContain('The plan is the run in which every draw takes its median.');
  expect(page).toContain('The row “sum” adds up its column');
  expect((await reportOf(blameTable(rows, 0))).page).not.toContain('The horizon cut');
});

test('a plan that does not get there by the horizon is said to be one', async () => {
  const rows = [
    ['target', 'chips', 90, 80, 100, 95, 85, 105, 92, 82, 102],
    ['target', 'delay', 101, 91, 111, 101, 91, 111, 101, 91, 111],
  ];
  const never = await reportOf(blameTable(rows, 0.5, 0));
  expect(never.headline).toContain('later than a plan that does not get there by the horizon, chips make 92');
  expect(never.page).toContain('It does not get there by the horizon: its days are those up to the horizon.');
  expect((await reportOf(blameTable(rows, 0.5, 1))).page).not.toContain('It does not get there');
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
    'There is no delay of the target to share out: it comes as planned in every run',
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
