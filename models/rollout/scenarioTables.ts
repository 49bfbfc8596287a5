import { dayNumber, monthEnds, seasonRanges, type DayRange } from './calendars.ts';
import { firstDay, horizonDays } from './horizon.ts';
import { jointInputs, type JointInputs } from './inputs.ts';
import { milestoneNames } from './outputs.ts';
import type { RolloutScenario } from './scenario.ts';
import { attributionNames, type AttributionNames } from './tally/attribution.ts';
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
  readonly milestones: readonly string[];
  readonly attribution: readonly AttributionNames[];
}

/** Works out the tables of a scenario. */
export function scenarioTables(scenario: RolloutScenario): ScenarioTables {
  const milestones = milestoneNames(scenario);
  return {
    firstDay: firstDay(scenario),
    horizonDays: horizonDays(scenario),
    calendars: openCalendars(scenario),
    grid: reportGrid(monthEnds(scenario.start, horizonDays(scenario))),
    ...jointInputs(scenario),
    milestones,
    attribution: attributionNames(milestones),
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
