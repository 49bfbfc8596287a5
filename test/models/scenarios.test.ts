import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rollout, type RolloutScenario } from '../../models/rollout/index.ts';
import { basePoint, defineExperiment, replicate } from '../../src/experiment/index.ts';
import { epochDay, Simulation } from '../../src/kernel/index.ts';
import type { LedgerRow } from '../../src/scenario/index.ts';
import { quantile7 } from '../../src/statistics/index.ts';
import { shippedScenario } from './rollout/shippedScenario.ts';

const names = readdirSync(new URL('../../models/scenarios/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));

const shipped = new Map(names.map((name) => [name, shippedScenario(name)]));
const ledgerOf = (name: string): readonly LedgerRow[] => shipped.get(name)!.ledger;
const scenarioOf = (name: string): RolloutScenario => shipped.get(name)!.scenario;

/** Scalars and milestones of the first replications, by column. */
function run(scenario: RolloutScenario, replications: number): (column: string) => number[] {
  const { points } = defineExperiment({ model: rollout, seed: '1', points: [basePoint(scenario)] });
  const [point] = points;
  const records = Array.from({ length: replications }, (_, replication) =>
    replicate(rollout, new Simulation(), point, '1', replication),
  );
  return (column) => {
    const { offset } = point.layout.fields.find((field) => field.column.name === column)!;
    return records.map((record) => record[offset]);
  };
}

test('there are scenarios and overlays to ship', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      'colossus-1',
      'greenfield-1gw',
      'new-carlisle',
      'openai-aws-38b',
      'openai-aws-38b-now',
      'paper-and-pencil',
      'power-ample',
      'stargate-abilene',
      'transformer-open-market',
    ]),
  );
});

test('every scenario has the name of its file', () => {
  expect(names.map((name) => shipped.get(name)!.name)).toEqual(names);
});

test.each(names)('%s runs to its horizon and puts no more in service than the contract buys', (name) => {
  const column = run(scenarioOf(name), 2);
  const contract = column('contract_gpus');
  column('gpus_at_horizon').forEach((gpus, replication) => {
    expect(contract[replication]).toBeGreaterThan(0);
    expect(gpus).toBeGreaterThanOrEqual(0);
    expect(gpus).toBeLessThanOrEqual(contract[replication]);
  });
  expect(Math.min(...column('racks_not_delivered'))).toBeGreaterThanOrEqual(0);
});

test.each(names)('%s takes only inputs from the catalog, each with date, source and confidence', (name) => {
  const rows = ledgerOf(name).filter(({ catalogId }) => catalogId !== '');
  expect(rows.filter(({ role }) => role !== 'input')).toEqual([]);
  expect(
    rows.filter(({ unit, source, asOf, confidence }) => [unit, source, asOf, confidence].includes('')),
  ).toEqual([]);
});

// Inputs that hold other inputs: whoever takes the whole may not take a part beside it.
const WHOLES: readonly [whole: RegExp, part: RegExp][] = [
  [/^building\.commissioning-hall$/, /^building\.commissioning-l\d/],
  [/^building\.construction-(30-60|15-30|5-15)-mw$/, /^building\.(site-preparation|shell|fit-out)$/],
  [/^deployment\.air-hall-server-install$/, /^deployment\.(install-rate|burn-in)$/],
];

test.each(names)('%s takes no whole beside a part of it', (name) => {
  const taken = ledgerOf(name).map(({ catalogId }) => catalogId);
  const both = WHOLES.filter(([whole, part]) =>
    [whole, part].every((id) => taken.some((one) => id.test(one))),
  );
  expect(both).toEqual([]);
});

test.each(['colossus-1', 'new-carlisle', 'stargate-abilene'])(
  '%s is planned on its first day: nothing known later, no existing capacity, a fixed number of GPUs',
  (name) => {
    const scenario = scenarioOf(name);
    expect(scenario.asOf).toBe(scenario.start);
    expect(scenario.sites.map(({ kind }) => kind)).toEqual(scenario.sites.map(() => 'dedicated'));
    expect(scenario.contract.gpus).not.toBe('derived');
  },
);

test('openai-aws-38b-now holds no actual of the tranche, whose outcome is not published', () => {
  const scenario = scenarioOf('openai-aws-38b-now');
  expect(scenario.asOf).toBe('2026-11-22');
  expect(JSON.stringify(scenario.sites)).not.toMatch(/"(started|finished)"/);
});

test('on common draws ample power puts at least as many GPUs in service as the base by the horizon, the open market fewer', () => {
  const [base = NaN, ample = NaN, open = NaN] = [
    'openai-aws-38b',
    'power-ample',
    'transformer-open-market',
  ].map((name) => run(scenarioOf(name), 8)('gpus_at_horizon').reduce((sum, gpus) => sum + gpus, 0));
  expect(ample).toBeGreaterThanOrEqual(base);
  expect(open).toBeLessThan(base);
});

/** P10 and P50 of a milestone, in days after a date that was published. */
function daysAfter(scenario: RolloutScenario, days: readonly number[], published: string): [number, number] {
  const sorted = days.toSorted((a, b) => a - b);
  const day = epochDay(published) - epochDay(scenario.start);
  return [quantile7(sorted, 0.1)! - day, quantile7(sorted, 0.5)! - day];
}

// What came is published and was no input. All three campuses were faster than the plan's P10: they are known because they were fast.
describe('against what came', () => {
  const REPLICATIONS = 20;

  test('colossus-1: P10 to P90 of 100,000 GPUs does not contain 2 September 2024; P10 is 9 to 24 months after it', () => {
    const scenario = scenarioOf('colossus-1');
    const column = run(scenario, REPLICATIONS);
    const [p10] = daysAfter(scenario, column('gpus_100000'), '2024-09-02');
    expect(p10).toBeGreaterThan(270);
    expect(p10).toBeLessThan(730);
    expect(column('gpus_at_target_date')).toEqual(Array.from({ length: REPLICATIONS }, () => 0));
  });

  test('stargate-abilene: P10 to P90 of the 50,400 GPUs of building 1 does not contain 26 September 2025; P10 is at most 8 months after it, P50 4 to 15', () => {
    const scenario = scenarioOf('stargate-abilene');
    const [p10, p50] = daysAfter(scenario, run(scenario, REPLICATIONS)('gpus_50400'), '2025-09-26');
    expect(p10).toBeGreaterThan(0);
    expect(p10).toBeLessThan(240);
    expect(p50).toBeGreaterThan(120);
    expect(p50).toBeLessThan(450);
  });

  test('new-carlisle: P10 to P90 of half a million chips does not contain 17 October 2025; P10 is at most 8 months after it, P50 3 to 12', () => {
    const scenario = scenarioOf('new-carlisle');
    const [p10, p50] = daysAfter(scenario, run(scenario, REPLICATIONS)('gpus_500000'), '2025-10-17');
    expect(p10).toBeGreaterThan(0);
    expect(p10).toBeLessThan(240);
    expect(p50).toBeGreaterThan(90);
    expect(p50).toBeLessThan(365);
  });
});
