import * as Plot from '@observablehq/plot';
import { dateOf, dayText } from './calendarText.ts';
import type { ChartSettings } from './chart.ts';
import { INK } from './palette.ts';

/** What every chart over time takes besides its data. */
export interface TimeChartSettings extends ChartSettings {
  /** ISO date up to which things are known: what lies before it is no forecast. */
  readonly asOf?: string | undefined;
}

/** The as-of date of a chart and whether dates before it are on its axis. */
export interface AsOf {
  readonly date: Date;
  readonly hasPast: boolean;
}

/** The as-of date on an axis that begins with a date. */
export function asOfOn({ asOf }: TimeChartSettings, first: Date): AsOf | undefined {
  if (asOf === undefined) return undefined;
  const date = dateOf(asOf);
  return { date, hasPast: date > first };
}

/** What stands at the as-of line. */
export function asOfText({ date }: AsOf): string {
  return `as of ${dayText(date)}`;
}

/**
 * How the line and the shaded part are read, as a sentence. It says nothing of what was observed: totals may have been,
 * and the head of the report says which.
 */
export function pastText(asOf: AsOf | undefined): string[] {
  if (asOf === undefined) return [];
  return asOf.hasPast
    ? [`Shaded: before ${dayText(asOf.date)}; computed, and no forecast.`]
    : [`It begins as of ${dayText(asOf.date)}: no earlier day is a forecast.`];
}

/**
 * Whether a date may be spoken of as one that is still to come: behind the as-of date, and behind the first that is
 * drawn.
 */
export function isAhead(date: Date, asOf: AsOf | undefined, first?: Date): boolean {
  return asOf === undefined || (date >= asOf.date && (first === undefined || asOf.hasPast || date > first));
}

/** The shade of the past between two heights of a plot, and the line at its end where that is on the axis. */
export function pastMarks(
  { date, hasPast }: AsOf,
  { first, last, low, high }: { first: Date; last: Date; low: number; high: number },
): Plot.Markish[] {
  const end = date < last ? date : last;
  return [
    hasPast
      ? Plot.rect([end], { x1: () => first, x2: () => end, y1: low, y2: high, fill: INK, fillOpacity: 0.07 })
      : null,
    date <= last
      ? Plot.ruleX([hasPast ? date : first], { stroke: INK, strokeOpacity: 0.7, insetTop: -5 })
      : null,
  ];
}
