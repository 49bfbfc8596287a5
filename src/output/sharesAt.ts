import type { Column, PointRecords } from '../record/index.ts';
import { weightedShare, type Estimate } from '../statistics/index.ts';
import { everyNth } from './everyNth.ts';

/** A column that is shown as a share, and what it is on one date. */
export interface ShareAt {
  readonly column: Column;
  readonly share: Estimate;
}

/**
 * What the columns of a table that are shares are at the end of one report date: each mean over the mean of their sum.
 *
 * The one definition of a share of a date: the table's cells and whatever a face says of a year are this, a year
 * being its last report date.
 */
export function sharesAt(point: PointRecords, columns: readonly Column[], place: number): ShareAt[] {
  const width = point.outputs.gridDays.length;
  const samples = columns.map(({ name }) => everyNth(point.column(name), width, place));
  const total = new Float64Array(samples[0]?.length ?? 0);
  for (const sample of samples) for (let i = 0; i < total.length; i++) total[i]! += sample[i]!;
  return columns.map((column, index) => ({
    column,
    share: weightedShare(samples[index]!, total, point.weights),
  }));
}
