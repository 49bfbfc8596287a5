import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { outputMeans } from '../../src/app/cli/outputMeans.ts';
import type { Column, PointRecords } from '../../src/record/index.ts';
import { meanInterval, weightedMean } from '../../src/statistics/index.ts';
import { commandLine } from '../fixtures/toy/console.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-clerk-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = fileURLToPath(new URL('../fixtures/withoutMilestones.ts', import.meta.url));
let runs = 0;

async function said(command: string, ...words: string[]): Promise<string> {
  const out = join(folder, String(runs++));
  const ran = await commandLine(command, '--model', file, '-n', '20', '-w', '1', '--out', out, ...words);
  expect(ran).toMatchObject({ exitCode: 0 });
  return ran.out;
}

/** The column of a table of the last run. */
function written(name: string): number[] {
  const [head, ...rows] = readFileSync(join(folder, String(runs - 1), 'runs.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const place = head!.split(',').findIndex((field) => field.startsWith(name));
  return rows.map((row) => Number(row.split(',')[place]));
}

const ofMilestones = /milestone|horizon|target|reached|P10|later/;

describe('a model without milestones', () => {
  test('a run shows the mean of each scalar output with its interval, and no milestone', async () => {
    const text = await said('run');
    expect(text).toMatch(/wait, days\s+│ \d+ \(-?\d+ to \d+\)/);
    expect(text).toMatch(/waited\s+│ 0\.\d+ \(0\.\d+ to /);
    expect(text).not.toMatch(/drawn/);
    expect(text).not.toMatch(ofMilestones);
  });

  test('its JSON has these means, as its records have them', async () => {
    const { outputs } = JSON.parse(await said('run', '--json')) as {
      outputs: { output: string; unit: string; mean: number; mean_low: number }[];
    };
    expect(outputs.map(({ output, unit }) => [output, unit])).toEqual([
      ['wait', 'day'],
      ['waited', ''],
    ]);
    const { estimate, low } = meanInterval(written('wait'));
    expect(outputs[0]!.mean).toBeCloseTo(estimate!, 3);
    expect(outputs[0]!.mean_low).toBeCloseTo(low!, 3);
  });

  test('a sweep has a mean a point, in its rows and its JSON', async () => {
    const text = await said('sweep', '--vary', 'load=0.5,0.8');
    expect(text).toMatch(/point.*mean wait, days.*mean waited/);
    expect(text).not.toMatch(ofMilestones);
    const { outputs } = JSON.parse(await said('sweep', '--vary', 'load=0.5,0.8', '--json')) as {
      outputs: { point: string; output: string; mean: number }[];
    };
    const [less, more] = outputs.filter(({ output }) => output === 'wait');
    expect(more!.mean).toBeGreaterThan(less!.mean);
  });

  test('a comparison names no empty unit and no horizon', async () => {
    const text = await said('compare', '--set', 'load=0.8');
    expect(text).toMatch(/wait, days/);
    expect(text).not.toMatch(/waited,/);
    expect(text.replace(/Files in.*/s, '')).not.toMatch(ofMilestones);
  });

  test('means honour the weights of replications', () => {
    const column: Column = { name: 'wait', unit: 'day', kind: 'scalar', description: 'wait' };
    const [plain] = recordsOf([column], [{ wait: [1, 5, 2, 8] }]).points;
    const weights = Float64Array.from([1, 2, 0, 3]);
    const point: PointRecords = { ...plain, weights, column: (name) => plain.column(name) };
    const [wait] = outputMeans(point);
    expect(wait!.mean).toEqual(weightedMean(point.column('wait'), weights));
    expect(wait!.mean.estimate).toBeCloseTo(35 / 6, 12);
    expect(outputMeans(plain)[0]!.mean.estimate).toBe(4);
  });

  test.each(['blame', 'relax'])('%s says that there is no milestone', async (command) => {
    const ran = await commandLine(
      command,
      '--model',
      file,
      '-n',
      '4',
      '-w',
      '1',
      '--out',
      join(folder, command),
    );
    expect(ran.exitCode).toBe(2);
    expect(ran.error).toMatch(/the model has no milestone/);
    expect(ran.error).not.toMatch(/expected one of/);
  });

  test('validate takes the scenario of its module, as the others do', async () => {
    const ran = await commandLine('validate', '--model', file);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.out).toMatch(/model clerk: valid scenario "clerk", its own scenario, 3 outputs/);
  });
});
