import type { z } from 'zod';
import { refuseActualsAfter } from '../../src/scenario/index.ts';
import { checkBuilding } from './building/checks.ts';
import { dayNumber } from './calendars.ts';
import { checkCapacity } from './capacity/checks.ts';
import { checkChips } from './chips/checks.ts';
import { checkContract } from './contract/checks.ts';
import { checkDisruptions } from './disruption/checks.ts';
import { checkCooling } from './cooling/checks.ts';
import { checkNetwork } from './network/checks.ts';
import { checkInputs } from './inputChecks.ts';
import { checkMarket } from './market/checks.ts';
import { ownMilestoneNames } from './milestoneNames.ts';
import { rolloutOutputs } from './outputs.ts';
import { checkObserved } from './observed/checks.ts';
import { checkPower } from './power/checks.ts';
import { checkProcurement } from './procurement/checks.ts';
import type { Path, Refuse } from './refuse.ts';
import type { RolloutScenario } from './scenario.ts';
import { checkSiteNames } from './sites/nameChecks.ts';
import { checkStages } from './stageChecks.ts';

type Context = z.RefinementCtx<Omit<RolloutScenario, never>>;

/** Refuses what no single value shows: dates out of order, names taken twice, halls that no substation can feed. */
export function checkScenario(scenario: RolloutScenario, context: Context): void {
  // These look across values, and each of those has to hold by itself first.
  if (context.issues.length > 0) return;
  let problems = 0;
  const refuse: Refuse = (path, message, first) => {
    problems++;
    context.addIssue({ code: 'custom', path, message, ...(first && { params: { first } }) });
  };
  checkDates(scenario, refuse);
  // What follows counts days and rows: not before the dates allow it.
  if (problems > 0) return;
  refuseActualsAfter(scenario.asOf, scenario, context);
  checkMilestones(scenario, refuse);
  checkCalendars(scenario, refuse);
  checkSiteNames(scenario, refuse);
  checkInputs(scenario, refuse);
  checkStages(scenario, refuse);
  checkObserved(scenario, refuse);
  checkCapacity(scenario, refuse);
  const before = problems;
  checkMarket(scenario, refuse);
  // What follows looks parties up by their names.
  if (problems > before) return;
  checkChips(scenario, refuse);
  checkContract(scenario, refuse);
  checkDisruptions(scenario, refuse);
  checkPower(scenario, refuse);
  checkProcurement(scenario, refuse);
  checkBuilding(scenario, refuse);
  checkCooling(scenario, refuse);
  checkNetwork(scenario, refuse);
  checkReport(scenario, refuse);
}

// Fifty years: a report of 600 months.
const MOST_DAYS = 18_263;

function checkDates({ start, horizon, asOf, target, contract }: RolloutScenario, refuse: Refuse): void {
  const days = dayNumber(start, horizon);
  if (horizon <= start) refuse(['horizon'], `expected a date after the start ${start}, got ${horizon}`);
  if (days > MOST_DAYS)
    refuse(['horizon'], `expected a date within 50 years of the start ${start}, got ${horizon}`);
  if (asOf > horizon)
    refuse(
      ['asOf'],
      `expected a date up to the horizon ${horizon}, got ${asOf}: nothing after it is forecast`,
    );
  if (target.by > horizon)
    refuse(['target', 'by'], `expected a date up to the horizon ${horizon}, got ${target.by}`);
  if (target.by < start)
    refuse(['target', 'by'], `expected a date from the start ${start} on, got ${target.by}`);
  if (contract.termEnds < start)
    refuse(['contract', 'termEnds'], `expected a date from the start ${start} on, got ${contract.termEnds}`);
}

/**
 * Two milestones of one name would be one column twice, and a milestone of nothing is none; each tenant has its own.
 */
function checkMilestones(scenario: RolloutScenario, refuse: Refuse): void {
  checkOwnMilestones(scenario, [], refuse);
  scenario.tenants?.forEach(({ milestones, target }, index) =>
    checkOwnMilestones({ milestones, target }, ['tenants', index], refuse),
  );
}

function checkOwnMilestones(
  {
    milestones,
    target,
  }: {
    milestones: RolloutScenario['milestones'] | undefined;
    target: RolloutScenario['target'] | undefined;
  },
  path: Path,
  refuse: Refuse,
): void {
  if (target !== undefined && !(target.fraction > 0))
    refuse([...path, 'target', 'fraction'], `expected more than 0 %, got ${target.fraction}`);
  if (milestones === undefined) return;
  const { gpus, fractions } = milestones;
  const place = (index: number): Path => [
    ...path,
    ...(index < gpus.length
      ? ['milestones', 'gpus', index]
      : ['milestones', 'fractions', index - gpus.length]),
  ];
  fractions.forEach((fraction, index) => {
    if (!(fraction > 0)) refuse(place(gpus.length + index), `expected more than 0 %, got ${fraction}`);
  });
  const seen = new Map<string, number>();
  ownMilestoneNames(milestones).forEach((name, index) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else refuse(place(index), `expected milestones that differ, got the same again`, place(first));
  });
}

function checkCalendars({ calendars, sites }: RolloutScenario, refuse: Refuse): void {
  const { outages, outageWindows, outageDays } = calendars;
  if (outages === 'any-day' || outageWindows.length + outageDays.length > 0) return;
  if (sites.some(({ kind }) => kind === 'dedicated'))
    refuse(
      ['calendars', 'outages'],
      'expected outageWindows or outageDays beside "in-windows", got neither: no site could be energized',
    );
}

// Eight megabytes a replication.
const MOST_NUMBERS = 1_000_000;

/** A record holds every series of every site on every date: refused before anything of that size is made. */
function checkReport(scenario: RolloutScenario, refuse: Refuse): void {
  const { columns, gridDays } = rolloutOutputs(scenario);
  const numbers = columns.reduce((sum, { kind }) => sum + (kind === 'series' ? gridDays.length : 1), 0);
  if (numbers > MOST_NUMBERS)
    refuse(
      ['horizon'],
      `expected a nearer horizon or fewer sites: ${numbers} numbers a replication, at most ${MOST_NUMBERS}`,
    );
}
