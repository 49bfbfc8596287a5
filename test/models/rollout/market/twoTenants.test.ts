import { beforeAll, describe, expect, test } from 'vitest';
import type { RolloutRun } from '../../../../models/rollout/index.ts';
import { unallotted } from '../../../../models/rollout/market/market.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf } from '../randomScenario.ts';
import { paperTree } from '../variedPaper.ts';

/*
 * Solved by hand. The hand-solved rollout's racks (72 GPUs, 125 kW), crews (4 racks a day), burn-in (3 days), pods of 20 and acceptance
 * (7 days), and one vendor that finishes four lots of 100 racks on days 25, 50, 75 and 100; freight takes 5 days. Provider P gets 50 %
 * of a lot, provider Q 30 %, and the other 20 racks go to the vendor's other customers. Racks are pushed, nothing is diverted.
 *
 * A. Each tenant at its own provider. Tenant A wants 60 racks and may take 40 % of P's 50: 20 a lot. Tenant B wants 40 and may take 50 %
 *    of Q's 30: 15 a lot. P has hall E1 of 40 positions from day 0 and E2 of 20 from day 90; Q has F1 of 20 from day 0 and F2 of 20 from
 *    day 100.
 *
 *    lot  finished  A takes  why    B takes  why    nobody's
 *     1      25       20     cap      15     cap       65
 *     2      50       20     cap      15     cap       65
 *     3      75       20     need     10     need      70
 *     4     100        0     need      0     need     100
 *
 *    A: lot 1 docks on day 30, is installed by day 35, its pod has passed by day 38 and is accepted on day 45. Lot 2 docks on day 55 and
 *    is accepted on day 70. Lot 3 docks on day 80, finds E1 full, and stands in E2 on day 90: accepted on day 105, all 60 racks.
 *    B: 15 racks of lot 1 are installed at F1 by day 33.75 and leave 5 places of their pod. Five of lot 2 take them on day 55 and are
 *    installed by day 56.25: the pod has passed by day 59.25 and is accepted on day 66.25, 20 racks. The other 10 of lot 2 and the 10 of
 *    lot 3 wait for F2 until day 100: two jobs of its crew, done on days 102.5 and 105; the pod has passed by day 108 and is accepted on
 *    day 115, all 40 racks.
 *
 * B. Both tenants at P, which has E1 of 40 positions from day 0 and E2 of 40 from day 90. Each wants 40 racks and may take 40 % of P's 50.
 *
 *    Lot 1: 20 racks each dock on day 30 and fill E1. Its one crew installs A's by day 35, and then B's by day 40: A is accepted on day
 *    45 and B on day 50. Lot 2: 20 racks each dock on day 55 and wait for E2 until day 90, where A's are installed by day 95 and B's by
 *    day 100: accepted on days 105 and 110. Of lots 3 and 4 nobody needs a rack.
 */

const GPUS_A_RACK = 72;

const ready = (name: string, from: string, power: string, provider?: string) => ({
  name,
  kind: 'ready',
  from,
  initial: power,
  monthly: '0 MW/month',
  ceiling: power,
  ...(provider === undefined ? {} : { provider }),
});

/** Racks that a contract is for: one milestone of 20 racks, and the target of all. */
function contractOf(racks: number): Record<string, unknown> {
  return {
    commitment: '$454118400',
    effectiveTerm: '1 year',
    termEnds: '2027-01-01',
    price: '$3/gpu/hour',
    gpus: `${racks * GPUS_A_RACK} gpu`,
  };
}

function market(options: {
  racks: [a: number, b: number];
  caps: [a: string, b: string];
  provider?: string;
  freight?: string;
  stagingLimit?: string;
  sites: Record<string, unknown>[];
}): RolloutRun {
  const tree = paperTree((paper) => {
    const chips = paper['chips'] as Record<string, unknown>;
    chips['output'] = { kind: 'lots', racks: '100 rack', every: '25 days', count: '4 lot' };
    chips['tenantCap'] = options.caps[0];
    if (options.freight !== undefined) chips['freight'] = options.freight;
    if (options.stagingLimit !== undefined) paper.policies['stagingLimit'] = options.stagingLimit;
    Object.assign(paper, {
      tenant: 'A',
      contract: contractOf(options.racks[0]),
      provider: { name: 'P', pace: 1 },
      providers: [{ name: 'Q', pace: 1, providerShare: '30 %' }],
      milestones: { gpus: ['1440 gpu'], fractions: [] },
      tenants: [
        {
          name: 'B',
          ...(options.provider === undefined ? {} : { provider: options.provider }),
          contract: contractOf(options.racks[1]),
          tenantCap: options.caps[1],
        },
      ],
      sites: options.sites,
    });
  });
  return replication(scenarioOf(tree), 0);
}

/** What each tenant took of each lot and why, and what nobody took. */
const allotted = ({ market: { allotments } }: RolloutRun) =>
  allotments.map((lot) => [
    lot.day,
    ...lot.takes.flatMap(({ taken, reason }) => [taken, reason]),
    unallotted(lot),
  ]);

const days = ({ programmes }: RolloutRun) => programmes.map(({ milestones }) => [...milestones.days]);

