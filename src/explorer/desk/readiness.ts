import type { Column, PointRecords } from '../../record/index.ts';
import { datesOfMilestone } from '../../output/milestoneDates.ts';
import { dateOfDay } from '../../record/calendarDate.ts';
import { asOfDay } from '../../record/asOf.ts';
import { chancesByDay } from '../../output/chancesByDay.ts';
import type { SaidDate } from '../../answer/resultsTable.ts';
import type { MilestoneDates, ReadyBy } from '../picture.ts';

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

/** The dates by which 10, 50 and 90 % of the replications have reached a milestone, as `milestones.csv` has them. */
export function datesOf(point: PointRecords, milestone: Column): MilestoneDates {
  const [p10, p50, p90] = datesOfMilestone(point, milestone, [0.1, 0.5, 0.9]).map(
    ({ cells, status }): SaidDate => {
      const [estimate, low, high] = cells as (string | undefined)[];
      return { estimate, low, high, isEarlier: status === 'unobserved' };
    },
  );
  return { p10: p10!, p50: p50!, p90: p90! };
}
