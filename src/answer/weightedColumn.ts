import { numberIn, type ResultsTable, type Row } from './resultsTable.ts';

/** The column of `runs.csv` that says how much a replication counts. */
export const WEIGHT = 'weight';

/** Numbers of a column of some rows of a table, with how much each counts where totals were observed. */
export function weightedColumn(
  { fields }: Pick<ResultsTable, 'fields'>,
  rows: readonly Row[],
  column: string,
): { values: Float64Array; weights: Float64Array | undefined } {
  const there = rows.filter((row) => numberIn(row, column) !== undefined);
  const isWeighted = fields.some(({ name }) => name === WEIGHT);
  return {
    values: Float64Array.from(there, (row) => numberIn(row, column)!),
    weights: isWeighted ? Float64Array.from(there, (row) => numberIn(row, WEIGHT) ?? 0) : undefined,
  };
}
