import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withAddedCapacity } from '../../../../models/rollout/chips/addedCapacity.ts';
import { scenarioSchema } from '../../../../models/rollout/index.ts';
import { herfindahl } from '../../../../models/rollout/market/concentration.ts';
import { dealRemovals } from '../../../../models/rollout/market/dealRemovals.ts';
import { medianDealGpus } from '../../../../models/rollout/market/deals.ts';
import { sharedOut } from '../../../../models/rollout/market/sharedOut.ts';
import { quotas } from '../../../../models/rollout/market/strategy.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { median } from '../../../../src/random/index.ts';
import { loadScenario } from '../../../../src/scenario/index.ts';
import { replication } from '../assertInvariants.ts';
import { shippedScenario } from '../shippedScenario.ts';

const race = shippedScenario('arms-race').scenario;

describe('the arms race', () => {
  test('holds the deals of 2025, as large as their sources say', () => {
    const size = (name: string): number =>
      Math.round(
        medianDealGpus(
          race,
          race.deals!.find((deal) => deal.name === name)!,
        ) / 1000,
      );
    expect(race.deals!.map(({ name }) => name)).toEqual([
      'OpenAI-Oracle',
      'OpenAI-CoreWeave',
      'OpenAI-Azure',
      'OpenAI-AWS',
      'next at Azure',
      'next at AWS',
      'next at Google',
    ]);
    // 4.5 GW at 2.7 kW; $38B at about $2.9 an hour over 6.1 years.
    expect(size('OpenAI-Oracle')).toBeGreaterThan(1500);
    expect(size('OpenAI-Oracle')).toBeLessThan(1800);
    expect(size('OpenAI-AWS')).toBeGreaterThan(220);
    expect(size('OpenAI-AWS')).toBeLessThan(250);
  });

  test("has in the $38B about 43 % of AWS's intake of 2026", () => {
    const { output, allotment } = race.chips;
    if (output.kind !== 'series' || allotment?.kind !== 'queue')
      throw new Error('expected a series and a queue');
    const made = output.quarters
      .filter(({ from }) => from.startsWith('2026'))
      .reduce((sum, { packages }) => sum + median(packages), 0);
    const share = allotment.customers.find(({ name }) => name === 'AWS')!.share;
    const part =
      medianDealGpus(
        race,
        race.deals!.find(({ name }) => name === 'OpenAI-AWS')!,
      ) /
      (made * share);
    expect(part).toBeGreaterThan(0.37);
    expect(part).toBeLessThan(0.47);
  });

  test('shares sum to at most 1, and the rest is the rest of the world', () => {
    const { allotment } = race.chips;
    const listed =
      allotment?.kind === 'queue' ? allotment.customers.reduce((sum, { share }) => sum + share, 0) : 2;
    expect(listed).toBeCloseTo(0.505, 9);
  });
});

test('a lone tenant has the bytes of today whatever its strategy says', () => {
  const { scenario } = shippedScenario('openai-aws-38b');
  const before = rolloutRecord(replication(scenario, 5));
  expect(rolloutRecord(replication({ ...scenario, strategy: 'committed' }, 5))).toEqual(before);
});

test('a strategy is what may stand at each provider', () => {
  expect(quotas('neutral', { racks: 40, providers: 3 })).toEqual([14, 14, 14]);
  expect(quotas('committed', { racks: 40, providers: 3 })).toEqual([40, 0, 0]);
  expect(quotas('opportunistic', { racks: 40, providers: 3 })).toEqual([40, 40, 40]);
});

test('concentration is the sum of squared shares, and none where nothing is', () => {
  expect(herfindahl([1, 1, 1, 1])).toBe(0.25);
  expect(herfindahl([3, 0])).toBe(1);
  expect(herfindahl([3, 1])).toBe(0.625);
  expect(herfindahl([0, 0])).toBeNaN();
});

test('added capacity makes every lot larger by the time since the one before it, and no lot smaller', () => {
  const lots = [25, 50, 75].map((finishedDay) => ({ finishedDay, racks: 100 }));
  expect(withAddedCapacity(lots, [])).toBe(lots);
  const added = [
    { racksPerDay: 2, fromDay: 60 },
    { racksPerDay: 1, fromDay: 10 },
  ];
  expect(withAddedCapacity(lots, added).map(({ racks }) => racks)).toEqual([115, 125, 155]);
});

