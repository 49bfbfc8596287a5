import { describe, expect, test } from 'vitest';
import { simulateRollout } from '../../../models/rollout/index.ts';
import { CAUSES } from '../../../models/rollout/causes.ts';
import { Simulation } from '../../../src/kernel/index.ts';
import { Streams, type Stream } from '../../../src/random/index.ts';
import { oneCampus, type Parts } from './oneCampus.ts';
import { shippedScenario } from './shippedScenario.ts';

/** Streams that count how often each address is drawn from in a replication. */
class CountedStreams extends Streams {
  readonly drawn = new Map<string, number>();

  override open(cause: string, entity: string, purpose: string): Stream {
    const stream = super.open(cause, entity, purpose);
    const count = (serial = 0, occurrence = 0): void => {
      const address = `${cause}/${entity}/${purpose} ${serial} ${occurrence}`;
      this.drawn.set(address, (this.drawn.get(address) ?? 0) + 1);
    };
    return {
      uniform: (...at) => (count(...at), stream.uniform(...at)),
      draw: (of, ...at) => (count(...at), stream.draw(of, ...at)),
      drawShared: (of, normal, correlation, ...at) => (
        count(...at),
        stream.drawShared(of, normal, correlation, ...at)
      ),
      drawRemaining: (of, elapsed, ...at) => (count(...at), stream.drawRemaining(of, elapsed, ...at)),
      normal: (...at) => (count(...at), stream.normal(...at)),
      chance: (probability, ...at) => (count(...at), stream.chance(probability, ...at)),
      drawEach: (of, serials) => (serials.forEach((serial) => count(serial)), stream.drawEach(of, serials)),
      chanceEach: (probability, serials) => (
        serials.forEach((serial) => count(serial)),
        stream.chanceEach(probability, serials)
      ),
    };
  }
}

/** What is one value for many, and so asked for by each of them. */
const SHARED = [
  /^shared driver\//,
  /\/all (sites|racks|halls|vendors|makers|regions)\//,
  // One permit a campus, whatever its halls.
  /\/water permit 0 0$/,
  // A generation's slip moves what is eligible, what wafers give and what is in the mix alike.
  /\/slip 0 0$/,
  /\/(packages per wafer|packagesPerWafer|packaging: packagesPerWafer) 0 0$/,
  // One way to the dock a lot, whoever's racks are in it.
  /^chips\/[^/]+\/freight \d+ 0$/,
  // Told twice: the lead vendor's time through the pipeline.
  /^chips\/vendor\/(wafer|packaging|tray|rack)( time)? 0 0$/,
];

/** The causes, and the drivers that stages of several causes share. */
const KNOWN: ReadonlySet<string> = new Set([...CAUSES, 'shared driver']);

function repeated(scenario: ReturnType<typeof oneCampus>): string[] {
  const streams = new CountedStreams({ seed: 'addresses' });
  streams.begin(0);
  simulateRollout(new Simulation(), scenario, streams);
  expect(streams.drawn.size).toBeGreaterThan(10);
  return [...streams.drawn]
    .filter(([address, times]) => times > 1 && !SHARED.some((shared) => shared.test(address)))
    .map(([address, times]) => `${address} drawn ${times} times`);
}

