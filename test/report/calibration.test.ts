import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { wilson } from '../../src/statistics/index.ts';
import { addTable } from '../results/addTable.ts';
import { editJson } from '../results/copies.ts';
import { sectionsOf, textOf } from './pageText.ts';

const TITLE = 'How well such forecasts have done';
const place = mkdtempSync(join(tmpdir(), 'gigaramp-calibration-'));
afterAll(() => rmSync(place, { recursive: true }));
const run = async (name: string): Promise<string> => {
  const out = join(place, name);
  const file = join(packageRoot(), `models/scenarios/${name}.yaml`);
  await runScenario({ scenarioModel: rolloutScenarioModel, file, replications: 4, workers: 1, out });
  return out;
};
const sectionIn = async (folder: string): Promise<string | undefined> => {
  const { file } = await writeReport({ folder });
  return sectionsOf(readFileSync(file, 'utf8')).get(TITLE);
};

let folder = '';
beforeAll(async () => {
  folder = await run('openai-aws-38b');
});

/** Places of the days that came in their forecasts, as the package ships them. */
const pits = readFileSync(join(packageRoot(), 'models/calibration/leftOut.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .slice(1)
  .map((line) => Number(line.split(',').at(-1)));

/** Puts a table of places into the folder, in the place of the one it has. */
function put(places: readonly number[]): void {
  addTable(folder, {
    name: 'calibration',
    fields: [
      { name: 'site', type: 'string' },
      { name: 'pit', type: 'number' },
    ],
    text: ['site,pit', ...places.map((pit, i) => `site ${i},${pit}`), ''].join('\n'),
  });
}

/** So many places, evenly spread between two. */
const spread = (count: number, from = 0, to = 1): number[] =>
  Array.from({ length: count }, (_, i) => from + ((i + 0.5) / count) * (to - from));

describe('the report of a run that rests on the fit', () => {
  test('says how many campuses came inside each interval, with Wilson intervals', async () => {
    const text = textOf((await sectionIn(folder))!);
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    for (const level of [50, 80, 90]) {
      const tail = (100 - level) / 200;
      const inside = pits.filter((pit) => pit >= tail && pit <= 1 - tail).length;
      const { estimate, low, high } = wilson(inside, pits.length);
      expect(text).toContain(
        `central ${level} % ${inside} of ${pits.length} ${percent(estimate!)} ${percent(low!)} to ${percent(high!)}`,
      );
    }
  });

  test('has both pictures, with every count and share in words', async () => {
    const html = (await sectionIn(folder))!;
    const text = textOf(html);
    expect(html.match(/<figure>/g)).toHaveLength(2);
    const names = ['Earliest', 'Second', 'Middle', 'Fourth', 'Latest'];
    names.forEach((name, i) => {
      const count = pits.filter((pit) => Math.floor(pit * 5) === i).length;
      expect(text).toContain(`${name} fifth: ${count}.`);
    });
    for (const stated of [10, 50, 90]) {
      const came = pits.filter((pit) => pit <= stated / 100).length / pits.length;
      expect(text).toContain(`${stated} % stated: ${Math.round(came * 100)} % (`);
    }
  });

  test('names every campus, where it is from, and what this does not show', async () => {
    const text = textOf((await sectionIn(folder))!);
    for (const words of [
      'Meta Prometheus 1,279',
      'derived from Epoch AI',
      'chips come on top of halls',
      'became known, often for being fast',
      'what is unfinished is not counted',
    ])
      expect(text).toContain(words);
  });
});

describe('what follows from the numbers', () => {
  test.each([
    ['as they should', spread(40), 'may be taken as it stands'],
    ['all in the middle', spread(40, 0.3, 0.7), 'wider than it need be'],
    [
      'a little too often outside',
      [...spread(30, 0.1, 0.9), ...spread(6, 0.05, 0.09), ...spread(4, 0.96, 1)],
      'With so few campuses that may be chance, but do not count on it: trust the 90 % interval, which held 90.0 %',
    ],
    [
      'a little too often outside of 90 % too',
      [...spread(28, 0.1, 0.9), ...spread(12, 0.96, 1)],
      'even the 90 % interval held only 70.0 %',
    ],
    [
      'far too often outside',
      [...spread(40, 0.1, 0.9), ...spread(60, 0.06, 0.09)],
      'That is fewer than chance explains: trust the 90 % interval, which held 100.0 %',
    ],
  ])('campuses that came %s', async (_, places, words) => {
    put(places);
    expect(textOf((await sectionIn(folder))!)).toContain(words);
  });
});

describe('a report has no such section', () => {
  test('of a scenario without a tempo of the record', async () => {
    const other = await run('paper-and-pencil');
    expect(readFileSync(join(other, 'manifest.json'), 'utf8')).not.toContain('calibration.csv');
    expect(await sectionIn(other)).toBeUndefined();
  });

  test('of a folder that is older than the table, which is whole without it', async () => {
    editJson(folder, 'datapackage.json', (json) => ({
      ...json,
      resources: (json['resources'] as { name: string }[]).filter(({ name }) => name !== 'calibration'),
    }));
    editJson(folder, 'manifest.json', (json) => ({
      ...json,
      outputs: (json['outputs'] as { name: string }[]).filter(({ name }) => name !== 'calibration.csv'),
    }));
    expect(await sectionIn(folder)).toBeUndefined();
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('What holds it back');
    expect(page).not.toContain('not whole or not as they were written');
  });
});
