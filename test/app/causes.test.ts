import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blame, orderBy, relax, rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import type { MilestoneBlame } from '../../src/explain/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-causes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const paper = join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml');
const scenarioModel = rolloutScenarioModel;
const out = (name: string): string => join(folder, name);
const csv = (name: string, table: string): string => readFileSync(join(out(name), `${table}.csv`), 'utf8');

const UNIT_EARLIER = { name: 'unit 2 a month earlier', settings: { 'sites.D1.power.orders.1': '100 days' } };
const NO_WINDOWS = { name: 'no windows', settings: { 'calendars.outages': 'any-day' } };

describe('relaxing the hand-solved rollout', () => {
  const relaxed = (milestone: string, more = {}) =>
    relax({
      scenarioModel,
      file: paper,
      milestone,
      relaxations: [UNIT_EARLIER, NO_WINDOWS],
      replications: 3,
      workers: 1,
      out: out(`relax ${milestone}`),
      ...more,
    });

  test('to 11,520 GPUs: the window eats what an earlier unit wins; no windows 10 days, both 20', async () => {
    const { found } = await relaxed('gpus_11520', { costs: { 'no windows': 2e6 } });
    const gains = Object.fromEntries(found.gains.map(({ name, days }) => [name, days.estimate]));
    expect(gains).toEqual({ 'no windows': 10, 'unit 2 a month earlier': 0 });
    const [pair] = found.pairs;
    expect(pair).toMatchObject({
      name: 'unit 2 a month earlier + no windows',
      days: { estimate: 20, low: 20, high: 20 },
      interaction: { estimate: 10 },
      exceedsSum: true,
      costDollars: undefined,
    });
    expect(found.gains.map(({ name }) => name)).toEqual(['no windows', 'unit 2 a month earlier']);
    expect(found.gains[0]).toMatchObject({
      costDollars: 2e6,
      dollarsPerDay: { estimate: 2e5, low: 2e5, high: 2e5 },
    });
    // The unit's 30 days go over to the wait for the window.
    expect(found.gains[1]!.bindsNext).toMatchObject({ cause: 'substation', days: { estimate: 30 } });
  });

  test('to 17,280 GPUs: nothing helps, alone or together', async () => {
    const { found } = await relaxed('gpus_17280');
    expect([...found.gains, ...found.pairs].map(({ days }) => days.estimate)).toEqual([0, 0, 0]);
    expect(found.pairs[0]!.exceedsSum).toBe(false);
    expect(found.base.estimate).toBe(320);
  });

  test('writes a row for each step and each pair, with what was set', () => {
    const [head, ...rows] = csv('relax gpus_11520', 'relax').trimEnd().split('\n');
    expect(head).toContain('gained_days,gained_days_low,gained_days_high');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain('sites.D1.power.orders.1=100 days; calendars.outages=any-day');
  });

  test('refuses a cost of nothing and a milestone that is none', async () => {
    await expect(relaxed('gpus_11520', { costs: { 'no window': 1 } })).rejects.toThrow(
      'cost of no window: no such relaxation, expected one of unit 2 a month earlier; no windows',
    );
    await expect(relaxed('gpus_1')).rejects.toThrow('milestone: gpus_1, expected one of gpus_1440');
  });

  test('takes steps of one parameter alone, not together', async () => {
    const { run } = await relaxed('gpus_11520', {
      relaxations: [NO_WINDOWS, { name: 'any day', settings: NO_WINDOWS.settings }],
      out: out('collide'),
    });
    expect(run.records.points.map(({ name }) => name)).toEqual(['base', 'no windows', 'any day']);
  });
});

describe('the steps of the shipped scenario', () => {
  test('are all valid, and all change something that is drawn or decided', async () => {
    const { run, found } = await relax({
      scenarioModel,
      pairs: false,
      replications: 2,
      workers: 2,
      out: out('steps'),
    });
    expect(found.gains.length).toBeGreaterThanOrEqual(15);
    const points = new Map(
      run.experiment.points.map(({ name, scenario }) => [name, JSON.stringify(scenario)]),
    );
    expect(new Set(points.values()).size).toBe(found.gains.length + 1);
  });
});

