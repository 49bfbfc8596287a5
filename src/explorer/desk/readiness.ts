import type { Column, PointRecords } from '../../record/index.ts';
import { dateCell } from '../../output/dateCell.ts';
import { dateOfDay } from '../../record/calendarDate.ts';
import { asOfDay } from '../../record/asOf.ts';
import { chancesByDay } from '../../output/chancesByDay.ts';
import { weightedQuantiles, type Estimate } from '../../statistics/index.ts';
import type { Dates, ReadyBy, Side } from '../picture.ts';

/**
 * The share of the replications that have reached a milestone by the end of each day, from the as-of date to the
 * horizon.
 */
export function readinessOf(point: PointRecords, milestone: Column): ReadyBy[] {
  const { startDate, horizonDays } = point.outputs;
  const readyBy = chancesByDay(point, milestone.name);
  const curve: ReadyBy[] = [];
  for (let day = Math.max(0, asOfDay(point.outputs)); day < horizonDays; day++) {
    const { estimate, low, high } = readyBy(day);
    if (estimate !== undefined) curve.push({ date: dateOfDay(startDate, day), p: estimate, low, high });
  }
  return curve;
}

/** The dates by which 10, 50 and 90 % of the replications have reached a milestone; nothing: after the horizon. */
export function datesOf(point: PointRecords, milestone: Column): Dates {
  const days = point.column(milestone.name);
  const [p10, p50, p90] = weightedQuantiles(days, point.weights, [0.1, 0.5, 0.9]).map(({ estimate }) =>
    dateCell(point.outputs.startDate, estimate),
  );
  return { p10, p50, p90 };
}

/** The median date of a milestone with its interval; nothing: after the horizon, or no bound of so small a sample. */
export function medianOf(point: PointRecords, milestone: Column): Side['median'] {
  const { outputs, weights } = point;
  const [{ estimate, low, high }] = weightedQuantiles(point.column(milestone.name), weights, [0.5]) as [
    Estimate,
  ];
  const [from, to] = [dateCell(outputs.startDate, low), dateCell(outputs.startDate, high)];
  return {
    date: dateCell(outputs.startDate, estimate),
    ...(from === undefined ? {} : { low: from }),
    ...(to === undefined ? {} : { high: to }),
  };
}
