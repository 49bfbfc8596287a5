import { expect, test } from 'vitest';
import { answerOf, runResults } from '../../src/answer/index.ts';
import { bindingByYear } from '../../src/app/cli/bindingByYear.ts';
import { moneySpent } from '../../src/app/cli/moneySpent.ts';
import { percentWithInterval } from '../../src/app/cli/percent.ts';
import type { Column } from '../../src/record/index.ts';
import { seriesTable } from '../../src/output/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const blocked = (cause: string): Column => ({
  name: `blocked_${cause}`,
  unit: 'rack',
  kind: 'series',
  description: cause,
  table: 'binding',
  role: 'blocked',
  key: { cause },
  statistic: 'share',
});

/** Report dates: the ends of June and December 2026, and of June 2027. */
const GRID = { startDate: '2026-01-01', horizonDays: 546, gridDays: [180, 364, 545] };
const chips = [
  [10, 6, 1],
  [10, 2, 1],
  [10, 7, 2],
];
const power = [
  [0, 4, 9],
  [0, 2, 3],
  [0, 3, 8],
];

test('the terminal says of a year what binding.csv says on its last report date', () => {
  const records = recordsOf(
    [blocked('chips'), blocked('power')],
    [{ blocked_chips: chips, blocked_power: power }],
    GRID,
  );
  const [text] = bindingByYear(answerOf(runResults(records)).boundBy);
  const head = text!.split('\n')[1];
  expect(head).toMatch(/bound at the end of.*2026.*2027/);
  const rows = [...seriesTable('binding', records).rows()];
  for (const date of ['2026-12-31', '2027-06-30'])
    for (const [, cause, estimate, low, high] of rows.filter(([day]) => day === date)) {
      const share = percentWithInterval({ estimate, low, high } as Parameters<typeof percentWithInterval>[0]);
      const line = text!.split('\n').find((each) => each.includes(String(cause)));
      expect(line).toContain(share);
    }
  // Fifteen of the 24 racks that are blocked at the end of 2026 wait for chips; the middle of the year says nothing of it.
  expect(text).toContain('62.5 %');
});

test('the terminal calls causes as the model does', () => {
  const records = recordsOf(
    [blocked('crew'), blocked('unmet')],
    [{ blocked_crew: chips, blocked_unmet: power }],
    { ...GRID, titles: { causes: [{ name: 'crew', title: 'crews' }] } },
  );
  const [text] = bindingByYear(answerOf(runResults(records)).boundBy);
  expect(text).toContain('crews');
  expect(text).toContain('does not come');
});

test('the year of the horizon, at which nothing still to come comes by it, has no column', () => {
  const end = (days: number[][], last: number) => days.map((row) => [...row.slice(0, -1), last]);
  const ended = recordsOf(
    [blocked('crew'), blocked('unmet')],
    [{ blocked_crew: end(chips, 0), blocked_unmet: end(power, 3) }],
    GRID,
  );
  const [text] = bindingByYear(answerOf(runResults(ended)).boundBy);
  expect(text).toContain('2026');
  expect(text).not.toContain('2027');
});

test('the part of the commitment that is spent stands with its interval', () => {
  const spend: Column = {
    name: 'spend',
    unit: '$',
    kind: 'series',
    table: 'spend',
    role: 'spend',
    whole: 1e9,
    description: '',
  };
  const parts = Array.from({ length: 40 }, (_, index) => [0, index / 100, 1]);
  const records = recordsOf([spend], [{ spend: parts.map((row) => row.map((part) => part * 1e9)) }], GRID);
  const [text] = moneySpent(answerOf(runResults(records)).spend);
  expect(text).toContain('P50 of the commitment');
  expect(text).toMatch(/19\.5 % \(\d+\.\d % to \d+\.\d %\)/);
});