describe('blame', () => {
  const sum = ({ days, groups }: MilestoneBlame): number =>
    groups.reduce((total, _, group) => total + days.shapley[group]!.estimate!, 0);
  const run = (name: string, more: object = {}) =>
    blame({
      scenarioModel,
      milestone: 'gpus_50000',
      replications: 3,
      workers: 1,
      out: out(name),
      ...more,
    });

  test('of six groups takes 64 points and no more, and its Shapley values sum to T − T(plan)', async () => {
    const { run: done, found } = await run('six');
    expect(done.records.points).toHaveLength(64);
    expect(found).toMatchObject({ runs: 64, orderPairs: 0, replications: 3 });
    expect(Math.abs(sum(found) - found.days.delay.estimate!)).toBeLessThan(1e-9);
    expect(found.asDrawn.estimate! - found.atPlan.estimate!).toBeCloseTo(found.days.delay.estimate!, 9);
    expect(found.days.delay.estimate).not.toBe(0);
    // At plan nothing is left to chance.
    expect(found.atPlan.low).toBe(found.atPlan.high);
  });

  test('gives the same bytes on two workers', async () => {
    await run('two', { workers: 2 });
    expect(csv('two', 'blame')).toBe(csv('six', 'blame'));
  });

  test('of every cause for itself goes by sampled orders, with the same sum', async () => {
    const { found } = await run('each', { groups: 'each', orderPairs: 2, replications: 2, workers: 2 });
    expect(found.groups).toHaveLength(14);
    expect(found.orderPairs).toBe(2);
    expect(found.runs).toBeLessThanOrEqual(2 + 2 * 14 + 4 * 12);
    expect(Math.abs(sum(found) - found.days.delay.estimate!)).toBeLessThan(1e-9);
  });

  test('says what every column sums to', () => {
    const rows = csv('six', 'blame').trimEnd().split('\n');
    const field = (row: string, name: string): string => row.split(',')[rows[0]!.split(',').indexOf(name)]!;
    const [total, delay] = rows.slice(-2);
    expect(total).toMatch(/^gpus_50000,sum,/);
    expect(delay).toMatch(/^gpus_50000,delay,/);
    expect(field(total!, 'shapley_days')).toBe(field(delay!, 'shapley_days'));
    expect(field(total!, 'path_days')).not.toBe('');
    expect(field(total!, 'shapley_gpu_days')).not.toBe('');
  });

  test('refuses groups that cannot be', async () => {
    const wrong = [{ name: 'power', causes: ['electricity'] }];
    await expect(run('wrong', { groups: wrong })).rejects.toThrow(
      'group power: cause electricity, expected one of contract, chips',
    );
  });
});

