// Time of one replication of a market: tenants that spread over providers, deals in the vendor's queue, campuses site by site, eight years.
//
//   npx tsx test/bench/market.ts
import { readFileSync } from 'node:fs';
import { rollout, scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { basePoint } from '../../src/experiment/index.ts';
import { replicator } from '../../src/experiment/replicate.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { layoutOf } from '../../src/record/index.ts';
import { loadScenario, SHIPPED } from '../../src/scenario/index.ts';

const GPUS_A_TENANT = 50_000;
const GPUS_A_RACK = 72;
const YEARS = 8;
const PASSES = 9;

const FILE = 'market.yaml';
const read = (path: string): string => readFileSync(new URL(`../../models/${path}`, import.meta.url), 'utf8');

interface Size {
  readonly tenants: number;
  readonly providers: number;
  readonly sites: number;
}

const WHOLE: Size = { tenants: 20, providers: 8, sites: 60 };
const SIZES: readonly Size[] = [
  { ...WHOLE, tenants: 5 },
  { ...WHOLE, tenants: 10 },
  { ...WHOLE, sites: 15 },
  { ...WHOLE, sites: 30 },
  WHOLE,
];

const provider = (index: number): string => `P${index}`;

/** A market: every tenant buys at two providers and has a deal at a third; all sites are campuses that are built. */
function market({ tenants, providers, sites }: Size): RolloutScenario {
  const contract = {
    commitment: '$1B',
    effectiveTerm: '5 years',
    termEnds: '2034-01-01',
    price: '$3/gpu/hour',
    gpus: `${GPUS_A_TENANT} gpu`,
  };
  const megawatts = (tenants * GPUS_A_TENANT * 2 * 1.5) / 1000 / sites;
  const lots = YEARS * 52;
  const racks = Math.ceil((tenants * GPUS_A_TENANT * 4) / GPUS_A_RACK / lots);
  const next = (index: number, step: number): string => provider((index + step) % providers);
  const tree = {
    extends: 'gigaramp:practice/usual.yaml',
    name: 'market',
    title: `${tenants} tenants, ${providers} providers, ${sites} sites`,
    start: '2026-01-01',
    horizon: `${2026 + YEARS}-01-01`,
    asOf: '2026-01-01',
    target: { fraction: '100 %', by: '2033-12-31' },
    milestones: { gpus: [`${GPUS_A_TENANT / 2} gpu`], fractions: [] },
    contract,
    tenant: 'T0',
    alsoAt: [{ provider: next(0, 1), tenantCap: '30 %' }],
    product: { name: 'rack', gpusPerRack: `${GPUS_A_RACK} gpu`, facilityPower: '2 kW/gpu' },
    chips: {
      output: { kind: 'lots', racks: `${racks} rack`, every: '7 days', count: `${lots} lot` },
      allotment: {
        kind: 'queue',
        provider: provider(0),
        customers: Array.from({ length: providers }, (_, i) => ({
          name: provider(i),
          share: 0.8 / providers,
          contracted: '0 %',
          priority: 2,
        })),
      },
      providerShare: 0.8 / providers,
      rackScalePart: '100 %',
      tenantCap: '30 %',
      pipeline: { wafer: '60 days', packaging: '20 days', tray: '5 days', rack: '10 days' },
      freight: '3 / 5 / 9 days',
    },
    provider: { name: provider(0), pace: 1 },
    providers: Array.from({ length: providers - 1 }, (_, i) => ({ name: provider(i + 1), pace: 1 })),
    tenants: Array.from({ length: tenants - 1 }, (_, i) => ({
      name: `T${i + 1}`,
      provider: next(i + 1, 0),
      tenantCap: '30 %',
      alsoAt: [{ provider: next(i + 1, 1), tenantCap: '30 %' }],
      contract,
    })),
    deals: Array.from({ length: tenants }, (_, i) => ({
      name: `D${i}`,
      tenant: `T${i}`,
      provider: next(i, 2),
      arrives: { from: '2026-01-01', rate: '0.5 event/year' },
      gpus: `${GPUS_A_TENANT / 5} gpu`,
      orders: { over: '1 year' },
    })),
    reaction: { factor: 2, window: '6 months' },
    deployment: { crews: '1 crew', racksPerDay: '4 / 8 / 20 rack/day' },
    calendars: {
      outages: 'any-day',
      outageWindows: [],
      outageDays: [],
      networkFreeze: [],
      halfCrews: [],
      makerHolidays: [],
    },
    sites: Array.from({ length: sites }, (_, i) => ({
      name: `campus-${i}`,
      kind: 'dedicated',
      provider: provider(i % providers),
      start: `${2025 + (i % 4)}-06-01`,
      power: {
        regime: 'reserved',
        units: '3 unit',
        unitRating: `${megawatts.toFixed(1)} MVA`,
        powerFactor: 1,
        energize: 'firm',
        leadBeforeClearing: '0 days',
        upgradeProbability: '0 %',
      },
      halls: [1, 2].map((hall) => ({
        name: `hall ${hall}`,
        power: `${(megawatts / 2).toFixed(1)} MW`,
        startsAfter: `${90 * hall} days`,
      })),
    })),
  };
  // JSON is YAML; as a file it may extend another.
  const load = (path: string): string =>
    path === FILE ? JSON.stringify(tree) : read(path.slice(SHIPPED.length));
  const catalog = (room: string): string => read(`catalog/${room}.yaml`);
  return loadScenario({ file: FILE, load, catalog, schema: scenarioSchema }).scenario;
}

// What is compiled by then is compiled for all.
replicator(rollout, new Simulation(), basePoint(market(WHOLE)), 'warm')(0);

console.log('tenants  providers  sites   racks  CPU ms a replication (median)');
for (const size of SIZES) {
  const scenario = market(size);
  const point = basePoint(scenario);
  const offsets = layoutOf(rollout.outputs(scenario)).fields.flatMap(({ column, offset }) =>
    column.name.startsWith('market_racks:T') ? [offset] : [],
  );
  const run = replicator(rollout, new Simulation(), point, '1');
  const times: number[] = [];
  let racks = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    // CPU, and not the clock: others may be at work on the machine.
    const began = process.cpuUsage();
    const record = run(pass);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
    racks = offsets.reduce((sum, offset) => sum + record[offset]!, 0);
  }
  const [median] = times.sort((a, b) => a - b).slice(Math.floor(PASSES / 2));
  console.log(
    [size.tenants, size.providers, size.sites, racks]
      .map((value, i) => String(value).padStart([7, 11, 7, 8][i]!))
      .join(''),
    median!.toFixed(0).padStart(10),
  );
}
