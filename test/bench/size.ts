// Time, memory and cost a rack of one replication, from ten thousand to ten million GPUs: a programme of 2 kW a GPU
// on up to 60 campuses, every rack through dock, position, power-on, burn-in and service, cause records on.
//
//   npx tsx test/bench/size.ts
import { performance } from 'node:perf_hooks';
import { rollout, scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { basePoint, replicate } from '../../src/experiment/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const SIZES = [1e4, 1e5, 1e6, 1e7];
const MOST_SITES = 60;
const GPUS_A_RACK = 72;
const KILOWATTS_A_GPU = 2;
const LOTS = 120;
const PASSES = 3;
// Small runs are repeated until the compiler has seen enough of them.
const EVENTS_TO_WARM_UP = 1e6;

/** A programme of so many GPUs: campuses of equal size in four halls each, racks pushed as the vendor finishes them. */
function programme(gpus: number): RolloutScenario {
  const megawatts = (gpus * KILOWATTS_A_GPU) / 1000;
  const sites = Math.min(MOST_SITES, Math.max(1, Math.round(megawatts / 20)));
  // A little more than the racks need, since halls hold whole pods.
  const hall = Math.ceil((megawatts * 1.05) / sites / 4 + 1);
  const tree = {
    name: 'size',
    title: `${gpus} GPUs on ${sites} campuses`,
    start: '2026-01-01',
    horizon: '2030-12-31',
    asOf: '2026-01-01',
    target: { fraction: '100 %', by: '2029-12-31' },
    milestones: { gpus: [`${gpus / 2} gpu`], fractions: ['50 %', '100 %'] },
    contract: {
      commitment: '$1B',
      effectiveTerm: '5 years',
      termEnds: '2031-01-01',
      price: '$3/gpu/hour',
      gpus: `${gpus} gpu`,
    },
    product: { name: 'rack', gpusPerRack: `${GPUS_A_RACK} gpu`, facilityPower: `${KILOWATTS_A_GPU} kW/gpu` },
    chips: {
      output: {
        kind: 'lots',
        racks: `${Math.ceil((gpus / GPUS_A_RACK / LOTS) * 4.1)} rack`,
        every: '7 days',
        count: `${LOTS} lot`,
      },
      allotAt: 'rack',
      providerShare: '50 %',
      rackScalePart: '100 %',
      tenantCap: '50 %',
      pipeline: { wafer: '60 days', packaging: '20 days', tray: '5 days', rack: '10 days' },
      freight: '3 / 5 / 9 days',
    },
    provider: { name: 'provider', pace: 1 },
    construction: {
      substation: {
        concept: '20 days',
        design: '40 days',
        permits: '30 days',
        civil: '40 / 60 / 90 days',
        steel: '20 days',
        dressOut: '10 / 20 / 30 days',
        checkout: '15 days',
      },
      transformer: {
        regimes: {
          open: { leadTime: '100 / 200 / 400 days', lateProbability: '20 %' },
          reserved: { leadTime: '90 days', lateProbability: '0 %' },
          held: { leadTime: '0 days', lateProbability: '0 %' },
        },
        late: '20 / 40 / 90 days',
      },
      networkUpgrade: '90 days',
      building: {
        sitePreparation: '30 days',
        shell: '60 / 90 / 150 days',
        fitOut: '60 / 90 / 150 days',
        overlap: '40 %',
      },
      cooling: {
        heatRejectionLeadTime: '150 days',
        coolantDistributionLeadTime: '90 days',
        installation: '30 days',
      },
      network: { switchLeadTime: '100 days', opticsLeadTime: '80 days', installation: '20 days' },
      commissioning: {
        l3: '10 days',
        flush: '7 days',
        l4l5: '20 / 30 / 50 days',
        reworkProbability: '20 %',
        rework: '10 days',
      },
      commissioningTeams: `${MOST_SITES} team`,
    },
    deployment: {
      crews: '1 crew',
      racksPerDay: '4 / 8 / 20 rack/day',
      burnIn: '1 / 3 / 7 days',
      reworkShare: '15 %',
      rework: '3 / 7 / 14 days',
      podRacks: '8 rack',
      acceptance: '10 / 20 / 40 days',
    },
    policies: {
      placement: 'existing-first',
      order: { kind: 'push' },
      divert: { kind: 'never', after: '21 days', repaid: false, repayCeiling: '100 %' },
    },
    correlations: { campusTrades: 0.5, vendorClass: 0.5, acrossRegions: 0.1, inputs: [] },
    calendars: {
      outages: 'any-day',
      outageWindows: [],
      outageDays: [],
      networkFreeze: [],
      halfCrews: [],
      makerHolidays: [],
    },
    sites: Array.from({ length: sites }, (_, i) => ({
      name: `campus-${i + 1}`,
      kind: 'dedicated',
      start: '2026-01-01',
      power: {
        regime: 'open',
        units: '3 unit',
        unitRating: `${hall * 2 + 1} MVA`,
        powerFactor: 1,
        energize: 'firm',
        leadBeforeClearing: '0 days',
        upgradeProbability: '0 %',
      },
      halls: Array.from({ length: 4 }, (__, j) => ({
        name: `hall-${j + 1}`,
        power: `${hall} MW`,
        startsAfter: `${20 * j} days`,
      })),
    })),
  };
  return loadScenario({ source: { name: 'size', tree }, schema: scenarioSchema, catalog: () => undefined })
    .scenario;
}

console.log(
  '     GPUs   racks  sites   events  accepted   wall ms  cpu ms  cpu ns/event  cpu us/rack  peak MB',
);
for (const gpus of SIZES) {
  const scenario = programme(gpus);
  const point = basePoint(scenario);
  const columns = rollout.outputs(scenario).columns.filter(({ kind }) => kind !== 'series');
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const simulation = new Simulation();
  let best = Infinity;
  let bestProcessor = Infinity;
  let record = replicate(rollout, simulation, point, 'size', 0);
  const events = record[at('events')]!;
  const passes = PASSES + Math.floor(EVENTS_TO_WARM_UP / events);
  for (let pass = 0; pass < passes; pass++) {
    const began = performance.now();
    const { user, system } = process.cpuUsage();
    record = replicate(rollout, simulation, point, 'size', 0);
    best = Math.min(best, performance.now() - began);
    const used = process.cpuUsage({ user, system });
    bestProcessor = Math.min(bestProcessor, (used.user + used.system) / 1000);
  }
  const racks = gpus / GPUS_A_RACK;
  const cells = [
    String(gpus).padStart(9),
    racks.toFixed(0).padStart(7),
    String(scenario.sites.length).padStart(6),
    String(events).padStart(8),
    String(record[at('gpus_at_horizon')]!).padStart(9),
    best.toFixed(1).padStart(9),
    bestProcessor.toFixed(1).padStart(7),
    ((bestProcessor * 1e6) / events).toFixed(0).padStart(13),
    ((bestProcessor * 1e3) / racks).toFixed(2).padStart(12),
    (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8),
  ];
  console.log(cells.join(' '));
}
