import type { Column, PointRecords, Records } from '../record/index.ts';
import { weightedProportion, weightedQuantiles, type Estimate } from '../statistics/index.ts';
import type { SaidDate } from './dateFields.ts';
import { estimateCells } from './estimateFields.ts';
import { endsOf, forecastCell, standingOfDate, standingOfSaid, type Standing } from './known.ts';

/** A milestone of a point, with the dates by which such shares of the replications are there. */
export interface MilestoneDates {
  readonly point: PointRecords;
  readonly column: Column;
  readonly status: Standing;
  /** For each probability its date. */
  readonly dates: readonly SaidDate[];
  /** Share of the replications that are there by the horizon. */
  readonly reached: Estimate;
}

/** The milestones of all points in order, by probabilities that are asked for. */
export type DatesOf = (probabilities: readonly Probability[]) => readonly MilestoneDates[];

type Probability = (typeof PROBABILITIES)[number];

/** Those of all tables. */
const PROBABILITIES = [0.1, 0.5, 0.8, 0.9] as const;

/** What is known of the days of a milestone once they have been sorted, which takes longest and is done once. */
interface SortedMilestone extends Pick<MilestoneDates, 'point' | 'column' | 'reached'> {
  readonly ends: Float64Array;
  readonly quantiles: ReadonlyMap<Probability, Estimate>;
}

/** The dates of milestones, worked out when they are first asked for. */
export function milestoneDates({ points }: Records): DatesOf {
  let sorted: readonly SortedMilestone[] | undefined;
  return (probabilities) => {
    sorted ??= points.flatMap(sortedMilestones);
    return sorted.map((milestone) => {
      const { point, column, reached } = milestone;
      return { point, column, reached, ...said(milestone, probabilities) };
    });
  };
}

/** The dates of one milestone by probabilities, in their order. */
export function datesOfMilestone(
  point: PointRecords,
  column: Column,
  probabilities: readonly Probability[],
): readonly SaidDate[] {
  return said(sortedMilestone(point, column), probabilities).dates;
}

function said(
  { point, ends, quantiles }: SortedMilestone,
  probabilities: readonly Probability[],
): Pick<MilestoneDates, 'status' | 'dates'> {
  const days = probabilities.map((probability) => estimateCells(quantiles.get(probability)!));
  const status = standingOfSaid(point.outputs, ends, days.flat());
  const dates = days.map((cells) => ({
    cells: cells.map((day) => forecastCell(point.outputs, day, status)),
    status: standingOfDate(point.outputs, cells[0], status),
  }));
  return { status, dates };
}

function sortedMilestones(point: PointRecords): SortedMilestone[] {
  return point.layout.fields.flatMap(({ column }) =>
    column.kind === 'milestone' ? sortedMilestone(point, column) : [],
  );
}

function sortedMilestone(point: PointRecords, column: Column): SortedMilestone {
  const { weights } = point;
  const days = point.column(column.name);
  const estimates = weightedQuantiles(days, weights, PROBABILITIES);
  return {
    point,
    column,
    ends: endsOf(days, weights),
    quantiles: new Map(PROBABILITIES.map((probability, index) => [probability, estimates[index]!])),
    reached: weightedProportion(
      days.map((day) => (day < Infinity ? 1 : 0)),
      weights,
    ),
  };
}