const everything = ({ scenario, construction, site }: Parts): void => {
  const range = '10 / 20 / 40 days';
  site.power.units = '13 unit';
  site.power.unitRating = '12.5 MVA';
  delete site.power.orders;
  site.power.upgradeProbability = '100 %';
  site.halls = Array.from({ length: 12 }, (_, index) => ({
    name: `hall ${index + 1}`,
    power: '10 MW',
    startsAfter: `${index} days`,
  }));
  Object.assign(construction.substation, {
    concept: range,
    design: range,
    permits: range,
    civil: range,
    steel: range,
    dressOut: range,
    checkout: range,
  });
  construction.transformer.regimes.open = {
    leadTime: range,
    lateProbability: '100 %',
    failureProbability: '100 %',
  };
  Object.assign(construction.transformer, { late: range, failure: range });
  const order = { leadTime: range, lateProbability: '100 %' };
  const equipmentClass = { open: order, reserved: order, held: order };
  construction.equipment = {
    hvBreakers: equipmentClass,
    mvSwitchgear: equipmentClass,
    relays: equipmentClass,
  };
  Object.assign(construction.building, {
    sitePreparation: range,
    shell: range,
    fitOut: range,
    prefabricationSaving: '1 day',
    permits: range,
  });
  Object.assign(construction.cooling, {
    heatRejectionLeadTime: range,
    coolantDistributionLeadTime: range,
    installation: range,
    heatExchangerLeadTime: range,
    fanWallLeadTime: range,
    factoryTest: range,
  });
  Object.assign(construction.network, {
    switchLeadTime: range,
    opticsLeadTime: range,
    installation: range,
    trunkFibre: range,
    storageLeadTime: range,
    storageInstallation: range,
  });
  Object.assign(construction.commissioning, {
    l2: range,
    l3: range,
    flush: range,
    l4l5: range,
    reworkProbability: '100 %',
    rework: range,
  });
  construction.weather = { rate: '6 event/site/year', loss: '1 / 2 / 5 days' };
  const half = '50 %';
  construction.connections = [
    {
      name: 'u',
      study: range,
      agreement: range,
      service: range,
      dropout: { study: '1 %', agreement: '1 %', contract: '1 %' },
      blocks: { power: '10 / 20 / 40 MW', spacing: range },
    },
  ];
  site.power.connection = { utility: 'u', requested: '2026-01-01' };
  const source = {
    kind: 'engines',
    power: '5 MW',
    leadTime: range,
    permit: range,
    exemption: range,
    life: '200 days',
    trigger: { kind: 'date', on: '2026-02-01' },
  } as const;
  site.power.bridging = [1, 2, 3].map((number) => ({ ...source, name: `engines ${number}` }));
  site.power.downgrades = [1, 2, 3].map((number) => ({
    name: `weak ${number}`,
    from: '2027-01-01',
    to: '2027-02-01',
    power: '50 MW',
    probability: half,
  }));
  scenario.sites.push({
    name: 'retrofits',
    kind: 'retrofit',
    halls: [1, 2, 3].map((number) => ({
      name: `hall ${number}`,
      start: '2026-01-01',
      power: '5 MW',
      retrofit: range,
      flush: range,
      commissioning: range,
      displaced: { power: '1 MW' },
    })),
  });
  Object.assign(scenario.deployment, {
    deadOnArrival: { share: '20 %', repair: range },
    reworkShare: '20 %',
    rework: range,
    bringUp: range,
    podAcceptance: range,
    travelling: { crews: '3 crew', move: range, perSite: '2 crew' },
    crewPolicy: { kind: 'add', queue: '2 days', lag: range, perSite: '4 crew' },
  });
  scenario.chips.seaFreight = { part: half, extra: range };
  scenario.chips.freight = range;
};

describe('each address is drawn from once', () => {
  test('at a campus of twelve halls and thirteen units with everything that can be drawn', () => {
    expect(repeated(oneCampus(everything))).toEqual([]);
  });

  test.each([
    'openai-aws-38b',
    'openai-aws-138b',
    'arms-race',
    'neutral-or-committed',
    'greenfield-1gw',
    'new-carlisle',
    'with-disruptions',
    'output-by-packaging',
    'colossus-1',
  ])('in %s', (name) => {
    expect(repeated(shippedScenario(name).scenario)).toEqual([]);
  });
});

describe('each draw belongs to a cause that can be held at plan', () => {
  const causes = (scenario: ReturnType<typeof oneCampus>): string[] => {
    const streams = new CountedStreams({ seed: 'addresses' });
    streams.begin(0);
    simulateRollout(new Simulation(), scenario, streams);
    return [...new Set([...streams.drawn.keys()].map((address) => address.split('/')[0]!))];
  };

  test('at a campus with everything that can be drawn', () => {
    expect(causes(oneCampus(everything)).filter((cause) => !KNOWN.has(cause))).toEqual([]);
  });

  test.each(['with-disruptions', 'output-by-packaging', 'arms-race', 'data-gravity'])('in %s', (name) => {
    expect(causes(shippedScenario(name).scenario).filter((cause) => !KNOWN.has(cause))).toEqual([]);
  });
});

test("a unit's dress-out and a block's checkout are drawn apart, whatever their numbers", () => {
  const streams = new Streams({ seed: 'addresses' });
  const seen = new Set<number>();
  for (const purpose of ['dress-out', 'checkout', 'concept', 'civil'])
    for (let serial = 0; serial < 40; serial++)
      seen.add(streams.open('substation', 'D1', purpose).uniform(serial));
  expect(seen.size).toBe(160);
});
