import type { PointRecords } from '../record/index.ts';
import { weightedQuantiles, type Estimate } from '../statistics/index.ts';
import { chanceBefore } from './chanceBefore.ts';

/** A point in which one order of one site is moved by so many days. */
export interface MovedOrder {
  readonly point: PointRecords;
  readonly shiftDays: number;
}

/** The latest day on which an item can be ordered. */
export interface LatestOrder {
  readonly site: string;
  readonly item: string;
  /** Median day of the order as the scenario has it. */
  readonly usualDay: number;
  readonly usualProbability: Estimate;
  /** Latest shift tried with the probability asked for; low and high: with its interval's lower and upper end. */
  readonly latestShiftDays: Estimate;
  /** Probability at that shift. */
  readonly probability: Estimate | undefined;
  /** The highest probability at any shift that was tried. */
  readonly best: Estimate;
  /** Whether no shift that was tried is too late. */
  readonly neverTooLate: boolean;
  /** Whether any shift was tried: none is of an order that lies before the as-of date, and every shift too. */
  readonly isTried: boolean;
}

/** Median of a column of days over replications; not a number where none has a day. */
export function medianDay(point: PointRecords, column: string): number {
  return weightedQuantiles(point.column(column), point.weights, [0.5])[0]!.estimate ?? Number.NaN;
}

/**
 * The latest of the tried shifts of one order at which the milestone is still in time with the probability asked for.
 *
 * Later orders never help, so the answer is read off from the latest shift down.
 */
export function latestOrder({
  site,
  item,
  usualDay,
  base,
  moved,
  milestone,
  byDay,
  probability,
}: {
  site: string;
  item: string;
  /** Median day of the order as the scenario has it. */
  usualDay: number;
  base: PointRecords;
  moved: readonly MovedOrder[];
  milestone: string;
  /** The milestone must come before this time. */
  byDay: number;
  /** Probability asked for. */
  probability: number;
}): LatestOrder {
  const inTime = (point: PointRecords): Estimate => chanceBefore(point, milestone, byDay);
  const tried = [{ point: base, shiftDays: 0 }, ...moved]
    .map(({ point, shiftDays }) => ({ shiftDays, chance: inTime(point) }))
    .sort((a, b) => b.shiftDays - a.shiftDays);
  const latest = (by: (chance: Estimate) => number | undefined) =>
    tried.find(({ chance }) => (by(chance) ?? 0) >= probability);
  const found = latest(({ estimate }) => estimate);
  const isTried = moved.length > 0;
  const neverTooLate = isTried && found !== undefined && found === tried[0];
  return {
    site,
    item,
    usualDay,
    usualProbability: inTime(base),
    latestShiftDays: {
      estimate: found?.shiftDays,
      low: latest(({ low }) => low)?.shiftDays,
      // Where the latest shift is early enough, a later one may be too.
      high: neverTooLate ? undefined : latest(({ high }) => high)?.shiftDays,
    },
    probability: found?.chance,
    best: tried
      .map(({ chance }) => chance)
      .reduce((best, chance) => ((chance.estimate ?? 0) > (best.estimate ?? 0) ? chance : best)),
    neverTooLate,
    isTried,
  };
}