describe('two tenants, each at its own provider', () => {
  let run: RolloutRun;
  beforeAll(() => {
    run = market({
      racks: [60, 40],
      caps: ['40 %', '50 %'],
      provider: 'Q',
      sites: [
        ready('E1', '2026-01-01', '5 MW'),
        ready('E2', '2026-04-01', '2.5 MW'),
        ready('F1', '2026-01-01', '2.5 MW', 'Q'),
        ready('F2', '2026-04-11', '2.5 MW', 'Q'),
      ],
    });
  });

  test('spend $3 an hour of every GPU in service, each its own', () => {
    // B has 1,440 GPUs in service from day 66.25 and 2,880 from day 115, to the end of day 364.
    const record = rolloutRecord(run) as Record<string, Float64Array>;
    const gpuDays = 1440 * (365 - 66.25) + 1440 * (365 - 115);
    expect(record['tenants.spend:B']!.at(-1)).toBeCloseTo(gpuDays * 3 * 24, 3);
  });

  test('take their caps of the four lots until they need no more', () => {
    expect(allotted(run)).toEqual([
      [25, 20, 'cap', 15, 'cap', 65],
      [50, 20, 'cap', 15, 'cap', 65],
      [75, 20, 'need', 10, 'need', 70],
      [100, 0, 'need', 0, 'need', 100],
    ]);
    const { offers } = run.market.vendors[0]!.shares;
    expect(offers.map(({ racks }) => [...racks])).toEqual([
      [50, 50, 50, 50],
      [30, 30, 30, 30],
    ]);
  });

  test('have 20 racks in service on days 45 and 66.25 and all of them on days 105 and 115', () => {
    expect(days(run)).toEqual([
      [45, 105],
      [66.25, 115],
    ]);
  });

  test('stand at their own sites alone', () => {
    const { racks } = run.floor.fleet;
    const sites = [new Set<string>(), new Set<string>()];
    for (let rack = 0; rack < racks.count; rack++)
      sites[racks.programme[rack]!]!.add(run.floor.sites[racks.site[rack]!]!.name);
    expect(sites.map((names) => [...names])).toEqual([
      ['E1', 'E2'],
      ['F1', 'F2'],
    ]);
  });

  test('have columns of their own, the second under its name', () => {
    const record = rolloutRecord(run);
    expect(record['contract_gpus']).toBe(4320);
    expect(record['contract_gpus:B']).toBe(2880);
    expect(record['target']).toBe(105);
    expect(record['B.target']).toBe(115);
    expect((record['tenants.gpus:A'] as Float64Array).at(-1)).toBe(4320);
    expect((record['tenants.gpus:B'] as Float64Array).at(-1)).toBe(2880);
    expect(record['input_B.tenantCap']).toBe(0.5);
  });

  test('keep every invariant', () => assertInvariants(run));
});

describe('two tenants of one provider', () => {
  let run: RolloutRun;
  beforeAll(() => {
    run = market({
      racks: [40, 40],
      caps: ['40 %', '40 %'],
      sites: [ready('E1', '2026-01-01', '5 MW'), ready('E2', '2026-04-01', '5 MW')],
    });
  });

  test('take their caps of the same lots', () => {
    expect(allotted(run)).toEqual([
      [25, 20, 'cap', 20, 'cap', 60],
      [50, 20, 'need', 20, 'need', 60],
      [75, 0, 'need', 0, 'need', 100],
      [100, 0, 'need', 0, 'need', 100],
    ]);
  });

  test('share positions and crew: 20 racks on days 45 and 50, all on days 105 and 110', () => {
    expect(days(run)).toEqual([
      [45, 105],
      [50, 110],
    ]);
  });

  test('keep every invariant', () => {
    for (const { name } of run.floor.sites) expect(rolloutRecord(run)[`serving_mw:${name}`]).toBeDefined();
    assertInvariants(run);
  });
});

test('a tenant gets what those before it leave of the provider, and is owed the rest of its cap', () => {
  // Of P's 50 racks A may take 40 and does; B may take 40 and gets 10.
  const run = market({
    racks: [60, 40],
    caps: ['80 %', '80 %'],
    sites: [ready('E1', '2026-01-01', '50 MW')],
  });
  expect(allotted(run).slice(0, 2)).toEqual([
    [25, 40, 'cap', 10, 'lot', 50],
    // A needs 20 more; B may take 40, is owed 30, and needs 30.
    [50, 20, 'need', 30, 'need', 50],
  ]);
});

test('a dock with a limit takes what positions are open to, less those that racks of other tenants on their way will take', () => {
  // Freight takes 30 days: on day 50 no rack of the first lot has come, and all 40 positions are open yet. Racks of B will take 10, so A may
  // ship 30 and 10 for the dock, less its own 30 that are on their way. Those 40 of A will take all, and B has the 10 of its dock already.
  const run = market({
    racks: [60, 40],
    caps: ['60 %', '20 %'],
    freight: '30 days',
    stagingLimit: '10 rack',
    sites: [ready('E1', '2026-01-01', '5 MW')],
  });
  expect(allotted(run).slice(0, 2)).toEqual([
    [25, 30, 'cap', 10, 'cap', 60],
    [50, 10, 'staging', 0, 'staging', 90],
  ]);
});
