import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults, edit } from '../results/copies.ts';
import { textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

const NOT_THERE = ['', '', '', '', '', '', '', '', ''];

/** The page of the baseline whose target is due on a date, with other cells after its name. */
async function pageOf({ due = '', reached }: { due?: string; reached?: readonly string[] }): Promise<string> {
  const folder = resultsCopy();
  edit(folder, 'milestones.csv', (text) => {
    const rows = text
      .trim()
      .split('\n')
      .map((row) => row.split(',').slice(0, 14));
    const all = rows.map(([name = '', gpus = '', ...cells], i) => {
      if (i === 0) return [name, gpus, ...cells, 'due_date'];
      if (name !== 'target') return [name, gpus, ...cells, ''];
      return [name, gpus, ...(reached === undefined ? cells : [...NOT_THERE, ...reached]), due];
    });
    return `${all.map((cells) => cells.join(',')).join('\n')}\n`;
  });
  if (reached !== undefined)
    edit(folder, 'readiness.csv', (text) => text.replace(/^(2028-12-31),.*$/m, `$1,${reached.join(',')}`));
  const { file } = await writeReport({ folder });
  return textOf(readFileSync(file, 'utf8'));
}

test('exactly half is not fewer than half', async () => {
  const page = await pageOf({ due: '2026-12-31', reached: ['0.5', '0.35', '0.65'] });
  expect(page).toContain(
    '50.0 % (35.0 % to 65.0 %) of the replications are there by the end of the simulation on 31 December 2028.',
  );
  expect(page).not.toContain('Fewer than half');
});

test('fewer than half are said with their share, which is of all replications', async () => {
  const page = await pageOf({ due: '2026-12-31', reached: ['0.4', '0.3', '0.5'] });
  expect(page).toContain(
    'Fewer than half of the replications are there by the end of the simulation on 31 December 2028: 40.0 % (30.0 % to 50.0 %).',
  );
  expect(page).not.toMatch(/%\) of them/);
});

test('the readiness chart has the dates of the table', async () => {
  const page = await pageOf({ due: '2026-12-31' });
  const [, date] = /Half of the replications are there by (\d+ \w+ \d+)/.exec(page)!;
  const [day, month, year] = date!.split(' ');
  expect(page).toContain(`50 % is passed by ${day} ${month!.slice(0, 3)} ${year}.`);
});

test('what held back on a date that no row has is that of the last one before it', async () => {
  const page = await pageOf({ due: '2026-12-20' });
  expect(page).toContain('Of the capacity still to come on 30 November 2026');
});
