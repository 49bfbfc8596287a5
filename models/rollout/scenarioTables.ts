import { joinedRanges, seasonRanges, type DayRange } from '../../src/kernel/index.ts';
import { dayNumber, holidayRanges, monthEnds } from './calendars.ts';
import { quarterDays, type QuarterDays } from './chips/months.ts';
import { quartersOf } from './contract/quarters.ts';
import { scheduleTable, type ScheduleTable } from './contract/schedule.ts';
import { firstDay, horizonDays } from './horizon.ts';
import { jointInputs, type JointInputs } from './inputs.ts';
import { termsOf, type Terms } from './market/terms.ts';
import { observedDays, type ObservedDays } from './observed/observedDays.ts';
import type { RolloutScenario } from './scenario.ts';
import { reportGrid, type Grid } from './tally/grid.ts';

/** The calendars of a scenario as day ranges of its simulations. */
export interface Calendars {
  readonly outageWindows: readonly DayRange[];
  readonly networkFreeze: readonly DayRange[];
  readonly halfCrews: readonly DayRange[];
  readonly makerHolidays: readonly DayRange[];
}

/** What depends on the scenario alone: worked out once, read in every replication. */
export interface ScenarioTables extends JointInputs {
  readonly firstDay: number;
  readonly horizonDays: number;
  readonly calendars: Calendars;
  readonly grid: Grid;
  /** Calendar quarter of every report date. */
  readonly quarters: readonly number[];
  /** Days of the quarters in which a vendor states its output. */
  readonly daysOfQuarter: QuarterDays;
  readonly schedules: readonly ScheduleTable[];
  readonly terms: Terms;
  readonly observed: ObservedDays;
}

/** Works out the tables of a scenario. */
export function scenarioTables(scenario: RolloutScenario): ScenarioTables {
  const { start, contract } = scenario;
  const grid = reportGrid(monthEnds(start, horizonDays(scenario)));
  const dayOf = (isoDate: string): number => dayNumber(start, isoDate);
  return {
    firstDay: firstDay(scenario),
    horizonDays: horizonDays(scenario),
    calendars: openCalendars(scenario),
    grid,
    ...jointInputs(scenario),
    quarters: quartersOf(grid.days, start),
    daysOfQuarter: quarterDays(dayOf),
    schedules: (contract.schedules ?? []).map((schedule) =>
      scheduleTable(schedule, { ends: grid.ends, dayOf }),
    ),
    terms: termsOf(scenario),
    observed: observedDays(scenario),
  };
}

function openCalendars(scenario: RolloutScenario): Calendars {
  const { start, calendars } = scenario;
  const from = firstDay(scenario);
  const to = horizonDays(scenario) + 366;
  return {
    outageWindows:
      calendars.outages === 'any-day'
        ? []
        : joinedRanges([
            ...seasonRanges(calendars.outageWindows, start, from, to),
            ...calendars.outageDays.map((day) => ({ from: day, to: day + 1 })),
          ]),
    networkFreeze: seasonRanges(calendars.networkFreeze, start, from, to),
    halfCrews: seasonRanges(calendars.halfCrews, start, from, to),
    makerHolidays: holidayRanges(calendars.makerHolidays, start),
  };
}
