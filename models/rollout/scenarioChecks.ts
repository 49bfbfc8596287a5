import type { z } from 'zod';
import { refuseActualsAfter } from '../../src/scenario/index.ts';
import { checkBuilding } from './building/checks.ts';
import { checkCapacity } from './capacity/checks.ts';
import { checkChips } from './chips/checks.ts';
import { checkContract } from './contract/checks.ts';
import { checkDisruptions } from './disruption/checks.ts';
import { checkCooling } from './cooling/checks.ts';
import { checkNetwork } from './network/checks.ts';
import { jointInputs, uncertainInputs } from './inputs.ts';
import { percent } from './outputs.ts';
import { checkPower } from './power/checks.ts';
import type { RolloutScenario } from './scenario.ts';
import { checkStages } from './stageChecks.ts';

type Refuse = (path: (string | number)[], message: string) => void;

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
  checkHorizon(scenario, refuse);
  checkNames(scenario, refuse);
  checkMilestones(scenario, refuse);
  checkStages(scenario, refuse);
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

function checkNames(scenario: RolloutScenario, refuse: Refuse): void {
  const seen = new Set<string>();
  scenario.sites.forEach(({ name }, index) => {
    // Tools that read tables do not tell large letters from small ones.
    const key = name.toLowerCase();
    if (seen.has(key)) refuse(['sites', index, 'name'], `expected a name of its own, got "${name}" again`);
    seen.add(key);
  });
  const halls = scenario.sites.reduce((sum, site) => sum + ('halls' in site ? site.halls.length : 0), 0);
  if (halls > MOST_HALLS) refuse(['sites'], `expected at most ${MOST_HALLS} halls in all, got ${halls}`);
}

const MOST_HALLS = 5000;

/** Two report dates a month for each of so many years are already more than anybody reads. */
const LONGEST_YEARS = 40;

function checkHorizon({ start, horizon, target, contract }: RolloutScenario, refuse: Refuse): void {
  const last = `${Number(start.slice(0, 4)) + LONGEST_YEARS}${start.slice(4)}`;
  if (start < '1950-01-01' || start > '2199-12-31')
    refuse(['start'], `expected a date from 1950 to 2199, got ${start}`);
  else if (horizon > last)
    refuse(['horizon'], `expected a date within ${LONGEST_YEARS} years of the start, got ${horizon}`);
  if (target.by < start)
    refuse(['target', 'by'], `expected a date from the start ${start} on, got ${target.by}`);
  if (contract.termEnds < start)
    refuse(['contract', 'termEnds'], `expected a date from the start ${start} on, got ${contract.termEnds}`);
}

/** A milestone is a column of every table. */
function checkMilestones({ milestones, target }: RolloutScenario, refuse: Refuse): void {
  for (const key of ['gpus', 'fractions'] as const) {
    const names = milestones[key].map((value) => (key === 'gpus' ? String(value) : percent(value)));
    milestones[key].forEach((value, index) => {
      if (names.indexOf(names[index]!) < index)
        refuse(['milestones', key, index], `expected milestones that differ, got ${names[index]} again`);
      if (!(value > 0)) refuse(['milestones', key, index], `expected more than 0, got ${value}`);
    });
  }
  if (!(target.fraction > 0))
    refuse(['target', 'fraction'], `expected more than 0 %, got ${target.fraction}`);
}

function checkInputs(scenario: RolloutScenario, refuse: Refuse): void {
  const pairs = new Set<string>();
  const names = uncertainInputs(scenario).map(({ name }) => name as string);
  scenario.correlations.inputs.forEach(({ between }, index) => {
    const pair = between.toSorted().join(' and ');
    if (between[0] === between[1] || pairs.has(pair))
      refuse(
        ['correlations', 'inputs', index, 'between'],
        `expected two inputs, each pair once, got ${pair}`,
      );
    pairs.add(pair);
    for (const name of between) {
      if (!names.includes(name))
        refuse(
          ['correlations', 'inputs', index, 'between'],
          `expected two of ${names.join(', ')}, got "${name}"`,
        );
    }
  });
  if (scenario.correlations.inputs.every(({ between }) => between.every((name) => names.includes(name))))
    checkCopula(scenario, refuse);
  const { acrossRegions, campusTrades } = scenario.correlations;
  if (acrossRegions > campusTrades)
    refuse(
      ['correlations', 'acrossRegions'],
      `expected at most the correlation of one campus's trades, ${campusTrades}, got ${acrossRegions}`,
    );
}

function checkCopula(scenario: RolloutScenario, refuse: Refuse): void {
  try {
    jointInputs(scenario);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse(
      ['correlations', 'inputs'],
      `expected correlations that can be together, got others (${error.message})`,
    );
  }
}
