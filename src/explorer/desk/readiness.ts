import type { Column, PointRecords } from '../../record/index.ts';
import { dateCell, dateOfDay } from '../../output/calendarDate.ts';
import { asOfDay } from '../../output/known.ts';
import { quantileEstimate, wilson } from '../../statistics/index.ts';
import type { Dates, ReadyBy, Side } from '../exchange.ts';

/**
 * The share of the replications that have reached a milestone by the end of each day, from the as-of date to the
 * horizon.
 */
export function readinessOf({ outputs, ...point }: PointRecords, milestone: Column): ReadyBy[] {
  const { startDate, horizonDays } = outputs;
  const days = point.column(milestone.name).sort();
  const first = Math.max(0, asOfDay(outputs));
  const curve: ReadyBy[] = [];
  let reached = 0;
  for (let day = 0; day < horizonDays; day++) {
    while (reached < days.length && days[reached]! < day + 1) reached++;
    if (day < first) continue;
    const { estimate, low, high } = wilson(reached, days.length);
    curve.push({ date: dateOfDay(startDate, day), p: estimate!, low, high });
  }
  return curve;
}

/** The dates by which 10, 50 and 90 % of the replications have reached a milestone; nothing: after the horizon. */
export function datesOf({ outputs, ...point }: PointRecords, milestone: Column): Dates {
  const days = point.column(milestone.name).sort();
  const date = (p: number): string | undefined =>
    dateCell(outputs.startDate, quantileEstimate(days, p).estimate);
  return { p10: date(0.1), p50: date(0.5), p90: date(0.9) };
}

/** The median date of a milestone with its interval; nothing: after the horizon, or no bound of so small a sample. */
export function medianOf({ outputs, ...point }: PointRecords, milestone: Column): Side['median'] {
  const { estimate, low, high } = quantileEstimate(point.column(milestone.name).sort(), 0.5);
  const [from, to] = [dateCell(outputs.startDate, low), dateCell(outputs.startDate, high)];
  return {
    date: dateCell(outputs.startDate, estimate),
    ...(from === undefined ? {} : { low: from }),
    ...(to === undefined ? {} : { high: to }),
  };
}
