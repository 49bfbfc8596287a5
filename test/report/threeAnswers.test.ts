import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToRun } from '../../src/app/addToRun.ts';
import { blame, relax, rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';
import { reconciled } from '../../src/report/reconciled.ts';
import { writeReport } from '../../src/report/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const common = {
  scenarioModel: rolloutScenarioModel,
  file: join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml'),
  workers: 1,
};
const run = join(folder, 'run');
const report = (of = run): string =>
  readFileSync(join(of, 'report.html'), 'utf8')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'");
// One thing varies, so that there is an input to tell of.
const settings = { 'chips.providerShare': '40 / 50 / 60 %' };
const relaxations = [
  { name: 'windows', step: 'none any more', settings: { 'calendars.outages': 'any-day' } },
];
const milestone = 'gpus_11520';

beforeAll(async () => {
  await runScenario({ ...common, settings, replications: 40, out: run });
  const relaxed = await relax({
    ...common,
    settings,
    milestone,
    relaxations,
    replications: 4,
    out: join(folder, 'relax'),
  });
  await addToRun(run, relaxed.run, 'relax');
});

describe('the report of a run', () => {
  test('says what each of the three answers means, and how to get the one that is missing', () => {
    const text = report();
    for (const words of [
      'What made it late (against plan, Shapley)',
      'Not run for this folder.',
      "in the folder of this report:  npx gigaramp blame gigaramp:models/scenarios/paper-and-pencil.yaml --set 'chips.providerShare=40 / 50 / 60 %' --into .",
      'What to do (equal steps)',
      'windows: none any more',
      'by step, over 4 replications of each step',
      'What we do not know (inputs)',
      "provider's share of the vendor's output",
      'These answer different questions and need not name the same thing',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('npx gigaramp relax');
  });

  test('has blame beside them once it was put there, and nothing wrong with the folder', async () => {
    const blamed = await blame({
      ...common,
      settings,
      milestone,
      replications: 2,
      out: join(folder, 'blame'),
    });
    await addToRun(run, blamed.run, 'blame');
    expect(report()).toContain(
      'Days late to 11,520 GPUs, by cause, over 2 replications of each combination of causes',
    );
    expect(report()).not.toContain('not whole or not as they were written');
    const manifest = JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as {
      added: { name: string }[];
    };
    expect(manifest.added.map(({ name }) => name)).toEqual(['relax.csv', 'blame.csv']);
  });

  test('names a scenario of one’s own by a way that holds in the folder of the report', async () => {
    const own = join(folder, 'my own.yaml');
    const out = join(folder, 'deeper', 'own');
    copyFileSync(common.file, own);
    await runScenario({ ...common, file: own, settings, replications: 20, seed: '7', out });
    const line = `npx gigaramp relax '../../my own.yaml' --set 'chips.providerShare=40 / 50 / 60 %' --seed 7 --into .`;
    expect(report(out)).toContain(`To have it here, in the folder of this report:  ${line}`);
    expect(existsSync(resolve(out, '../../my own.yaml'))).toBe(true);
    const path = join(out, 'manifest.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"../../my own.yaml"', '"my own.yaml"').replace(own, 'my own.yaml'),
    );
    await writeReport({ folder: out });
    expect(report(out)).toContain(
      `where the run was started:  npx gigaramp relax 'my own.yaml' --set 'chips.providerShare=40 / 50 / 60 %' --seed 7 --into 'folder of this report'`,
    );
  });

  test('takes nothing of another scenario or seed', async () => {
    const options = { ...common, milestone, relaxations, replications: 2 };
    const other = await relax({ ...options, out: join(folder, 'other') });
    await expect(addToRun(run, other.run, 'relax')).rejects.toThrow('is of another scenario');
    const seeded = await relax({ ...options, seed: '2', out: join(folder, 'seeded') });
    await expect(addToRun(run, seeded.run, 'relax')).rejects.toThrow('is of another seed');
    await expect(addToRun(folder, seeded.run, 'relax')).rejects.toThrow('expected the folder of a run');
  });
});

describe('what comes first in each of the three answers', () => {
  const ranked = (name: string, estimate: number, low: number, high: number) => ({
    name,
    value: { estimate, low, high },
  });
  const said = (answers: Partial<Parameters<typeof reconciled>[0]>): string =>
    reconciled({
      blame: [],
      steps: [ranked('none', 0, -1, 1)],
      inputs: [],
      path: undefined,
      ...answers,
    }).join('');

  test('names a first only where the sample shows that it is ahead of the others', () => {
    const [cap, price, halls] = [
      ranked('cap', 0.49, 0.31, 0.63),
      ranked('price', -0.46, -0.61, -0.28),
      ranked('halls', 0.44, 0.26, 0.59),
    ] as const;
    expect(said({ inputs: [cap, price, halls, ranked('tempo', -0.15, -0.29, -0.07)] })).toContain(
      'followed most closely by the result: cap, price and halls; the sample does not show which of them more.',
    );
    const lone = [ranked('cap', 0.8, 0.7, 0.9), price];
    expect(said({ inputs: lone })).toContain('followed most closely by the result: cap.<');
    expect(said({ inputs: [ranked('cap', 0.1, -0.1, 0.3)] })).toContain('no single input is shown');
  });

  test('does so of steps and of causes too, with three names at most', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((name, at) => ranked(name, 20 - at, 10, 30));
    expect(said({ steps: rows, blame: rows.slice(0, 2) })).toContain(
      '<li>Late against the plan: a and b; the sample does not show which is more.</li>',
    );
    expect(said({ steps: rows, blame: rows.slice(0, 2) })).toContain(
      'Helps most, of equal steps: a, b, c and 2 more; the sample',
    );
    expect(
      said({
        blame: [
          ranked('a', 20, 18, 22),
          ...rows.slice(1).map((row) => ({ ...row, value: { estimate: 5, low: 2, high: 8 } })),
        ],
      }),
    ).toContain('Late against the plan: a above all, 20 (18 to 22) days.');
  });
});
