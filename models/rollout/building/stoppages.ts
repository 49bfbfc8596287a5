import { joinedRanges, seasonRanges, type DayRange } from '../../../src/kernel/index.ts';
import { poisson, quantile, type Stream } from '../../../src/random/index.ts';
import { dayNumber, yearOfDay } from '../calendars.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';

/** When a building site rests. */
export interface Stoppages {
  readonly holidays: readonly DayRange[];
  /** Days lost in the open. */
  readonly weather: readonly DayRange[];
}

/** A site that never rests, and one whose dates are known already. */
export const NO_STOPPAGES: Stoppages = { holidays: [], weather: [] };

/**
 * Draws the weather of a site from its first to its last day, and lists its holidays.
 *
 * The events of a year are a Poisson number of dates spread evenly over the seasons in which such weather happens;
 * each costs a drawn number of days. A draw belongs to the site and the calendar year, whatever the site does in it.
 */
export function stoppagesOf(world: World, site: DedicatedSite, fromDay: number): Stoppages {
  const { scenario, horizonDays } = world;
  const { holidays, weather } = scenario.construction;
  const to = horizonDays + YEAR_DAYS;
  return {
    holidays: holidays === undefined ? [] : seasonRanges(holidays, scenario.start, fromDay, to),
    weather: weather === undefined ? [] : weatherOf(world, site, weather, fromDay, to),
  };
}

function weatherOf(
  { scenario, streams }: World,
  site: DedicatedSite,
  { rate, loss, seasons }: NonNullable<World['scenario']['construction']['weather']>,
  from: number,
  to: number,
): DayRange[] {
  const drawsOf = (quantity: string): Stream => streams.open('building', site.name, quantity);
  const eventsAYear = streams.open('building', 'all sites', 'weather rate').draw(rate, 0);
  const count = poisson(eventsAYear);
  const lost: DayRange[] = [];
  const firstYear = yearOfDay(scenario.start, from);
  const lastYear = yearOfDay(scenario.start, to);
  for (let year = firstYear; year <= lastYear; year++) {
    const open = daysOfYear(scenario.start, year, seasons);
    const events = quantile(count, drawsOf('storms of a year').uniform(year));
    for (let event = 0; event < events; event++) {
      const day = dayAt(open, drawsOf('day of a storm').uniform(year, event));
      const days = Math.max(0, drawsOf('loss to a storm').draw(loss, year, event));
      lost.push({ from: day, to: day + days });
    }
  }
  return joinedRanges(lost);
}

function daysOfYear(
  start: string,
  year: number,
  seasons: readonly { from: string; to: string }[] | undefined,
): DayRange[] {
  const from = dayNumber(start, `${year}-01-01`);
  const to = dayNumber(start, `${year + 1}-01-01`);
  if (seasons === undefined || seasons.length === 0) return [{ from, to }];
  return seasonRanges(seasons, start, from, to)
    .map((range) => ({ from: Math.max(range.from, from), to: Math.min(range.to, to) }))
    .filter((range) => range.to > range.from);
}

function dayAt(ranges: readonly DayRange[], part: number): number {
  let left = part * ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const { from, to } of ranges) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  return ranges.at(-1)!.to;
}

/**
 * When work that takes so many days is done if nothing is done in the stoppages.
 *
 * @example finishAround([{ from: 2, to: 5 }], 0, 4) // 7: two days before the stoppage and two after it
 */
export function finishAround(stoppages: readonly DayRange[], start: number, workDays: number): number {
  let end = start + workDays;
  for (const { from, to } of stoppages) {
    if (to <= start || from >= end) continue;
    end += to - Math.max(from, start);
  }
  return end;
}

const YEAR_DAYS = 366;
