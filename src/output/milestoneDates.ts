import type { Column, PointRecords, Records } from '../record/index.ts';
import { weightedQuantiles } from '../statistics/index.ts';
import type { Cell } from './cell.ts';
import { estimateCells } from './estimateFields.ts';
import { countedDays, forecastCell, standingOfSaid, type Standing } from './known.ts';

/** The milestones of all points, with the dates by which such shares of the replications are there. */
export function* milestoneDates(
  { points }: Records,
  probabilities: readonly number[],
): Generator<{
  readonly point: PointRecords;
  readonly column: Column;
  readonly status: Standing;
  /** For each probability the date and the ends of its interval, empty where none may be shown. */
  readonly dates: readonly Cell[];
}> {
  for (const point of points) {
    for (const { column } of point.layout.fields) {
      if (column.kind !== 'milestone') continue;
      const days = point.column(column.name);
      const said = weightedQuantiles(days, point.weights, probabilities).flatMap(estimateCells);
      const status = standingOfSaid(point.outputs, countedDays(days, point.weights), said);
      const dates = said.map((day) => forecastCell(point.outputs, day, status));
      yield { point, column, status, dates };
    }
  }
}
