import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RolloutRun } from '../../../../models/rollout/index.ts';
import { unallotted } from '../../../../models/rollout/market/market.ts';
import { STRATEGIES } from '../../../../models/rollout/market/strategy.ts';
import { rolloutOutputs } from '../../../../models/rollout/outputs.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf, scenarioTrees } from '../randomScenario.ts';

type Tree = Record<string, unknown>;

const FULL = process.env['GIGARAMP_FULL'] === '1';

const flow = fc.record({
  from: fc.constantFrom('2026-01-01', '2026-03-10'),
  initial: fc.integer({ min: 0, max: 3 }).map((n) => `${n} MW`),
  added: fc.constantFrom('10 MW/year', '5 / 12 / 30 MW/year'),
  growth: fc.constantFrom('0 %', '50 %', '-30 %'),
  every: fc.constantFrom('1 month', '10 days'),
  slip: fc.constantFrom('0 days', '0 / 20 / 60 days'),
  installTime: fc.constantFrom('4 days', '3 / 8 / 20 days'),
});

const deal = fc.record({
  tenant: fc.constantFrom('first', 'B'),
  provider: fc.constantFrom('provider', 'Q', 'R'),
  when: fc.constantFrom(
    { signed: '2026-02-01' },
    { signed: '2026-06-15' },
    { arrives: { from: '2026-01-15', rate: '1 / 2 / 4 event/year' } },
  ),
  gpus: fc.constantFrom('720 gpu', '300 / 1500 / 4000 gpu'),
  over: fc.constantFrom('0 days', '90 days'),
  prepaid: fc.constantFrom(undefined, { adds: undefined }, { adds: '300 package/month' }),
});

/** A random market: three providers, two of them with flows, two tenants that spread, and up to four deals. */
const markets = fc
  .record({
    tree: scenarioTrees,
    flows: fc.tuple(flow, flow),
    strategies: fc.tuple(fc.constantFrom(...STRATEGIES), fc.constantFrom(...STRATEGIES)),
    deals: fc.array(deal, { minLength: 1, maxLength: 4 }),
    factor: fc.constantFrom('1', '3'),
  })
  .map(({ tree, flows, strategies, deals, factor }): Tree => {
    const customer = (name: string, share: string) => ({ name, share, contracted: '5 %', priority: 2 });
    return {
      ...tree,
      chips: {
        ...(tree['chips'] as Tree),
        allotment: {
          kind: 'queue',
          provider: 'provider',
          customers: [customer('provider', '45 %'), customer('Q', '20 %'), customer('R', '10 %')],
        },
      },
      // Room at the dock counts positions that another tenant of the provider may take.
      policies: { ...(tree['policies'] as Tree), returns: undefined, stagingLimit: undefined },
      providers: ['Q', 'R'].map((name, i) => ({ name, pace: 1, flow: flows[i] })),
      tenant: 'first',
      strategy: strategies[0],
      alsoAt: [{ provider: 'Q', tenantCap: '30 %' }],
      tenants: [
        {
          name: 'B',
          provider: 'Q',
          strategy: strategies[1],
          alsoAt: [{ provider: 'R', tenantCap: '60 %' }],
          contract: {
            commitment: '$1B',
            effectiveTerm: '1 year',
            termEnds: '2027-12-31',
            price: '$3/gpu/hour',
            gpus: '4000 gpu',
          },
          tenantCap: '50 %',
        },
      ],
      deals: deals.map(({ tenant, provider, when, gpus, over, prepaid }, i) => ({
        name: `D${i}`,
        tenant,
        provider,
        ...when,
        gpus,
        orders: { over },
        ...(prepaid && {
          prepayment: {
            value: '$1M',
            priority: 1,
            ...(prepaid.adds && { adds: prepaid.adds, after: '30 / 60 / 90 days' }),
          },
        }),
      })),
      reaction: { factor, window: '120 days' },
    };
  });

/** Racks of all lots by who has them, the rest of the world last. */
function racksByParty(run: RolloutRun): number[] {
  const racks = run.programmes.map(({ index }) =>
    run.market.allotments.reduce(
      (sum, { takes }) =>
        sum + takes.reduce((all, take) => all + (take.programme === index ? take.taken : 0), 0),
      0,
    ),
  );
  return [...racks, run.market.allotments.reduce((sum, lot) => sum + unallotted(lot), 0)];
}

