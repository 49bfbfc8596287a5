import { weightedQuantiles } from '../statistics/index.ts';
import type { Results } from './results.ts';
import { dateIn, estimateIn, fieldFor, rowsOf, tableFor, type Estimated } from './resultsTable.ts';
import { weightedColumn } from './weightedColumn.ts';

/** P10, P50 and P90. */
export type Spread = readonly [p10: Estimated<number>, p50: Estimated<number>, p90: Estimated<number>];

/** What was spent up to each date and over the term, out of what is committed. */
export interface Spend {
  /** Dollars that are committed. */
  readonly committed: number | undefined;
  readonly byDate: readonly { readonly date: string; readonly spend: Spread }[];
  readonly overTerm: Spread | undefined;
}

/** The spend of a point, as far as the results say it. */
export function spendOf({ tables }: Results, point?: string): Spend | undefined {
  const found = tableFor('spend', tables, 0.5);
  if (found === undefined) return undefined;
  const { table, field } = found;
  const names = [0.1, 0.5, 0.9].map((p) => fieldFor('spend', table.fields, p)?.name ?? '');
  const rows = rowsOf(table, point).flatMap((row) => {
    const date = dateIn(row, 'date');
    const [p10, p50, p90] = names.map((name) => estimateIn(row, name));
    return date === undefined ? [] : [{ date, spend: [p10!, p50!, p90!] as const }];
  });
  return { committed: field.whole, byDate: rows, overTerm: spendOverTerm(tables, point) };
}

function spendOverTerm(tables: Results['tables'], point: string | undefined): Spread | undefined {
  const found = tableFor('spend over term', tables);
  if (found === undefined) return undefined;
  const { values, weights } = weightedColumn(found.table, rowsOf(found.table, point), found.field.name);
  if (values.length === 0) return undefined;
  const [p10, p50, p90] = weightedQuantiles(values, weights, [0.1, 0.5, 0.9]);
  return [p10!, p50!, p90!];
}

/** A spend as a part of what is committed. */
export function partOf({ estimate, low, high }: Estimated<number>, whole: number): Estimated<number> {
  const part = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value / whole;
  return { estimate: part(estimate), low: part(low), high: part(high) };
}
