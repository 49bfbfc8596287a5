import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rolloutScenarioModel } from '../../src/app/rollout.ts';
import { commandLineOf } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-sweep-'));
const file = join(folder, 'x.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines 4 and following hold the factors, each on its own. */
function write(design: string, factors: readonly string[]): void {
  const lines = [
    'extends: gigaramp:models/scenarios/paper-and-pencil.yaml',
    'sweep:',
    `  design: ${design}`,
    `  factors:`,
    ...factors.map((factor) => `    - { ${factor} }`),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
}

describe('validate says with its place what is wrong with a sweep: block', () => {
  test.each<[string, string, string[], string]>([
    [
      'a factor that is nothing',
      'grid',
      ['vary: nope'],
      '5:15: sweep.factors[0].vary: no values, expected some, or one of',
    ],
    [
      'a path that leads nowhere',
      'grid',
      ['vary: sites.zz.power, values: [1]'],
      '5:15: sweep.factors[0].vary: unknown name zz, expected one of E1, E2, D1',
    ],
    [
      'a value that the scenario does not take',
      'oat',
      ['vary: deployment.crews, values: [1 crew, bogus]'],
      '5:50: sweep.factors[0].values[1]: expected a quantity in crew such as "7 crew", at least 1, got "bogus"',
    ],
    [
      'an end of a range that it does not take',
      'lhs',
      ['vary: target.fraction, range: 50..150 %'],
      '5:39: sweep.factors[0].range: expected a ratio',
    ],
    [
      'one factor twice',
      'grid',
      ['vary: deployment.crews, values: [1 crew]', 'vary: deployment.crews, values: [2 crew]'],
      '6:15: sweep.factors[1].vary: expected each factor once, got "deployment.crews" again, first at FILE:5:15',
    ],
    [
      'values beside a range',
      'grid',
      ['vary: pace, values: [0.5], range: 1..2'],
      '5:43: sweep.factors[0].range: values and a range, expected one of them',
    ],
    [
      'a value twice',
      'grid',
      ['vary: pace, values: [0.5, 0.5]'],
      '5:29: sweep.factors[0].values: a level twice, expected levels that differ',
    ],
    [
      'a value twice in other words',
      'grid',
      ['vary: target.fraction, values: [50 %, 0.5]'],
      '5:47: sweep.factors[0].values[1]: expected values that differ, got "0.5", the same again, first at FILE:5:41',
    ],
    [
      'a list of factors of different lengths',
      'list',
      ['vary: pace, values: [0.5]', 'vary: deployment.crews, values: [1 crew, 2 crew]'],
      '3:3: sweep: factor deployment.crews: 2 values, expected 1 as many as pace has',
    ],
  ])('%s', async (_, design, factors, issue) => {
    write(design, factors);
    for (const words of [
      ['validate', file],
      ['sweep', file, '-n', '2', '-o', join(folder, 'out')],
    ]) {
      const { exitCode, error } = await commandLineOf(rolloutScenarioModel, ...words);
      expect(error.split(file).join('FILE')).toContain(`error: FILE:${issue}`);
      expect(exitCode).toBe(2);
    }
  });

  test('but not of values that hold together alone, as rows of a list', async () => {
    const dates = '[2026-12-31, 2027-06-30]';
    const factors = [`vary: horizon, values: ${dates}`, `vary: target.by, values: ${dates}`];
    write('list', factors);
    expect((await commandLineOf(rolloutScenarioModel, 'validate', file)).exitCode).toBe(0);
    write('grid', factors);
    const { error } = await commandLineOf(rolloutScenarioModel, 'validate', file);
    expect(error).toContain(`${file}:6:47: sweep.factors[1].values[1]: expected a date up to the horizon`);
  });
});
