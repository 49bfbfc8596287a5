import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { REPORT_SCRIPT } from '../../src/report/reportScript.ts';
import { addStages } from '../results/addTable.ts';
import { copiesOfResults, edit } from '../results/copies.ts';
import { sectionsOf, textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

async function reportOf(folder: string): Promise<string> {
  const { file } = await writeReport({ folder });
  return readFileSync(file, 'utf8');
}

describe('the report of a run', () => {
  test('says the answer first: probability with its interval, dates, what bound, spend, sample', async () => {
    const folder = resultsCopy();
    const html = await reportOf(folder);
    const header = textOf(/<header>[\s\S]*?<\/header>/.exec(html)![0]);
    expect(header).toContain('40 replications · seed 1');
    expect(header).toContain(
      '100 % of the contract is in service by 31 December 2026 with a probability of 5.0 % (1.4 % to 16.5 %)',
    );
    expect(header).toMatch(/Half of the replications are there by \d+ \w+ 202\d \(.+ to .+\)/);
    const [row] = /^gpus_100000,.*$/m.exec(readFileSync(join(folder, 'milestones.csv'), 'utf8'))!;
    const [, , p10, low, high] = row.split(',');
    expect(header).toContain(`100,000 GPUs ${p10} ${low} to ${high}`);
    expect(header).toMatch(
      /Held back by Of the capacity still to come on 31 December 2026, [\d.]+ % \([\d.]+ % to [\d.]+ %\) waits for chips/,
    );
    expect(header).toMatch(
      /Spend \$[\d.]+[BM] \(\$[\d.]+[BM] to \$[\d.]+[BM]\) by 31 December 2026, .* of \$38B committed/,
    );
  });

  test('has its sections in order, each with its charts, and no warning', async () => {
    const folder = resultsCopy();
    addStages(folder);
    const html = await reportOf(folder);
    const sections = sectionsOf(html);
    expect([...sections.keys()]).toEqual([
      'When it is in service',
      'What made it late, what to do, what we do not know',
      'What holds it back',
      'Site by site',
      'What the answer depends on',
      'How well such forecasts have done',
      'What it costs',
      'What it assumes',
      'How to read the numbers',
      'Where it comes from, and how to replay it',
    ]);
    const figures = [...sections.values()].map((text) => text.match(/<figure>/g)?.length ?? 0);
    expect(figures).toEqual([3, 0, 5, 1, 1, 2, 1, 0, 0, 0]);
    expect(html).not.toContain('class="warning"');
  });

  test('shows every milestone with the interval of every date', async () => {
    const folder = resultsCopy();
    const text = textOf(sectionsOf(await reportOf(folder)).get('When it is in service')!);
    const rows = readFileSync(join(folder, 'milestones.csv'), 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      const [, , p10, p10Low, p10High, p50, p50Low, p50High] = row.split(',');
      expect(text).toContain(`${p10} ${p10Low} to ${p10High || '…'}`);
      expect(text).toContain(`${p50} ${p50Low} to ${p50High || '…'}`);
    }
  });

  test('says in the attribution which part of the runs gets there as its table of milestones does, by weight', async () => {
    const folder = resultsCopy();
    const fields = readFileSync(join(folder, 'milestones.csv'), 'utf8').split('\n')[0]!.split(',');
    const place = fields.indexOf('reached');
    edit(folder, 'milestones.csv', (csv) =>
      csv.replace(/^target,.*$/m, (row) => row.split(',').with(place, '0.31').join(',')),
    );
    expect(textOf(await reportOf(folder))).toContain('(mean of the 31 % of runs that get there)');
  });

  test('shows every input of the ledger with its source', async () => {
    const folder = resultsCopy();
    const ledger = sectionsOf(await reportOf(folder)).get('What it assumes')!;
    expect(textOf(ledger)).toMatch(/ inputs: (?:[^.]* )?[1-9]\d+ assumptions/);
    const paths = readFileSync(join(folder, 'assumptions.csv'), 'utf8').trim().split('\n').slice(1);
    expect(ledger.match(/<th scope="row">/g)).toHaveLength(paths.length);
    expect(textOf(ledger)).toContain('$38B particle.news; nationaltechnology.co.uk, 2025-11-03 fact, high');
  });

  test('tells how to make the results again, in a command that a shell takes', async () => {
    const text = textOf(await reportOf(resultsCopy()));
    expect(text).toContain(
      'npx gigaramp run gigaramp:models/scenarios/openai-aws-38b.yaml --replications 40 --seed 1',
    );
    const folder = resultsCopy();
    edit(folder, 'manifest.json', (json) => json.replace('"seed": "1"', `"seed": "it's 1; rm"`));
    expect(textOf(await reportOf(folder))).toContain(`--seed 'it'\\''s 1; rm'`);
  });

  test('names an own model in that command, and leaves it out where points set more than the manifest tells', async () => {
    const own = resultsCopy();
    edit(own, 'manifest.json', (json) =>
      json
        .replace('gigaramp:models/rollout/rollout.ts', './my/model.ts')
        .replace('"export": "rollout"', '"export": "mine"'),
    );
    expect(textOf(await reportOf(own))).toContain(
      'npx gigaramp run gigaramp:models/scenarios/openai-aws-38b.yaml --model ./my/model.ts#mine --replications 40',
    );
    const sweep = textOf(await reportOf(resultsCopy('03-chip-supply')));
    expect(sweep).toContain('npx gigaramp replay .');
    expect(sweep).not.toContain('npx gigaramp run');
  });

  test('says what intervals mean and what they do not', async () => {
    const text = textOf(await reportOf(resultsCopy()));
    expect(text).toContain('sampling error of the simulation');
    expect(text).toContain('does not include uncertainty in the assumptions');
  });

  test('leaves out what has no table', async () => {
    const folder = resultsCopy();
    for (const name of [
      'inputs',
      'stages',
      'sites',
      'dwell',
      'spend',
      'finance',
      'assumptions',
      'attribution',
      'binding',
    ]) {
      rmSync(join(folder, `${name}.csv`), { force: true });
      for (const file of ['manifest.json', 'datapackage.json']) {
        edit(folder, file, (text) => {
          const json = JSON.parse(text) as Record<'outputs' | 'resources', { name: string; path?: string }[]>;
          const without = (list: { name: string; path?: string }[] | undefined) =>
            list?.filter((entry) => (entry.path ?? entry.name) !== `${name}.csv`);
          return JSON.stringify({
            ...json,
            outputs: without(json.outputs),
            resources: without(json.resources),
          });
        });
      }
    }
    const html = await reportOf(folder);
    expect([...sectionsOf(html).keys()]).toEqual([
      'When it is in service',
      'What holds it back',
      'How well such forecasts have done',
      'How to read the numbers',
      'Where it comes from, and how to replay it',
    ]);
    expect(html).not.toContain('class="warning"');
    expect(textOf(html)).not.toContain('Held back by');
  });

  test('is the same bytes twice, in another place, and on another machine', async () => {
    const first = await reportOf(resultsCopy());
    const folder = resultsCopy();
    edit(folder, 'manifest.json', (json) =>
      json
        .replace(/"seconds": [\d.]+/, '"seconds": 99')
        .replace(/"workers": \d+/, '"workers": 17')
        .replace(/"finished": "[^"]+"/, '"finished": "2030-01-01T00:00:00.000Z"')
        .replace(/"platform": "[^"]+"/, '"platform": "darwin-arm64"'),
    );
    expect(await reportOf(folder)).toBe(first);
    expect(await reportOf(folder)).toBe(first);
  });

  test('escapes every name and text that comes from the folder', async () => {
    const folder = resultsCopy();
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    edit(folder, 'assumptions.csv', (text) => text.replaceAll(',scenario,', `,${hostile},`));
    edit(folder, 'binding.csv', (text) => text.replaceAll(',chips,', `,${hostile},`));
    edit(folder, 'attribution.csv', (text) => text.replaceAll(',chips,', `,${hostile},`));
    edit(folder, 'inputs.csv', (text) => text.replaceAll('price,', `${hostile},`));
    edit(folder, 'sites.csv', (text) => text.replaceAll('pool-1', hostile));
    edit(folder, 'datapackage.json', (text) =>
      text
        .replace('"name": "openai-aws-38b"', `"name": "${hostile}"`)
        .replaceAll('100 % of the contract in service', `${hostile} in service`)
        .replaceAll('State at the end', hostile),
    );
    edit(folder, 'manifest.json', (text) =>
      text.replace('"seed": "1"', `"seed": "${hostile}"`).replaceAll('yaml"', `yaml${hostile}"`),
    );
    const html = await reportOf(folder);
    expect(html).toContain('&lt;script&gt;alert(1)');
    // Data that runs nothing, in which no element can end, and the one script of the page.
    const rest = html
      .replaceAll(/<script type="application\/json" [\w-]+>[^<]*<\/script>/g, '')
      .replace(`<script>${REPORT_SCRIPT}</script>`, '');
    expect(rest).not.toMatch(/<script|<img|onerror=alert\(2\)>(?!&)/i);
  });
});