test('each deal can be taken out in two ways, and says which output says that it happened', () => {
  const { removals, effects } = dealRemovals(race);
  expect(removals[3]).toEqual({
    name: 'OpenAI-AWS',
    of: 'OpenAI with AWS',
    buyer: 'OpenAI',
    ways: [
      { name: 'vanish', settings: { 'deals.OpenAI-AWS.removed': 'vanish' } },
      { name: 'divert', settings: { 'deals.OpenAI-AWS.removed': 'divert' } },
    ],
    happens: 'deal_signed:OpenAI-AWS',
  });
  expect(new Set(effects.map(({ party }) => party)).size).toBe(7);
  // What is out already cannot be taken out again.
  const without = race.deals!.map((deal) => ({ ...deal, removed: 'vanish' as const }));
  expect(dealRemovals({ ...race, deals: without }).removals).toEqual([]);
});

test('a diverted deal is the same number of racks, at the other providers by their shares', () => {
  const deals = race.deals!.map((deal) =>
    deal.name === 'OpenAI-AWS' ? { ...deal, removed: 'divert' as const } : deal,
  );
  const own = (run: ReturnType<typeof replication>) =>
    run.deals.signed.filter(({ name }) => name === 'OpenAI-AWS');
  const [at] = own(replication(race, 0));
  const diverted = own(replication({ ...race, deals }, 0));
  expect(diverted.map(({ provider }) => provider)).toEqual([0, 2, 3, 4]);
  expect(diverted.reduce((sum, { racks }) => sum + racks, 0)).toBe(at!.racks);
  expect(diverted[0]!.racks / at!.racks).toBeCloseTo(0.204 / 0.416, 2);
});

test('what was shared out sums to what was made, with the racks that each deal got and what held each tenant', () => {
  const run = replication(race, 0);
  const rows = sharedOut(run, Infinity);
  const made = run.market.allotments.reduce((sum, { produced }) => sum + produced, 0);
  expect(rows.map(({ who }) => who).at(-1)).toBe('rest of world');
  expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(made);
  const offers = run.market.vendors.flatMap(({ shares }) => shares.offers);
  const racksOf = (place: number): number =>
    offers
      .flatMap(({ deals }) => deals)
      .filter(({ deal }) => deal === place)
      .reduce((sum, { racks }) => sum + racks.reduce((all, each) => all + each, 0), 0);
  const told = run.deals.signed.flatMap(({ name, tenant }, place) =>
    racksOf(place) === 0
      ? []
      : [[tenant, `${racksOf(place).toLocaleString('en-US')} made for ${name}`] as const],
  );
  expect(told.length).toBeGreaterThan(3);
  for (const [tenant, text] of told) expect(`, ${rows[tenant]!.why}`).toContain(`, ${text}`);
  // Each lot held each tenant at each of its providers for one reason.
  const times = (why: string): number =>
    [...why.matchAll(/held by [^,]*? (?:(\d+) times|once)/g)].reduce(
      (sum, [, count]) => sum + Number(count ?? 1),
      0,
    );
  run.programmes.forEach(({ index }) => {
    const takes = run.market.allotments.flatMap((lot) =>
      lot.takes.filter(({ programme }) => programme === index),
    );
    expect(times(rows[index]!.why)).toBe(takes.length);
  });
});

test('one lot holds whoever buys of one provider once, and before the first nothing is shared out', () => {
  const run = replication(race, 0);
  const [first] = run.market.allotments;
  const others = sharedOut(run, first!.day).filter(({ who }) => who.startsWith('others at '));
  expect(others).toHaveLength(5);
  for (const { why } of others) expect(why).toMatch(/^held by [\w ]+ once$/);
  expect(sharedOut(run, -Infinity).map(({ amount }) => amount)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(sharedOut(replication(shippedScenario('paper-and-pencil').scenario, 0), Infinity)).toEqual([]);
});

test('bad deals are refused in a file with line and column', () => {
  const folder = new URL('.', import.meta.url).pathname;
  const file = join(folder, 'bad.yaml');
  const text = [
    'extends: handSolvedMarket.yaml',
    'deals:',
    '  - name: E',
    '    tenant: nobody',
    '    provider: Q',
    '    signed: 2025-12-31',
    '    gpus: 72 gpu',
    '    orders: { over: 1 month }',
  ].join('\n');
  const load = () =>
    loadScenario({
      file,
      load: (path) => (path === file ? text : readFileSync(path, 'utf8')),
      catalog: () => undefined,
      schema: scenarioSchema,
    });
  expect(load).toThrow(`${file}:4:13: deals[1].tenant: expected the name of a tenant (A, B), got "nobody"`);
  expect(load).toThrow(`${file}:6:13: deals[1].signed: expected a date from the start 2026-01-01`);
});
