import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fewestSteps } from '../../src/app/fewestSteps.ts';
import { reach } from '../../src/app/reach.ts';
import { reachSummary } from '../../src/app/cli/reach.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-reach-'));
afterAll(() => rmSync(folder, { recursive: true }));
const paper = join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml');

const EARLIER_UNIT = { name: 'unit 2', settings: { 'sites.D1.power.orders.1': '100 days' }, by: 'vendor' };
const NO_WINDOWS = { name: 'windows', settings: { 'calendars.outages': 'any-day' }, by: 'utility' };
const NO_USE = { name: 'storage', settings: { 'policies.divert.after': '20 days' }, by: 'provider' };

// 11,520 GPUs come on day 240; without windows on day 230, with the earlier unit too on day 220.
const reached = (date: string, name: string, more = {}) =>
  reach({
    scenarioModel: rolloutScenarioModel,
    file: paper,
    milestone: 'gpus_11520',
    relaxations: [NO_USE, EARLIER_UNIT, NO_WINDOWS],
    replications: 20,
    workers: 1,
    date,
    out: join(folder, name),
    ...more,
  });

describe('the fewest steps to a date in the hand-solved rollout', () => {
  test('are none where it is in time anyway', async () => {
    const { steps, isReached, usual } = await reached('2026-08-30', 'none');
    expect([steps, isReached, usual.estimate]).toEqual([[], true, 1]);
  });

  test('are the one that gains ten days', async () => {
    const found = await reached('2026-08-20', 'one');
    expect(found.steps.map(({ step }) => step.name)).toEqual(['windows']);
    expect(found.steps[0]).toMatchObject({
      chance: { estimate: 1 },
      days: { estimate: 10, low: 10, high: 10 },
    });
    // The step that decides and all of them at once, on the same draws.
    expect(found.all.estimate).toBe(1);
    const words = reachSummary(found).replaceAll(/\s+/g, ' ');
    expect(words).toContain('All 3 steps of 10 % at once: 100.0 %');
    expect(words).toContain('It takes one step of 10 %: 100.0 %');
  });

  test('are two of which one gains nothing alone', async () => {
    const { steps } = await reached('2026-08-09', 'two');
    expect(steps.map(({ step }) => step.name).sort()).toEqual(['unit 2', 'windows']);
    expect(steps.at(-1)).toMatchObject({ chance: { estimate: 1 }, days: { estimate: 20 } });
    const rows = readFileSync(join(folder, 'two', 'reach.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain('gpus_11520,2026-08-09,0.8,');
  });

  test('are only those that somebody can make', async () => {
    const found = await reached('2026-08-09', 'utility', { by: ['utility'] });
    expect(found.isReached).toBe(false);
    expect(reachSummary(found)).toContain('No step helps');
    await expect(reached('2026-08-09', 'nobody', { by: ['tenant'] })).rejects.toThrow(
      'by: tenant has no step in this scenario, expected one of provider, vendor, utility',
    );
  });

  test('need a date, and a probability between 0 and 1', async () => {
    await expect(reached('2027-08-09', 'late')).rejects.toThrow('date: 2027-08-09, expected a date from');
    await expect(reached('2026-08-09', 'sure', { probability: 1 })).rejects.toThrow(
      'probability: 1, expected',
    );
  });
});

describe('few items that suffice', () => {
  const asked: number[][] = [];
  const atLeast = (sum: number) => async (set: readonly number[]) => {
    asked.push([...set]);
    return await Promise.resolve(set.reduce((all, one) => all + one, 0) >= sum);
  };

  test.each([
    [[8, 4, 2, 1], 8, [8]],
    [[8, 4, 2, 1], 12, [8, 4]],
    [[1, 2, 4, 8], 6, [2, 4]],
    [[1, 2, 4, 8], 15, [1, 2, 4, 8]],
    [[5], 5, [5]],
  ])('of %j for %d are %j', async (items, sum, kept) => {
    expect(await fewestSteps(items, atLeast(sum))).toEqual(kept);
  });

  test('are found without trying every set', async () => {
    asked.length = 0;
    await fewestSteps(
      Array.from({ length: 64 }, () => 1),
      atLeast(3),
    );
    expect(asked.length).toBeLessThan(10);
  });
});
