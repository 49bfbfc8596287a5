import type { Results } from './results.ts';
import { datesOf, estimateIn, rowsOf, tableFor, textIn, type Estimated } from './resultsTable.ts';

/** What the capacity still to come waited for, by date. */
export interface BoundBy {
  readonly dates: readonly string[];
  readonly causes: readonly string[];
  /** Of the capacity still to come on a date, the part that waits for a cause; nothing where nothing is blocked. */
  share(cause: string, date: string): Estimated<number> | undefined;
}

/** What held back the capacity to come, as far as the results say it. */
export function boundBy({ tables }: Results, point?: string): BoundBy | undefined {
  const found = tableFor('blocked', tables);
  if (found === undefined) return undefined;
  const rows = rowsOf(found.table, point);
  const shares = new Map(
    rows.map((row) => [JSON.stringify([row['cause'], row['date']]), estimateIn(row, found.field.name)]),
  );
  return {
    dates: datesOf(rows),
    causes: [...new Set(rows.flatMap((row) => textIn(row, 'cause') ?? []))],
    share: (cause, date) => shares.get(JSON.stringify([cause, date])),
  };
}
