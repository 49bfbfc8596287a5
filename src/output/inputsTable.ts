import type { Column, PointRecords, Records } from '../experiment/index.ts';
import { wilson, type Estimate } from '../statistics/index.ts';
import { dayOfDate } from './calendarDate.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { targetMilestone } from './milestonesTable.ts';
import type { Table } from './table.ts';

/** The probability of the target when one input is held at a point of its own distribution. */
export interface InputEffect {
  readonly input: string;
  /** The point of the input's distribution, 0 to 1. */
  readonly level: number;
  readonly replications: number;
  readonly target: Estimate;
}

/** How many replications of a point reach the target by the day it is due, as an estimate. */
export function targetProbability(records: Records, point: string): Estimate | undefined {
  const found = records.points.find(({ name }) => name === point);
  const target = found === undefined ? undefined : targetMilestone(found.outputs.columns);
  return found === undefined || target === undefined ? undefined : milestoneProbability(found, target);
}

/** How many replications of a point reach a milestone by the day it is due, else by the horizon, as an estimate. */
export function milestoneProbability(point: PointRecords, milestone: Column): Estimate {
  const end = dueDay(milestone, point.outputs) + 1;
  let reached = 0;
  const days = point.column(milestone.name);
  for (const day of days) if (day < end) reached++;
  return wilson(reached, days.length);
}

/** The day on which a milestone is due: its own date, else the horizon. */
export function dueDay(
  target: Column,
  { startDate, horizonDays }: { startDate: string; horizonDays: number },
): number {
  return target.due === undefined ? horizonDays - 1 : dayOfDate(startDate, target.due);
}

/** `inputs.csv`: the probability of the target at the 10 % and 90 % point of each main input, the others drawn. */
export function inputsTable(effects: readonly InputEffect[]): Table {
  return {
    name: 'inputs',
    description:
      'Probability that the target is reached on time with one uncertain input held at a point of its distribution and all else drawn (Wilson intervals).',
    fields: [
      { name: 'input', type: 'string', description: 'uncertain input that is held' },
      { name: 'level', type: 'number', unit: 'quantile', description: "point of the input's distribution" },
      {
        name: 'replications',
        type: 'number',
        unit: 'replications',
        description: 'replications at that point',
      },
      ...estimateFields('p_target', 'number', 'probability of the target by its date', 'share'),
    ],
    *rows() {
      for (const { input, level, replications, target } of effects)
        yield [input, level, replications, ...estimateCells(target)];
    },
  };
}
