import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { addTable } from '../results/addTable.ts';
import { copiesOfResults } from '../results/copies.ts';
import { textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

/** The page of a run whose worst tenth waits so much more for chips, and lacks most by far. */
async function pageWith(chips: readonly [estimate: number, low: number, high: number]): Promise<string> {
  const folder = resultsCopy();
  const milestone = 'target';
  const estimates = ['', '_low', '_high'].map((end) => ({ name: `difference_racks${end}`, type: 'number' }));
  const rows = [
    ['chips', 'over time', ...chips],
    ['existing', 'over time', -12, -19, -6],
    ['unmet', 'over time', 1606, 1271, 1941],
    ['racks the contract still lacks', 'at the horizon', 1606, 1255, 1957],
  ];
  addTable(folder, {
    name: 'worst_tenth',
    fields: [
      ...['milestone', 'what', 'when'].map((name) => ({ name, type: 'string' })),
      ...['worst', 'never', 'others'].map((name) => ({ name, type: 'integer' })),
      ...estimates,
    ],
    text: [
      ['milestone', 'what', 'when', 'worst', 'never', 'others', ...estimates.map(({ name }) => name)],
      ...rows.map(([what, when, ...difference]) => [milestone, what, when, 4, 4, 36, ...difference]),
    ]
      .map((cells) => `${cells.join(',')}\n`)
      .join(''),
  });
  return textOf(readFileSync((await writeReport({ folder })).file, 'utf8'));
}

test('the worst tenth of the runs is told by a cause, never by what it was picked for', async () => {
  const page = await pageWith([95, 40, 150]);
  expect(page).toContain(
    'The worst tenth of all runs, none of which reaches 100 % of the contract by the horizon: of the causes waiting for chips differs most, 95 (40 to 150) racks more',
  );
  expect(page).not.toContain('lacks at the horizon');
  expect(page).not.toContain('waiting for not by');
});

test('where no cause is shown to differ, that is what it says', async () => {
  expect(await pageWith([95, -64, 255])).toContain(
    'by the horizon: no cause is shown to hold back more in them than in the others',
  );
});
