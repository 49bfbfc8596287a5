import { isTelling } from '../output/index.ts';
import type { Interval } from '../plot/index.ts';
import { estimateIn, hasFields, numberIn, textIn, type ResultsTable, type Row } from './resultsTable.ts';

/** Results where one input was low or high. */
export interface InputFifth {
  readonly input: string;
  /** Middle of the fifth of the runs, in percent. */
  readonly percent: number;
  readonly row: Row;
}

/** The rows of `inputs.csv` that are about an input; one without a point between 0 and 100 % says nothing. */
export function inputFifths(table: ResultsTable | undefined): readonly InputFifth[] {
  if (table === undefined || !hasFields(table, ['input', 'level', 'p_target'])) return [];
  return table.rows.flatMap((row) => {
    const [input, level] = [textIn(row, 'input'), numberIn(row, 'level')];
    if (input === undefined || level === undefined || level <= 0 || level >= 1) return [];
    return [{ input, percent: Number((100 * level).toPrecision(4)), row }];
  });
}

/** What an input is called: its name in words. */
export function inputTitle(name: string): string {
  return name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
}

/**
 * What shows best what an input moves: the probability, or where that is near 0 or 1 the part that is there by the
 * date.
 */
export interface TellingMeasure {
  readonly field: 'p_target' | 'attained';
  /** Of all runs. */
  readonly base: Interval | undefined;
}

/** The measure of a table of inputs that can be seen to move. */
export function tellingMeasure(
  table: ResultsTable | undefined,
  probability: Interval | undefined,
): TellingMeasure {
  const all = table?.rows.find((row) => textIn(row, 'input') === undefined);
  const attained = all === undefined ? undefined : estimateIn(all, 'attained');
  return isTelling(probability?.estimate) || attained?.estimate === undefined
    ? { field: 'p_target', base: probability }
    : { field: 'attained', base: attained };
}