describe('the latest order dates of the hand-solved rollout', () => {
  test('are the usual ones plus the slack, in steps: 35 days of cooling, the 10 before the window of transformers', async () => {
    const { orders } = await orderBy({
      scenarioModel,
      file: paper,
      milestone: 'gpus_11520',
      // Day 240.
      by: '2026-08-29',
      probability: 0.8,
      shiftsDays: [-30, 10, 35, 40],
      replications: 20,
      workers: 1,
      out: out('order'),
    });
    const latest = Object.fromEntries(
      orders.map(({ item, latestShiftDays }) => [item, latestShiftDays.estimate]),
    );
    // Hall A: network done 140, building 150, cooling 160, checkout 185, window 195.
    expect(latest).toEqual({ transformers: 10, 'cooling plant': 35, 'switches and optics': 40 });
    expect(csv('order', 'order_by').split('\n')[1]).toContain('D1,transformers,2026-01-21');
  });

  test('lie on the as-of date or later: what was ordered before is not ordered sooner', async () => {
    const at = async (asOf: string, name: string) => {
      const { run, orders } = await orderBy({
        scenarioModel,
        file: paper,
        settings: { asOf },
        milestone: 'gpus_11520',
        by: '2026-08-29',
        shiftsDays: [-30, -5, 30, 60],
        replications: 20,
        workers: 1,
        out: out(name),
      });
      const tried = run.records.points.slice(1).map((point) => point.name);
      return {
        tried,
        statuses: csv(name, 'order_by')
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((row) => row.split(',').at(-1)),
        orders,
      };
    };
    const past = await at('2026-08-01', 'past');
    expect([past.tried, past.statuses]).toEqual([[], ['placed', 'placed', 'placed']]);
    expect(csv('past', 'order_by')).not.toMatch(/not binding|,unreachable/);
    // Transformers are ordered on day 0 or, once the concept stands, later; cooling and network on day 0.
    const before = await at('2025-12-22', 'before');
    expect(before.tried.filter((name) => name.includes('cooling'))).toEqual([
      'D1 cooling plant -10 days',
      'D1 cooling plant -5 days',
      'D1 cooling plant +30 days',
      'D1 cooling plant +60 days',
    ]);
    const after = await at('2026-02-10', 'after');
    expect(after.tried.filter((name) => name.includes('cooling'))).toEqual(['D1 cooling plant +60 days']);
    expect(after.statuses).toContain('ordered');
    expect(after.statuses).not.toContain('open');
  });

  test('count from the day to which a scenario moves an order already', async () => {
    const { orders } = await orderBy({
      scenarioModel,
      file: paper,
      settings: { 'construction.orderShift.cooling': '20 days' },
      milestone: 'gpus_11520',
      by: '2026-08-29',
      shiftsDays: [15, 16],
      replications: 20,
      workers: 1,
      out: out('moved'),
    });
    const cooling = orders.find(({ item }) => item === 'cooling plant')!;
    expect([cooling.usualDay, cooling.latestShiftDays.estimate]).toEqual([20, 15]);
  });

  test('are empty where no date is early enough', async () => {
    const { orders, isHopeless, run } = await orderBy({
      scenarioModel,
      file: paper,
      milestone: 'gpus_17280',
      by: '2026-10-01',
      shiftsDays: [-60],
      replications: 40,
      workers: 1,
      out: out('never'),
    });
    // Not even all of them together: so no item was tried alone.
    expect([isHopeless, run.records.points.length]).toEqual([true, 1]);
    expect(orders.map(({ latestShiftDays }) => latestShiftDays.estimate)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      csv('never', 'order_by')
        .trimEnd()
        .split('\n')
        .slice(1)
        .every((row) => row.endsWith(',unreachable')),
    ).toBe(true);
  });

  test('refuse a date that is none and a site without orders', async () => {
    const options = { file: paper, milestone: 'gpus_11520', replications: 2, workers: 1, out: out('no') };
    await expect(orderBy({ scenarioModel, ...options, by: 'soon' })).rejects.toThrow(
      'by: soon, expected a date',
    );
    await expect(orderBy({ scenarioModel, ...options, by: '2026-02-31' })).rejects.toThrow(
      'by: 2026-02-31, expected a date',
    );
    await expect(orderBy({ scenarioModel, ...options, by: '2020-01-01' })).rejects.toThrow(
      'by: 2020-01-01, expected a date from 2026-01-01 to 2026-12-31',
    );
    await expect(
      orderBy({ scenarioModel, ...options, by: '2026-08-29', shiftsDays: [30, 30] }),
    ).rejects.toThrow('shifts: 30 twice, expected each once');
    await expect(orderBy({ scenarioModel, ...options, by: '2026-08-29', sites: ['E1'] })).rejects.toThrow(
      'site E1: orders nothing, expected one of D1',
    );
    await expect(orderBy({ scenarioModel, ...options })).rejects.toThrow(
      'milestone gpus_11520: no date, expected one with --by',
    );
  });
});

test('a run that is asked for no tables writes none, and no page of them', async () => {
  const result = await runScenario({
    scenarioModel,
    file: paper,
    replications: 2,
    workers: 1,
    tables: () => [],
    out: out('records alone'),
  });
  expect([result.files, result.report]).toEqual([[], undefined]);
  expect(result.records.points[0].column('gpus_11520')).toEqual(Float64Array.of(240, 240));
});
