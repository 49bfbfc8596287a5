import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  blame,
  deals,
  explainReplication,
  relax,
  rolloutScenarioModel,
  scenarioOf,
} from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';
import { rollout } from '../../models/rollout/index.ts';
import { commandLineOf, type Ran } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-deals-'));
afterAll(() => rmSync(folder, { recursive: true }));
const market = join(packageRoot(), 'test/models/rollout/market/handSolvedMarket.yaml');
const paper = join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml');
const options = {
  scenarioModel: rolloutScenarioModel,
  file: market,
  replications: 2,
  workers: 1,
  fresh: true,
} as const;

const command = (...words: string[]): Promise<Ran> => commandLineOf(rolloutScenarioModel, ...words);

describe('gigaramp deals', () => {
  test('says what the hand-solved deal costs each tenant, taken out in two ways', async () => {
    const { found } = await deals({ ...options, out: join(folder, 'deals') });
    const days = found
      .filter(({ unit }) => unit === 'day')
      .map(({ removal, party, measure, caused }) => [removal, party, measure, caused.estimate]);
    expect(days).toEqual([
      ['vanish', 'A', 'gpus_1440', 0],
      ['vanish', 'A', 'gpus_2880', 5],
      ['vanish', 'B', 'gpus_1440', 5],
      ['vanish', 'B', 'gpus_2160', 25],
      ['divert', 'A', 'gpus_1440', 0],
      ['divert', 'A', 'gpus_2880', 5],
      ['divert', 'B', 'gpus_1440', 5],
      ['divert', 'B', 'gpus_2160', 0],
    ]);
    const racks = found.filter(({ removal, measure }) => removal === 'vanish' && measure === 'racks');
    // 24 racks more for A of 20 that are made more: 4 fewer for the rest of the world.
    expect(racks.map(({ party, caused }) => [party, caused.estimate])).toEqual([
      ['A', 24],
      ['B', 0],
      ['rest of world', -4],
    ]);
  });

  test('prints what is shown, writes all of it, and adds it to a run', async () => {
    const run = join(folder, 'run');
    await command('run', market, '-n', '2', '-w', '1', '-o', run);
    const own = join(folder, 'into');
    const words = ['deals', market, '-n', '2', '-w', '1', '-o', own, '--into', run];
    const { exitCode, out } = await command(...words);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/D →\s*│\s*25\s*│\s*0\s*│/);
    const table = readFileSync(join(run, 'deals.csv'), 'utf8');
    expect(table.split('\n')[0]).toMatch(/^deal,of,buyer,happens,.*caused,caused_low,caused_high,censored$/);
    expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('Who has GPUs where, and at whose cost');
  });

  test('refuses a scenario without deals, and a deal that is not there', async () => {
    const none = await command('deals', paper, '-n', '2', '-o', join(folder, 'none'));
    expect(none.exitCode).toBe(2);
    expect(none.error).toContain('no deals in this scenario');
    const unknown = await command('deals', market, '--deal', 'E', '-n', '2', '-o', join(folder, 'none'));
    expect(unknown.error).toContain('deal E: not in this scenario');
  });
});

test('blame has the deals of others as one more cause, whose days are those that they cost', async () => {
  const { found } = await blame({ ...options, milestone: 'B.gpus_2160', out: join(folder, 'blame') });
  const place = found.groups.findIndex(({ name }) => name === 'deals of others');
  expect(found.days.shapley[place]!.estimate).toBeCloseTo(25, 9);
  expect(found.days.delay.estimate).toBeCloseTo(25, 9);
});

test('blame has the deals of the party whose milestone it is in its plan', async () => {
  const { found } = await blame({ ...options, milestone: 'gpus_2880', out: join(folder, 'own') });
  expect(found.groups.map(({ name }) => name)).not.toContain('deals of others');
  expect(found.days.delay.estimate).toBe(0);
});

test('relax has each deal as a step that is all or nothing', async () => {
  const { found } = await relax({
    ...options,
    milestone: 'B.gpus_2160',
    pairs: false,
    out: join(folder, 'relax'),
  });
  const step = found.gains.find(({ name }) => name === 'deal D')!;
  expect([step.step, step.by, step.days.estimate]).toEqual(['removed: all or nothing', 'tenant', 25]);
});

test('explain says who got the racks that a tenant waited for, and they sum to what was made', () => {
  const { scenario } = scenarioOf(rolloutScenarioModel, market, {});
  const { day, sharedOut } = explainReplication({
    model: rollout,
    scenario,
    seed: '1',
    replication: 0,
    milestone: 'B.gpus_1440',
    view: 'stop',
  });
  expect(day).toBe(80);
  // Three lots are made by then: 300 racks.
  expect(sharedOut.map(({ who, amount }) => [who, amount])).toEqual([
    ['A', 64],
    ['B', 30],
    ['rest of world', 206],
  ]);
  expect(sharedOut[0]!.why).toContain('24 made for D');
});
