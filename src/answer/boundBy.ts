import { causeTitle } from './causeTitle.ts';
import type { Results } from './results.ts';
import { datesOf, estimateIn, rowsOf, tableFor, textIn, yearEnds, type Estimated } from './resultsTable.ts';
import { UNMET } from './unmet.ts';

/** What the capacity still to come waited for, by date. */
export interface BoundBy {
  readonly dates: readonly string[];
  readonly causes: readonly string[];
  /** What a cause is called. */
  titleOf(cause: string): string;
  /** Of the capacity still to come on a date, the part that waits for a cause; nothing where nothing is blocked. */
  share(cause: string, date: string): Estimated<number> | undefined;
}

/** What held back the capacity to come, as far as the results say it. */
export function boundBy({ tables, manifest }: Results, point?: string): BoundBy | undefined {
  const found = tableFor('blocked', tables);
  if (found === undefined) return undefined;
  const rows = rowsOf(found.table, point);
  const shares = new Map(
    rows.map((row) => [JSON.stringify([row['cause'], row['date']]), estimateIn(row, found.field.name)]),
  );
  return {
    dates: datesOf(rows),
    causes: [...new Set(rows.flatMap((row) => textIn(row, 'cause') ?? []))],
    titleOf: (cause) => causeTitle(cause, manifest?.titles),
    share: (cause, date) => shares.get(JSON.stringify([cause, date])),
  };
}

/**
 * The last report date of each year on which the causes say something: at the horizon all that is still to come does
 * not come by it, whatever it waits for.
 */
export function tellingYearEnds({ dates, causes, share }: BoundBy): string[] {
  const saysNothing = (date: string): boolean => {
    const shares = causes.map((cause) => ({ cause, part: share(cause, date)?.estimate ?? 0 }));
    const isUnmet = shares.some(({ cause, part }) => cause === UNMET && part > 0);
    return isUnmet && shares.every(({ cause, part }) => cause === UNMET || part === 0);
  };
  return yearEnds(dates).filter((date) => date !== dates.at(-1) || !saysNothing(date));
}
