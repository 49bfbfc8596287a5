import type { z } from 'zod';
import { refuseActualsAfter } from '../../src/scenario/index.ts';
import { checkBuilding } from './building/checks.ts';
import { checkCapacity } from './capacity/checks.ts';
import { checkChips } from './chips/checks.ts';
import { checkContract } from './contract/checks.ts';
import { checkDisruptions } from './disruption/checks.ts';
import { checkCooling } from './cooling/checks.ts';
import { checkNetwork } from './network/checks.ts';
import { uncertainInputs } from './inputs.ts';
import { checkPower } from './power/checks.ts';
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
  checkCapacity(scenario, refuse);
  checkChips(scenario, refuse);
  checkContract(scenario, refuse);
  checkDisruptions(scenario, refuse);
  checkPower(scenario, refuse);
  checkBuilding(scenario, refuse);
  checkCooling(scenario, refuse);
  checkNetwork(scenario, refuse);
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

function checkInputs(
  scenario: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const names = uncertainInputs(scenario).map(({ name }) => name as string);
  scenario.correlations.inputs.forEach(({ between }, index) => {
    for (const name of between) {
      if (!names.includes(name))
        refuse(
          ['correlations', 'inputs', index, 'between'],
          `expected two of ${names.join(', ')}, got "${name}"`,
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
