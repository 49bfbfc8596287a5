import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults, edit, editJson } from '../results/copies.ts';
import { textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

async function pageOf(folder: string): Promise<string> {
  const { file } = await writeReport({ folder });
  return textOf(readFileSync(file, 'utf8'));
}

test('a point that sets something prints no run command, which would drop the setting', async () => {
  const one = resultsCopy();
  edit(one, 'manifest.json', (text) => text.replace('"base"', '"deployment.crews=2 crew"'));
  const page = await pageOf(one);
  expect(page).toContain('npx gigaramp replay .');
  expect(page).not.toContain('npx gigaramp run');
});

test('a model that is neither the shipped one nor named by a module prints no run command', async () => {
  const own = resultsCopy();
  editJson(own, 'manifest.json', (json) => ({
    ...json,
    model: { name: 'mine', version: '1' },
    run: { ...(json['run'] as object), module: undefined },
  }));
  expect(await pageOf(own)).not.toContain('npx gigaramp run');
});

test('warnings of the scenario stand on the page with their places, and nothing where there are none', async () => {
  const folder = resultsCopy();
  expect(await pageOf(folder)).not.toContain('may not be meant');
  const line = 'gigaramp:models/scenarios/x.yaml:59:17: chips: the output ends on 2028-12-31';
  editJson(folder, 'manifest.json', (json) => ({ ...json, warnings: [line] }));
  const page = await pageOf(folder);
  expect(page).toContain('The scenario is valid, but this may not be what was meant:');
  expect(page).toContain('models/scenarios/x.yaml:59:17: chips: the output ends on 2028-12-31');
});

test('the title of the data package names the results, else its name', async () => {
  const folder = resultsCopy();
  expect(await pageOf(folder)).toContain('openai-aws-38b · 40 replications');
  editJson(folder, 'datapackage.json', (json) => ({ ...json, title: 'Über Ñ & Cö' }));
  expect(await pageOf(folder)).toContain('Über Ñ & Cö · 40 replications');
});

test('what was set over the scenario stands in the command that makes the results again', async () => {
  const folder = resultsCopy();
  const settings = { 'deployment.crews': '2 crew', 'provider.pace': 0.9 };
  editJson(folder, 'manifest.json', (json) => ({ ...json, run: { ...(json['run'] as object), settings } }));
  expect(await pageOf(folder)).toContain(
    `--replications 40 --seed 1 --set 'deployment.crews=2 crew' --set provider.pace=0.9`,
  );
});
