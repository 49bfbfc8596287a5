import { tellingResponse } from '../explain/index.ts';
import { inputTitle } from './inputTitle.ts';
import type { Target } from './milestones.ts';
import type { Results } from './results.ts';
import {
  estimateIn,
  hasFields,
  numberIn,
  textIn,
  type Estimated,
  type ResultsTable,
  type Row,
} from './resultsTable.ts';

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

/** The measure that shows best what an input moves, as `tellingResponse` says, of those that a table has. */
export interface TellingMeasure {
  readonly field: 'p_target' | 'attained' | 'mean_days';
  /** Of all runs. */
  readonly base: Estimated<number> | undefined;
}

const FIELDS = { probability: 'p_target', part: 'attained', days: 'mean_days' } as const;

/** The measure of a table of inputs that can be seen to move. */
export function tellingMeasure(
  table: ResultsTable | undefined,
  probability: Estimated<number> | undefined,
): TellingMeasure {
  const all = table?.rows.find((row) => textIn(row, 'input') === undefined);
  // Whether what was due before the as-of date was in time is no forecast.
  const isForecast = all === undefined || numberIn(all, FIELDS.probability) !== undefined;
  const field = isForecast ? FIELDS[tellingResponse(probability?.estimate)] : FIELDS.days;
  const base = all === undefined ? undefined : estimateIn(all, field);
  return field === 'p_target' || base?.estimate === undefined
    ? { field: 'p_target', base: probability }
    : { field, base };
}

/** How the runs came out where one main input was drawn lowest, and where it was highest. */
export interface InputAnswer {
  readonly input: string;
  /** What it is called. */
  readonly title: string;
  readonly low: Estimated<number>;
  readonly high: Estimated<number>;
  readonly rankCorrelation: Estimated<number>;
}

/** What the answer depends on, in the measure that can be seen to move. */
export interface InputAnswers {
  readonly measure: TellingMeasure['field'];
  /** Of all runs. */
  readonly base: Estimated<number> | undefined;
  readonly inputs: readonly InputAnswer[];
}

/** The inputs of `inputs.csv`, each with its two ends. */
export function inputAnswers({ tables, manifest }: Results, target: Target | undefined): InputAnswers {
  const table = tables.get('inputs');
  const rows = inputFifths(table);
  const { field, base } = tellingMeasure(table, target?.probability);
  const inputs = [...new Set(rows.map(({ input }) => input))].flatMap((input) => {
    const own = rows.filter((one) => one.input === input).sort((a, b) => a.percent - b.percent);
    const [low, high] = [own[0], own.at(-1)];
    if (low === undefined || high === undefined || low === high) return [];
    return [
      {
        input,
        title: inputTitle(input, manifest?.titles),
        low: estimateIn(low.row, field),
        high: estimateIn(high.row, field),
        rankCorrelation: estimateIn(low.row, 'rank_correlation'),
      },
    ];
  });
  return { measure: field, base, inputs };
}
