import type { z } from 'zod';
import { refuseActualsAfter } from '../../src/scenario/index.ts';
import { firmMegawatts } from './power/firm.ts';
import { checkChips } from './chips/checks.ts';
import { checkContract } from './contract/checks.ts';
import { checkDisruptions } from './disruption/checks.ts';
import type { RolloutScenario } from './scenario.ts';

type Context = z.RefinementCtx<Omit<RolloutScenario, never>>;

/** Refuses what no single value shows: dates out of order, names taken twice, halls that no substation can feed. */
export function checkScenario(scenario: RolloutScenario, context: Context): void {
  const refuse = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (scenario.horizon <= scenario.start)
    refuse(['horizon'], `expected a date after the start ${scenario.start}, got ${scenario.horizon}`);
  if (scenario.target.by > scenario.horizon)
    refuse(
      ['target', 'by'],
      `expected a date up to the horizon ${scenario.horizon}, got ${scenario.target.by}`,
    );
  refuseActualsAfter(scenario.asOf, scenario, context);
  checkNames(scenario, refuse);
  checkInputs(scenario, refuse);
  checkChips(scenario, refuse);
  checkContract(scenario, refuse);
  checkDisruptions(scenario, refuse);
  scenario.sites.forEach((site, index) => {
    if (site.kind !== 'dedicated') return;
    const firm = firmMegawatts(site.power, site.power.units);
    const halls = site.halls.reduce((sum, hall) => sum + hall.power, 0);
    if (halls > firm + 1e-9)
      refuse(
        ['sites', index, 'halls'],
        `expected halls of at most ${round(firm)} MW, the substation's ${site.power.energize === 'firm' ? 'firm ' : ''}power at full build, got ${round(halls)} MW`,
      );
    const known = site.power.orders?.length ?? site.power.units;
    if (known !== site.power.units)
      refuse(
        ['sites', index, 'power', 'orders'],
        `expected ${site.power.units} orders, one a unit, got ${known}`,
      );
  });
}

function checkNames(
  scenario: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const seen = new Set<string>();
  scenario.sites.forEach(({ name }, index) => {
    if (seen.has(name)) refuse(['sites', index, 'name'], `expected a name of its own, got "${name}" again`);
    seen.add(name);
  });
}

const INPUT_NAMES = [
  'price',
  'providerShare',
  'rackScalePart',
  'tenantCap',
  'outputLevel',
  'hallShare',
  'facilityKilowatts',
  'pace',
  'reworkShare',
];

function checkInputs(
  scenario: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  scenario.correlations.inputs.forEach(({ between }, index) => {
    for (const name of between) {
      if (!INPUT_NAMES.includes(name))
        refuse(
          ['correlations', 'inputs', index, 'between'],
          `expected two of ${INPUT_NAMES.join(', ')}, got "${name}"`,
        );
    }
  });
  const { acrossRegions, campusTrades } = scenario.correlations;
  if (acrossRegions > campusTrades)
    refuse(
      ['correlations', 'acrossRegions'],
      `expected at most the correlation of one campus's trades, ${campusTrades}, got ${acrossRegions}`,
    );
}

function round(megawatts: number): number {
  return Math.round(megawatts * 1000) / 1000;
}
