import { weightedQuantiles } from '../statistics/index.ts';
import type { Milestone } from './milestones.ts';
import type { Results } from './results.ts';
import { rowsOf, tableFor } from './resultsTable.ts';
import { weightedColumn } from './weightedColumn.ts';

/** How much a milestone asks for, over the replications; nothing where nothing says it. */
export function askedAmount(
  { tables }: Results,
  { threshold }: Milestone,
  point?: string,
): { readonly p10: number; readonly p50: number; readonly p90: number } | undefined {
  if (threshold === undefined) return undefined;
  if ('amount' in threshold) {
    const { amount } = threshold;
    return { p10: amount, p50: amount, p90: amount };
  }
  const asked = tableFor('asked', tables);
  if (asked === undefined) return undefined;
  const { values, weights } = weightedColumn(asked.table, rowsOf(asked.table, point), asked.field.name);
  if (values.length === 0) return undefined;
  const [p10, p50, p90] = weightedQuantiles(values, weights, [0.1, 0.5, 0.9]).map(
    ({ estimate }) => estimate! * threshold.part,
  );
  return { p10: p10!, p50: p50!, p90: p90! };
}
