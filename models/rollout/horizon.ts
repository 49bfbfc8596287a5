import { dayNumber } from './calendars.ts';
import type { DedicatedSite, RolloutScenario, Site } from './scenario.ts';

/** Days from the start to the end of the horizon's day. */
export function horizonDays(scenario: Pick<RolloutScenario, 'start' | 'horizon'>): number {
  return dayNumber(scenario.start, scenario.horizon) + 1;
}

/**
 * The day on which the first work or hand-over of any site begins: 0, or negative where a site was under way before
 * the start.
 */
export function firstDay(scenario: RolloutScenario): number {
  let first = 0;
  for (const site of scenario.sites) {
    for (const day of handOvers(site)) first = Math.min(first, dayNumber(scenario.start, day));
    if (site.kind !== 'dedicated') continue;
    const clearing = dayNumber(scenario.start, site.start);
    first = Math.min(first, clearing - site.power.leadBeforeClearing);
    for (const day of datesOfPower(site)) first = Math.min(first, dayNumber(scenario.start, day));
  }
  return first;
}

function handOvers(site: Site): string[] {
  if (site.kind === 'ready' || site.kind === 'flow') return [site.from];
  return site.kind === 'retrofit' ? site.halls.map(({ start }) => start) : [];
}

function datesOfPower({ power }: DedicatedSite): string[] {
  const { connection, bridging = [], downgrades = [] } = power;
  return [
    ...(connection === undefined ? [] : [connection.requested]),
    ...bridging.flatMap(({ trigger }) => (trigger.kind === 'date' ? [trigger.on] : [])),
    ...downgrades.map(({ from }) => from),
  ];
}
