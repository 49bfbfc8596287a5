import fc from 'fast-check';
import { scenarioSchema, type RolloutScenario } from '../../../models/rollout/index.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

type Tree = Record<string, unknown>;

const days = (low: number, high: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: low, max: high }).map((n) => `${n} days`),
    fc
      .tuple(
        fc.integer({ min: low, max: high }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 60 }),
      )
      .map(([a, b, c]) => `${a} / ${a + b} / ${a + b + c} days`),
  );

const percent = (low: number, high: number): fc.Arbitrary<string> =>
  fc.integer({ min: low, max: high }).map((n) => `${n} %`);

const day = fc
  .integer({ min: -200, max: 200 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

const readySite = fc.record({
  kind: fc.constant('ready'),
  from: fc.constantFrom('2026-01-01', '2026-02-11'),
  initial: fc.integer({ min: 0, max: 4 }).map((n) => `${n} MW`),
  monthly: fc.constantFrom('0 MW/month', '1 / 2 / 3 MW/month'),
  ceiling: fc.constantFrom('5 MW', '4 / 6 / 9 MW'),
});

const reassignedSite = fc.record({
  kind: fc.constant('reassigned'),
  gpus: fc.constantFrom('0 / 400 / 1500 gpu', '720 gpu'),
  over: fc.integer({ min: 1, max: 90 }).map((n) => `${n} days`),
});

const retrofitSite = fc.record({
  kind: fc.constant('retrofit'),
  halls: fc
    .array(
      fc.record({
        start: fc.constantFrom('2026-01-01', '2026-03-05'),
        power: fc.integer({ min: 1, max: 4 }).map((n) => `${n} MW`),
        retrofit: days(10, 60),
        flush: days(0, 10),
        commissioning: days(0, 20),
        displaced: fc.constant({ power: '1 MW' }),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map(named('hall')),
});

const dedicatedSite = fc
  .record({
    start: day,
    regime: fc.constantFrom('open', 'reserved', 'held'),
    halls: fc.integer({ min: 1, max: 3 }),
    lead: fc.integer({ min: 0, max: 200 }),
    upgrade: fc.constantFrom('0 %', '50 %', '20 / 40 / 60 %'),
    after: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ start, regime, halls, lead, upgrade, after }) => ({
    kind: 'dedicated',
    start,
    power: {
      regime,
      units: '3 unit',
      unitRating: '6 MVA',
      powerFactor: 0.95,
      energize: 'firm',
      leadBeforeClearing: `${lead} days`,
      upgradeProbability: upgrade,
    },
    halls: named('hall')(
      Array.from({ length: halls }, (_, i) => ({ power: '3 MW', startsAfter: `${i * after} days` })),
    ),
  }));

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const policies = fc.record({
  placement: fc.constantFrom('existing-first', 'dedicated-first', 'balanced', 'hold'),
  holdFor: fc.integer({ min: 0, max: 60 }).map((n) => `${n} days`),
  stagingLimit: optional(fc.integer({ min: 1, max: 60 }).map((n) => `${n} rack`)),
  partialPods: optional(fc.integer({ min: 0, max: 30 }).map((n) => ({ after: `${n} days` }))),
  returnOn: optional(fc.constantFrom('2026-09-01', '2026-12-15')),
  order: fc.oneof(
    fc.constant({ kind: 'push' }),
    fc.integer({ min: 0, max: 60 }).map((n) => ({ kind: 'need-by', buffer: `${n} days` })),
  ),
  divert: fc.record({
    kind: fc.constantFrom('never', 'after'),
    after: fc.integer({ min: 0, max: 60 }).map((n) => `${n} days`),
    repaid: fc.boolean(),
    repayCeiling: percent(0, 100),
  }),
});

function present(values: Tree): Tree {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function policiesOf(
  { holdFor, returnOn, ...policy }: { placement: string; holdFor: string; returnOn: string | undefined },
  sites: readonly { name: string; kind: string }[],
): Tree {
  const lender = sites.find(({ kind }) => kind === 'ready' || kind === 'retrofit');
  return present({
    ...policy,
    holdFor: policy.placement === 'hold' ? holdFor : undefined,
    returns:
      lender === undefined || returnOn === undefined
        ? undefined
        : [{ site: lender.name, on: returnOn, notice: '40 days' }],
  });
}

function named(prefix: string): <T extends object>(items: readonly T[]) => (T & { name: string })[] {
  return (items) => items.map((item, i) => ({ name: `${prefix}-${i + 1}`, ...item }));
}

/** A scenario tree of a few hundred racks on up to five sites, with any policy and any mixture of ranges and constants. */
export const scenarioTrees: fc.Arbitrary<Tree> = fc
  .record({
    contractGpus: fc.integer({ min: 1, max: 20_000 }),
    providerShare: percent(30, 60),
    tenantCap: percent(20, 70),
    rackScalePart: percent(60, 100),
    allotAt: fc.constantFrom('rack', 'package', 'waferStart'),
    lotRacks: fc.integer({ min: 20, max: 160 }),
    lotDays: fc.integer({ min: 5, max: 30 }),
    freight: days(0, 12),
    crews: fc.integer({ min: 1, max: 3 }),
    racksPerDay: fc.constantFrom('4 rack/day', '1 / 3 / 9 rack/day'),
    burnIn: days(1, 5),
    rework: percent(0, 40),
    podRacks: fc.integer({ min: 1, max: 12 }),
    acceptance: days(3, 30),
    travelling: optional(fc.constant({ crews: '2 crew', move: '2 / 4 / 9 days', perSite: '1 crew' })),
    crewPolicy: optional(
      fc.record({
        kind: fc.constantFrom('add', 'move'),
        queue: fc.constantFrom('1 day', '6 days', '20 days'),
        lag: fc.constantFrom('0 days', '2 / 4 / 9 days'),
        perSite: fc.constant('4 crew'),
      }),
    ),
    deadOnArrival: optional(fc.constant({ share: '1 / 5 / 20 %', repair: '2 / 5 / 9 days' })),
    bringUp: optional(days(0, 10)),
    podAcceptance: optional(days(0, 10)),
    outOfService: optional(fc.constant({ firstYear: '5 / 10 / 15 %', later: '2 / 4 / 8 %' })),
    spares: optional(percent(0, 10)),
    teams: fc.integer({ min: 1, max: 3 }),
    l3: days(0, 20),
    lateness: percent(0, 60),
    freeze: fc.constantFrom([], [{ from: '05-20', to: '06-20' }]),
    halfCrews: fc.constantFrom([], [{ from: '04-01', to: '05-15' }]),
    outages: fc.constantFrom('in-windows', 'any-day'),
    policies,
    correlated: fc.boolean(),
    sites: fc.array(fc.oneof(readySite, reassignedSite, retrofitSite, dedicatedSite), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map((part) => ({
    name: 'random',
    title: 'random rollout',
    start: '2026-01-01',
    horizon: '2027-06-30',
    asOf: '2026-01-01',
    target: { fraction: '100 %', by: '2026-12-31' },
    milestones: {
      gpus: ['72 gpu', '1000 gpu', '5000 gpu', '15000 gpu'],
      fractions: ['25 %', '50 %', '100 %'],
    },
    contract: {
      commitment: '$500M',
      effectiveTerm: '1 year',
      termEnds: '2028-01-01',
      price: '2 / 3 / 4 $/gpu/hour',
      gpus: `${part.contractGpus} gpu`,
    },
    product: { name: 'rack', gpusPerRack: '72 gpu', facilityPower: '1.6 / 1.8 / 2.1 kW/gpu' },
    chips: {
      output: {
        kind: 'lots',
        racks: `${part.lotRacks} rack`,
        every: `${part.lotDays} days`,
        count: '60 lot',
      },
      allotAt: part.allotAt,
      providerShare: part.providerShare,
      rackScalePart: part.rackScalePart,
      tenantCap: part.tenantCap,
      pipeline: { wafer: '60 days', packaging: '20 days', tray: '5 days', rack: '10 days' },
      freight: part.freight,
    },
    provider: { name: 'provider', pace: '0.6 / 0.8 / 1' },
    construction: {
      substation: {
        concept: '20 days',
        design: '30 / 40 / 60 days',
        permits: '30 days',
        civil: '40 / 50 / 80 days',
        steel: '20 days',
        dressOut: '10 / 20 / 30 days',
        checkout: '15 days',
      },
      transformer: {
        regimes: {
          open: { leadTime: '90 / 130 / 200 days', lateProbability: part.lateness },
          reserved: { leadTime: '60 / 90 / 130 days', lateProbability: part.lateness },
          held: { leadTime: '0 days', lateProbability: '0 %' },
        },
        late: '20 / 40 / 90 days',
      },
      networkUpgrade: '30 / 60 / 200 days',
      building: {
        sitePreparation: '10 days',
        shell: '40 / 60 / 90 days',
        fitOut: '50 / 80 / 120 days',
        overlap: '40 %',
      },
      cooling: {
        heatRejectionLeadTime: '80 / 120 / 160 days',
        coolantDistributionLeadTime: '60 / 90 / 150 days',
        installation: '10 / 20 / 30 days',
      },
      network: { switchLeadTime: '60 / 90 / 150 days', opticsLeadTime: '80 days', installation: '10 days' },
      commissioning: {
        l3: part.l3,
        flush: '0 / 7 / 14 days',
        l4l5: '10 / 20 / 40 days',
        reworkProbability: '20 %',
        rework: '5 / 10 / 20 days',
      },
      commissioningTeams: `${part.teams} team`,
    },
    deployment: {
      crews: `${part.crews} crew`,
      racksPerDay: part.racksPerDay,
      burnIn: part.burnIn,
      reworkShare: part.rework,
      rework: '2 / 4 / 9 days',
      podRacks: `${part.podRacks} rack`,
      acceptance: part.acceptance,
      ...present({
        travelling: part.travelling,
        crewPolicy: part.crewPolicy,
        deadOnArrival: part.deadOnArrival,
        bringUp: part.bringUp,
        podAcceptance: part.podAcceptance,
        outOfService: part.outOfService,
        spares: part.spares,
      }),
    },
    policies: policiesOf(part.policies, named('site')(part.sites)),
    correlations: part.correlated
      ? { campusTrades: 0.6, vendorClass: 0.5, acrossRegions: 0.2, inputs: [] }
      : { campusTrades: 0, vendorClass: 0, acrossRegions: 0, inputs: [] },
    calendars: {
      outages: part.outages,
      outageWindows: [
        { from: '03-01', to: '05-31' },
        { from: '09-01', to: '11-30' },
      ],
      outageDays: [],
      networkFreeze: part.freeze,
      halfCrews: part.halfCrews,
      makerHolidays: [],
    },
    sites: named('site')(part.sites),
  }));

/** A tree built in TypeScript, through the same validation as a file. */
export function scenarioOf(tree: Tree): RolloutScenario {
  return loadScenario({
    source: { name: 'random', tree },
    schema: scenarioSchema,
    catalog: () => undefined,
  }).scenario;
}
