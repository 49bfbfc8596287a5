import { expect, test } from 'vitest';
import type { Table } from '../../src/output/index.ts';
import { date, estimate, number, oneTableReports, text } from './oneTable.ts';

const reportOf = oneTableReports();

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
  expect(page).toMatch(
    /Two steps at once, beyond the sum of both: the largest \d+ of \d+; one in forty is above 0 by chance/,
  );
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
    'Shorter acceptance brings the target forward by 4 (2 to 6) days: the largest of the 2 gains that are shown, of 4 steps, at 95 % each',
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
    'No order date that was tried, of any one item, meets the date with the required probability',
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
    'The day of the target depends most on price with a mean size of the effect of 312 (210 to 387) days',
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
