import { hasFields, numberIn, textIn, type ResultsTable, type Row } from './resultsTable.ts';

/** Results with one input held at one point of its distribution. */
export interface HeldInput {
  readonly input: string;
  /** The point of its distribution, in percent. */
  readonly percent: number;
  readonly row: Row;
}

/** The rows of a table of held inputs; one without an input or a point between 0 and 100 % says nothing. */
export function heldInputs(table: ResultsTable | undefined): readonly HeldInput[] {
  if (table === undefined || !hasFields(table, ['input', 'level', 'p_target'])) return [];
  return table.rows.flatMap((row) => {
    const [input, level] = [textIn(row, 'input'), numberIn(row, 'level')];
    if (input === undefined || level === undefined || level <= 0 || level >= 1) return [];
    return [{ input, percent: Number((100 * level).toPrecision(4)), row }];
  });
}
