import {
  asOfDay,
  dayOfDate,
  targetMilestone,
  type Column,
  type Outputs,
  type PointRecords,
  type Records,
} from '../record/index.ts';
import type { Estimate } from '../statistics/index.ts';
import { chanceBefore } from './chanceBefore.ts';

/** How many replications of a point reach the target by the day it is due, as an estimate. */
export function targetProbability(records: Records, point: string): Estimate | undefined {
  const found = records.points.find(({ name }) => name === point);
  const target = found === undefined ? undefined : targetMilestone(found.outputs.columns);
  return found === undefined || target === undefined ? undefined : milestoneProbability(found, target);
}

/** How many replications of a point reach a milestone by the day it is due, else by the horizon, as an estimate. */
export function milestoneProbability(point: PointRecords, milestone: Column): Estimate {
  return chanceBefore(point, milestone.name, dueDay(milestone, point.outputs) + 1);
}

/** Whether a milestone was due before the as-of date: whether it came in time is no forecast. */
export function isPastDue(milestone: Column | undefined, outputs: Outputs): boolean {
  return milestone?.due !== undefined && dueDay(milestone, outputs) < asOfDay(outputs);
}

/** The day on which a milestone is due: its own date, else the horizon. */
export function dueDay(
  target: Column,
  { startDate, horizonDays }: { startDate: string; horizonDays: number },
): number {
  return target.due === undefined ? horizonDays - 1 : dayOfDate(startDate, target.due);
}