const total = (racks: readonly number[]): number => racks.reduce((sum, each) => sum + each, 0);

/** Every row of the table of providers, and what all of them were allotted, is what was made. */
function assertTables(run: RolloutRun): void {
  const record = rolloutRecord(run) as Record<string, Float64Array>;
  const { columns, gridDays } = rolloutOutputs(run.world.scenario);
  const allotted = columns.filter(({ table, measure }) => table === 'providers' && measure === 'allotted');
  const fleets = columns.filter(({ table, measure }) => table === 'providers' && measure === 'gpus');
  const indices = columns.filter(({ measure }) => measure === 'hhi');
  expect(indices.length).toBe(2);
  gridDays.forEach((day, i) => {
    const made = run.market.allotments.reduce((sum, lot) => sum + (lot.day < day + 1 ? lot.produced : 0), 0);
    expect(total(allotted.map(({ name }) => record[name]![i]!))).toBe(made);
    for (const { name } of allotted) expect(record[name]![i]).toBeGreaterThanOrEqual(0);
    for (const { name, key } of indices) {
      const own = fleets.filter((fleet) => fleet.key!['tenant'] === key!['tenant']);
      const inService = total(own.map((fleet) => record[fleet.name]![i]!));
      expect(inService).toBe(record[`tenants.gpus:${key!['tenant']}`]![i]);
      const hhi = record[name]![i]!;
      if (inService === 0) expect(hhi).toBeNaN();
      else {
        expect(hhi).toBeGreaterThanOrEqual(1 / own.length - 1e-12);
        expect(hhi).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  });
}

test('random markets keep every invariant, and each table of providers sums to what was made', () => {
  fc.assert(
    fc.property(markets, fc.integer({ min: 0, max: 99 }), (tree, index) => {
      const run = replication(scenarioOf(tree), index);
      assertInvariants(run);
      assertTables(run);
      for (const { places } of run.programmes)
        for (const { committedGpus, quotaGpus } of places)
          // A rack beyond the quota is none: quotas are whole racks.
          expect(committedGpus).toBeLessThanOrEqual(quotaGpus);
    }),
    { numRuns: FULL ? 300 : 25, seed: 16 },
  );
});

test('a removed deal never makes supply larger, and where it is unchanged what others get sums to what it got', () => {
  fc.assert(
    fc.property(markets, fc.constantFrom('vanish', 'divert'), (tree, removed) => {
      const [first, ...others] = tree['deals'] as Tree[];
      const withIt = replication(scenarioOf(tree), 0);
      const without = replication(scenarioOf({ ...tree, deals: [{ ...first, removed }, ...others] }), 0);
      const [a, b] = [racksByParty(withIt), racksByParty(without)];
      expect(total(b)).toBeLessThanOrEqual(total(a));
      const made = (run: RolloutRun): number =>
        run.market.allotments.reduce((sum, { produced }) => sum + produced, 0);
      expect([total(a), total(b)]).toEqual([made(withIt), made(without)]);
      if (made(withIt) === made(without)) expect(total(a.map((racks, i) => racks - b[i]!))).toBe(0);
      assertInvariants(without);
    }),
    { numRuns: FULL ? 200 : 20, seed: 17 },
  );
});

test('what the queue gives to customers, deals and the rest sums to every lot', () => {
  fc.assert(
    fc.property(markets, (tree) => {
      const { market } = replication(scenarioOf(tree), 3);
      const [vendor] = market.vendors;
      const { produced, offers } = vendor!.shares;
      produced.forEach((racks, lot) => {
        const given = offers.reduce((sum, offer) => sum + offer.racks[lot]!, 0);
        // Each provider rounds its running total by itself.
        expect(given).toBeLessThanOrEqual(racks + offers.length);
        for (const offer of offers) {
          const ofDeals = offer.deals.reduce((sum, each) => sum + each.racks[lot]!, 0);
          expect(ofDeals).toBeLessThanOrEqual(offer.racks[lot]! + offer.deals.length);
        }
      });
    }),
    { numRuns: 15, seed: 18 },
  );
});
