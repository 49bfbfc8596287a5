import type { Parts } from './oneCampus.ts';

/** Gives a campus the catalog's durations in place of the hand-solved ones, and nothing that is known order by order. */
export function realConstruction({ scenario, construction, site }: Parts): void {
  const late = 'catalog:power.late-delivery-probability';
  construction.substation = {
    concept: 'catalog:power.substation-concept',
    design: 'catalog:power.substation-design',
    permits: 'catalog:power.substation-permits',
    civil: 'catalog:power.substation-civil',
    steel: 'catalog:power.substation-steel',
    dressOut: 'catalog:power.transformer-dress-out',
    checkout: 'catalog:power.substation-checkout',
  };
  construction.transformer = {
    regimes: {
      open: { leadTime: 'catalog:power.transformer-lead-time-2026', lateProbability: late },
      reserved: { leadTime: 'catalog:power.transformer-lead-time-reserved', lateProbability: late },
      held: { leadTime: '0 days', lateProbability: '0 %' },
    },
    late: 'catalog:power.late-delivery-slip',
  };
  construction.building = {
    sitePreparation: 'catalog:building.site-preparation',
    shell: 'catalog:building.shell',
    fitOut: 'catalog:building.fit-out',
    overlap: '40 %',
  };
  construction.cooling = {
    heatRejectionLeadTime: 'catalog:cooling.dry-cooler-lead-time',
    coolantDistributionLeadTime: 'catalog:cooling.cdu-lead-time',
    installation: '2 / 3 / 4 months',
  };
  construction.network = {
    switchLeadTime: 'catalog:network.switch-lead-time-2026',
    opticsLeadTime: 'catalog:network.optics-lead-time-2026',
    installation: '2 / 4 / 6 weeks',
  };
  construction.commissioning = {
    l3: 'catalog:building.commissioning-l3',
    flush: 'catalog:cooling.loop-flush',
    l4l5: 'catalog:building.commissioning-l4-l5',
    reworkProbability: 'catalog:building.commissioning-failure-probability',
    rework: 'catalog:building.commissioning-rework',
  };
  scenario.deployment.acceptance = 'catalog:deployment.shake-out';
  scenario.calendars.outages = 'in-windows';
  scenario.calendars.outageDays = [];
  scenario.calendars.outageWindows = [
    { from: '03-01', to: '05-31' },
    { from: '09-01', to: '11-30' },
  ];
  scenario.correlations = { campusTrades: 0.6, vendorClass: 0.5, acrossRegions: 0.15, inputs: [] };
  scenario.horizon = '2036-12-31';
  delete site.power.orders;
  for (const hall of site.halls) {
    delete hall.building;
    delete hall.cooling;
    delete hall.network;
  }
}
