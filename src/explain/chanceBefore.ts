import type { PointRecords } from '../record/index.ts';
import { weightedProportion, type Estimate } from '../statistics/index.ts';

/** How likely a milestone is before a time, from the replications of a point. */
export function chanceBefore(point: PointRecords, milestone: string, time: number): Estimate {
  const days = point.column(milestone);
  return weightedProportion(
    days.map((day) => (day < time ? 1 : 0)),
    point.weights,
  );
}
