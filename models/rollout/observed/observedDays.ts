import { dayNumber } from '../calendars.ts';
import type { RolloutScenario } from '../scenario.ts';
import { observedTotals, type ObservedTotal } from './totals.ts';

/** What was observed, as a run needs it: lists are by total. */
export interface ObservedDays {
  readonly totals: readonly ObservedTotal[];
  /** The time before which an event counts: the end of the day of the total. */
  readonly ends: readonly number[];
  /** Place of the site in the scenario; nothing for all sites of the first provider. */
  readonly sites: readonly (number | undefined)[];
}

/** Works out when a run has to be looked at. */
export function observedDays(scenario: RolloutScenario): ObservedDays {
  const totals = observedTotals(scenario);
  const names = scenario.sites.map(({ name }) => name);
  return {
    totals,
    ends: totals.map(({ on }) => dayNumber(scenario.start, on) + 1),
    sites: totals.map(({ site }) => (site === undefined ? undefined : names.indexOf(site))),
  };
}
