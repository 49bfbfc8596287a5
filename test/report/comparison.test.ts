import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults, edit } from '../results/copies.ts';
import { textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

/** A report of two points in which one or both never arrive, or some runs are cut. */
async function compared(change: (folder: string) => void): Promise<{ headline: string; page: string }> {
  const folder = resultsCopy('00-own-model/compare');
  change(folder);
  const { file } = await writeReport({ folder });
  const html = readFileSync(file, 'utf8');
  return { headline: textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim(), page: textOf(html) };
}

/** Makes a point reach its milestone in no run. */
function neverAt(folder: string, points: RegExp): void {
  edit(folder, 'milestones.csv', (text) => {
    const [head = '', ...rows] = text.trim().split('\n');
    const column = head.split(',').indexOf('reached');
    const spoilt = rows.map((row) => {
      const cells = row.split(',');
      return points.test(cells[0]!)
        ? cells.map((cell, i) => (i < 2 ? cell : i === column ? '0' : '')).join(',')
        : row;
    });
    return `${[head, ...spoilt].join('\n')}\n`;
  });
}

test('where one side never arrives there is no difference in days as the headline', async () => {
  const one = await compared((folder) => neverAt(folder, /^three$/));
  expect(one.headline).toBe(
    'All is not reached by the horizon in any run with three; with two cranes in 100.0 % (92.9 % to 100.0 %)',
  );
  expect(one.page).toMatch(/all day [\d.]+ .* not reached none/);
  const both = await compared((folder) => neverAt(folder, /./));
  expect(both.headline).toBe(
    'All is not reached by the horizon in any run, neither with two cranes nor with three',
  );
});

test('runs past the horizon are said to count as arriving then, and not to make anything smaller', async () => {
  const { headline, page } = await compared((folder) =>
    edit(folder, 'compare.csv', (text) => {
      const [head = '', ...rows] = text.trim().split('\n');
      const column = head.split(',').indexOf('censored');
      return `${[head, ...rows.map((row) => row.split(',').with(column, '3').join(','))].join('\n')}\n`;
    }),
  );
  expect(headline).toBe(
    'With three, all is reached 18 days (14 to 22) earlier than with two cranes, counting runs past the horizon as arriving then',
  );
  expect(page).toContain('the difference is of days up to the horizon, and not of all that it takes');
  expect(page).not.toContain('smaller than it is');
});

test('the figure says earlier or later, and no negative days', async () => {
  const { page } = await compared(() => undefined);
  expect(page).toContain('most with all (target): 18 days earlier');
});
