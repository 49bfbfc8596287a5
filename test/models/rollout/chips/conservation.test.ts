import { expect, test } from 'vitest';
import { simulateRollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { lotTotals } from '../../../../models/rollout/market/market.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { constant, Streams } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

const BASE = shippedScenario('openai-aws-38b').scenario;

function withChips(over: Partial<RolloutScenario['chips']>): RolloutScenario {
  return { ...BASE, chips: { ...BASE.chips, ...over } };
}

const QUEUE: NonNullable<RolloutScenario['chips']['allotment']> = {
  kind: 'queue',
  provider: 'aws',
  customers: [
    {
      name: 'aws',
      share: 0.09,
      contracted: 0.06,
      priority: 1,
      deals: [{ name: 'tenant', from: '2025-11-03', over: 365, packages: 200_000 }],
    },
    { name: 'microsoft', share: 0.2, contracted: 0.15, priority: 1 },
  ],
};
const MAKERS: NonNullable<RolloutScenario['chips']['makers']> = [
  { name: 'one', share: 0.6, capacity: 700 },
  { name: 'two', share: 0.4, capacity: 500, holidays: [] },
];
const OWN_CHIPS: NonNullable<RolloutScenario['chips']['otherVendors']> = [
  {
    name: 'own chips',
    output: { kind: 'lots', racks: 90, every: 30, count: 24 },
    providerShare: constant(1),
    tenantCap: constant(0.3),
    packageToRack: constant(20),
    freight: constant(7),
  },
];

const CASES: [string, RolloutScenario][] = [
  ['by share', BASE],
  ['by queue', withChips({ allotment: QUEUE })],
  ['with makers of finite capacity', withChips({ makers: MAKERS })],
  ['with sea freight', withChips({ seaFreight: { part: 0.5, extra: constant(21) } })],
  ['with a second vendor', withChips({ otherVendors: OWN_CHIPS })],
  ['from packaging', shippedScenario('output-by-packaging').scenario],
  ['with disruptions', shippedScenario('with-disruptions').scenario],
];

test.each(CASES)('racks are conserved %s: finished = rivals + other tenants + tenant', (_, scenario) => {
  const streams = new Streams({ seed: 'conservation' });
  for (let replication = 0; replication < 2; replication++) {
    streams.begin(replication);
    const { market, programmes, floor } = simulateRollout(new Simulation(), scenario, streams);
    const vendor = lotTotals(market, programmes[0]!);
    expect(vendor.finished).toBeGreaterThan(0);
    expect(vendor.rivals + vendor.otherTenants + vendor.tenant).toBe(vendor.finished);
    const { racks } = floor.fleet;
    let ofVendors = 0;
    for (let rack = 0; rack < racks.count; rack++) if (racks.lot[rack]! >= 0) ofVendors++;
    expect(ofVendors).toBe(vendor.tenant);
  }
});

test('a second vendor leaves the draws of the first where they were', () => {
  const firstLots = (scenario: RolloutScenario): Float64Array => {
    const streams = new Streams({ seed: 'addresses' });
    streams.begin(0);
    const { racks } = simulateRollout(new Simulation(), scenario, streams).floor.fleet;
    return racks.dockedAt
      .slice(0, racks.count)
      .filter((_, rack) => racks.lot[rack]! >= 0 && racks.lot[rack]! < 3);
  };
  expect(firstLots(withChips({ otherVendors: OWN_CHIPS }))).toEqual(firstLots(BASE));
});

test("a queue without new deals divides the output as today's shares do, to a rack of rounding", () => {
  const customers =
    QUEUE.kind === 'queue' ? QUEUE.customers.map((customer) => ({ ...customer, deals: [] })) : [];
  const queue = ledger(withChips({ allotment: { kind: 'queue', provider: 'aws', customers } }));
  const share = ledger(BASE);
  expect(queue.finished).toBe(share.finished);
  expect(Math.abs(queue.rivals - share.rivals)).toBeLessThanOrEqual(1);
});

function ledger(scenario: RolloutScenario) {
  const streams = new Streams({ seed: 'calibration' });
  streams.begin(0);
  const { market, programmes } = simulateRollout(new Simulation(), scenario, streams);
  return lotTotals(market, programmes[0]!);
}
