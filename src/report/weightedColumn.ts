import { numberIn, type ResultsTable } from './resultsTable.ts';

/** Numbers of a column of `runs.csv`, with how much each counts where totals were observed. */
export function weightedColumn(
  runs: ResultsTable,
  column: string,
): { values: Float64Array; weights: Float64Array | undefined } {
  const rows = runs.rows.filter((row) => numberIn(row, column) !== undefined);
  const values = Float64Array.from(rows, (row) => numberIn(row, column)!);
  const isWeighted = runs.fields.some(({ name }) => name === WEIGHT);
  return {
    values,
    weights: isWeighted ? Float64Array.from(rows, (row) => numberIn(row, WEIGHT) ?? 0) : undefined,
  };
}

/** The column of `runs.csv` that says how much a replication counts. */
export const WEIGHT = 'weight';
