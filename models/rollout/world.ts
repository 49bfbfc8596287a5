import type { Activity as KernelActivity, Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';
import { ACTIVITIES, type Activity } from './activities.ts';
import type { DayRange } from './calendars.ts';
import { dayNumber, seasonRanges } from './calendars.ts';
import type { InputValues } from './inputs.ts';
import { openSwitching, type Switching } from './power/switching.ts';
import { openRiskDrivers, type RiskDrivers } from './risk/drivers.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';

/** The calendars of a scenario as day ranges of this simulation. */
export interface Calendars {
  readonly outageWindows: readonly DayRange[];
  readonly networkFreeze: readonly DayRange[];
  readonly halfCrews: readonly DayRange[];
  readonly makerHolidays: readonly DayRange[];
}

/** What every room of the rollout needs: the clock, the scenario, its draws, and the names on the record. */
export interface World {
  readonly simulation: Simulation;
  readonly scenario: RolloutScenario;
  readonly streams: Streams;
  readonly inputs: InputValues;
  readonly drivers: RiskDrivers;
  readonly calendars: Calendars;
  readonly switching: Switching;
  readonly horizonDays: number;
  readonly label: (activity: Activity) => number;
  readonly activity: (activity: Activity) => KernelActivity;
  readonly dayOf: (isoDate: string) => number;
}

export interface WorldOptions {
  simulation: Simulation;
  scenario: RolloutScenario;
  streams: Streams;
  inputs: InputValues;
}

/** Opens the world of one replication. */
export function openWorld({ simulation, scenario, streams, inputs }: WorldOptions): World {
  const labels = new Map<Activity, number>();
  const activities = new Map<Activity, KernelActivity>();
  for (const name of Object.keys(ACTIVITIES) as Activity[]) {
    labels.set(name, simulation.label(name));
    activities.set(name, simulation.activity(name));
  }
  return {
    simulation,
    scenario,
    streams,
    inputs,
    drivers: openRiskDrivers(streams, scenario.correlations),
    calendars: openCalendars(scenario),
    switching: openSwitching(() => simulation.now),
    horizonDays: horizonDays(scenario),
    label: (activity) => labels.get(activity)!,
    activity: (activity) => activities.get(activity)!,
    dayOf: (isoDate) => dayNumber(scenario.start, isoDate),
  };
}

/** Days from the start to the end of the horizon's day. */
export function horizonDays(scenario: Pick<RolloutScenario, 'start' | 'horizon'>): number {
  return dayNumber(scenario.start, scenario.horizon) + 1;
}

/** The day on which the first work of any site begins: 0, or negative where a site was under way before the start. */
export function firstDay(scenario: RolloutScenario): number {
  let first = 0;
  for (const site of scenario.sites) {
    if (site.kind !== 'dedicated') continue;
    const clearing = dayNumber(scenario.start, site.start);
    first = Math.min(first, clearing - site.power.leadBeforeClearing);
    for (const day of datesOfPower(site)) first = Math.min(first, dayNumber(scenario.start, day));
  }
  return first;
}

function datesOfPower({ power }: DedicatedSite): string[] {
  const { connection, bridging = [], downgrades = [] } = power;
  return [
    ...(connection === undefined ? [] : [connection.requested]),
    ...bridging.flatMap(({ trigger }) => (trigger.kind === 'date' ? [trigger.on] : [])),
    ...downgrades.map(({ from }) => from),
  ];
}

function openCalendars(scenario: RolloutScenario): Calendars {
  const { start, calendars } = scenario;
  const from = firstDay(scenario);
  const to = horizonDays(scenario) + 366;
  return {
    outageWindows:
      calendars.outages === 'any-day'
        ? []
        : [
            ...seasonRanges(calendars.outageWindows, start, from, to),
            ...calendars.outageDays.map((day) => ({ from: day, to: day + 1 })),
          ],
    networkFreeze: seasonRanges(calendars.networkFreeze, start, from, to),
    halfCrews: seasonRanges(calendars.halfCrews, start, from, to),
    makerHolidays: calendars.makerHolidays.map((holiday) => ({
      from: dayNumber(start, holiday.from),
      to: dayNumber(start, holiday.to) + 1,
    })),
  };
}
