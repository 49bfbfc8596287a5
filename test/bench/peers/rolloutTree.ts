import { parameters, type Law } from './rolloutParameters.ts';

const GPUS_A_RACK = 72;

function law([form, ...numbers]: Law, unit: string): string {
  return form === 'constant' ? `${numbers[0]!} ${unit}` : `${form}(${numbers.join(', ')}) ${unit}`;
}

const days = (each: Law): string => law(each, 'days');
const part = (each: Law): string => law(each, '');

/** The scenario of the comparison as an analyst would write it. */
export function rolloutTree(): Record<string, unknown> {
  const { lots, existing, substation, transformer, upgrade, building, cooling, network, commissioning } =
    parameters;
  const regime = { leadTime: days(transformer.leadTime), lateProbability: part(transformer.lateProbability) };
  return {
    name: 'peer',
    title: 'The rollout that is compared with SimPy',
    start: '2026-01-01',
    horizon: '2032-12-31',
    asOf: '2026-01-01',
    target: { fraction: '100 %', by: '2030-12-31' },
    milestones: { gpus: [], fractions: ['50 %', '100 %'] },
    contract: {
      commitment: '$1B',
      effectiveTerm: '5 years',
      termEnds: '2032-12-31',
      price: '$3/gpu/hour',
      gpus: `${parameters.racks * GPUS_A_RACK} gpu`,
    },
    product: {
      name: 'rack',
      gpusPerRack: `${GPUS_A_RACK} gpu`,
      facilityPower: `${parameters.kilowattsPerRack / GPUS_A_RACK} kW/gpu`,
    },
    chips: {
      output: {
        kind: 'lots',
        racks: `${lots.racks} rack`,
        every: `${lots.every} days`,
        count: `${lots.count} lot`,
      },
      allotAt: 'rack',
      providerShare: part(lots.share),
      rackScalePart: '100 %',
      tenantCap: lots.cap,
      pipeline: { wafer: '0 days', packaging: '0 days', tray: '0 days', rack: '0 days' },
      freight: days(parameters.freight),
    },
    provider: { name: 'the provider', pace: part(parameters.pace) },
    construction: {
      substation: {
        concept: days(substation.concept),
        design: days(substation.design),
        permits: days(substation.permits),
        civil: days(substation.civil),
        steel: days(substation.steel),
        dressOut: days(substation.dressOut),
        checkout: days(substation.checkout),
      },
      transformer: {
        regimes: { open: regime, reserved: regime, held: regime },
        late: days(transformer.late),
      },
      networkUpgrade: days(upgrade.days),
      building: {
        sitePreparation: days(building.sitePreparation),
        shell: days(building.shell),
        fitOut: days(building.fitOut),
        overlap: building.overlap,
      },
      cooling: {
        heatRejectionLeadTime: days(cooling.heatRejection),
        coolantDistributionLeadTime: days(cooling.coolantDistribution),
        installation: days(cooling.installation),
      },
      network: {
        switchLeadTime: days(network.switches),
        opticsLeadTime: days(network.optics),
        installation: days(network.installation),
      },
      commissioning: {
        l3: days(commissioning.l3),
        flush: days(commissioning.flush),
        l4l5: days(commissioning.l4l5),
        reworkProbability: commissioning.reworkProbability,
        rework: days(commissioning.rework),
      },
      commissioningTeams: `${commissioning.teams} team`,
    },
    deployment: {
      crews: '1 crew',
      racksPerDay: law(parameters.racksPerDay, 'rack/day'),
      burnIn: days(parameters.burnIn),
      reworkShare: part(parameters.reworkShare),
      rework: days(parameters.rework),
      podRacks: `${parameters.podRacks} rack`,
      acceptance: days(parameters.acceptance),
    },
    policies: {
      placement: 'existing-first',
      order: { kind: 'push' },
      divert: { kind: 'never', after: '21 days', repaid: true, repayCeiling: '100 %' },
    },
    correlations: { campusTrades: 0, vendorClass: 0, acrossRegions: 0, inputs: [] },
    calendars: {
      outages: 'any-day',
      outageWindows: [],
      outageDays: [],
      networkFreeze: [],
      halfCrews: [],
      makerHolidays: [],
    },
    sites: [
      {
        name: 'E',
        kind: 'ready',
        from: '2026-01-01',
        initial: `${existing.initial} MW`,
        monthly: law(['uniform', ...existing.monthly], 'MW/month'),
        ceiling: law(['uniform', ...existing.ceiling], 'MW'),
      },
      {
        name: 'D',
        kind: 'dedicated',
        start: '2026-01-01',
        power: {
          regime: 'open',
          units: `${substation.units} unit`,
          unitRating: `${substation.unitMegawatts} MVA`,
          powerFactor: 1,
          energize: 'firm',
          leadBeforeClearing: '0 days',
          upgradeProbability: upgrade.probability,
        },
        halls: parameters.halls.map(({ name, megawatts, startsAfter }) => ({
          name,
          power: `${megawatts} MW`,
          startsAfter: `${startsAfter} days`,
        })),
      },
    ],
  };
}
