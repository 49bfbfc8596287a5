import type { Column, PointRecords, Records } from '../experiment/index.ts';
import { meanInterval, NOT_AVAILABLE, rankCorrelation, wilson, type Estimate } from '../statistics/index.ts';
import { dayOfDate } from './calendarDate.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { targetMilestone } from './milestonesTable.ts';
import type { Table } from './table.ts';

/** How a run came out where one uncertain input was drawn low or high. */
export interface InputEffect {
  readonly input: string;
  /** Middle of the fifth of the runs that it is about, in their order by the input: 0.1 or 0.9. */
  readonly level: number;
  /** Runs in that fifth. */
  readonly replications: number;
  /** Probability of the target among them. */
  readonly target: Estimate;
  /** Mean part of the target's amount on its date among them; nothing where the model does not say. */
  readonly attained: Estimate | undefined;
  /** Of the input with that part, else with the target's date, over all runs; below zero for what comes earlier where it is high. */
  readonly rankCorrelation: Estimate;
}

const FIFTH = 5;

/**
 * What the answer of a run depends on, from its own replications: for each main input the fifth of them in which it was drawn lowest, and
 * the fifth in which it was highest. Inputs that are correlated move together in both.
 */
export function inputEffects(point: PointRecords): InputEffect[] {
  const { columns } = point.outputs;
  const target = targetMilestone(columns);
  if (target === undefined) return [];
  const end = dueDay(target, point.outputs) + 1;
  const days = point.column(target.name);
  const attained = columns.find(({ role }) => role === 'attained');
  const parts = attained && point.column(attained.name);
  return columns
    .filter(({ role }) => role === 'input')
    .flatMap(({ name, measure = name }) => {
      const drawn = point.column(name);
      const order = Array.from(drawn, (_, place) => place).sort((a, b) => drawn[a]! - drawn[b]! || a - b);
      const count = Math.floor(order.length / FIFTH);
      if (drawn[order[0]!] === drawn[order.at(-1)!]) return [];
      const correlation = rankCorrelation(drawn, parts ?? days);
      return [
        { level: 0.1, fifth: order.slice(0, count) },
        { level: 0.9, fifth: order.slice(order.length - count) },
      ].map(({ level, fifth }) => ({
        input: measure,
        level,
        replications: count,
        target: wilson(fifth.filter((place) => days[place]! < end).length, count),
        attained: parts && meanInterval(fifth.map((place) => parts[place]!)),
        rankCorrelation: correlation,
      }));
    });
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

/** The same of all runs. */
export function overall(point: PointRecords): { replications: number; target: Estimate; attained: Estimate } {
  const { columns } = point.outputs;
  const target = targetMilestone(columns)!;
  const attained = columns.find(({ role }) => role === 'attained');
  return {
    replications: point.column(target.name).length,
    target: milestoneProbability(point, target),
    attained: attained === undefined ? NOT_AVAILABLE : meanInterval(point.column(attained.name)),
  };
}

/** `inputs.csv`: how the runs of the first point came out where each main input was drawn low, and where it was high. */
export function inputsTable(records: Records): Table {
  return {
    name: 'inputs',
    description:
      'How the runs came out among the fifth in which one main input was drawn lowest (level 0.1) and the fifth in which it was highest (level 0.9); without an input: among all. Inputs that are correlated move together.',
    fields: [
      { name: 'input', type: 'string', description: 'uncertain input' },
      { name: 'level', type: 'number', unit: 'quantile', description: 'middle of the fifth by that input' },
      { name: 'replications', type: 'integer', unit: 'replications', description: 'runs in that fifth' },
      ...estimateFields('p_target', 'number', 'probability of the target by its date among them', 'share'),
      ...estimateFields(
        'attained',
        'number',
        "mean part of the target's amount in service on its date among them",
        'share',
      ),
      ...estimateFields(
        'rank_correlation',
        'number',
        "Spearman's correlation, over all runs, of the input with that part, else with the target's date",
      ),
    ],
    *rows() {
      const [point] = records.points;
      if (point === undefined) return;
      const { replications: all, target: base, attained: part } = overall(point);
      yield [
        undefined,
        undefined,
        all,
        ...estimateCells(base),
        ...estimateCells(part),
        ...estimateCells(NOT_AVAILABLE),
      ];
      for (const { input, level, replications, target, attained, rankCorrelation: rank } of inputEffects(
        point,
      ))
        yield [
          input,
          level,
          replications,
          ...estimateCells(target),
          ...estimateCells(attained ?? NOT_AVAILABLE),
          ...estimateCells(rank),
        ];
    },
  };
}
