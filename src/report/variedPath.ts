import type { ResultsTable } from '../answer/index.ts';

/** The path or the uncertain input that a column of `points.csv` is of: its name has the unit too. */
export function variedPath({ name, description = '' }: ResultsTable['fields'][number]): string {
  return /^(?:scenario parameter|.* uncertain input) (.+?)(?: is held)?$/.exec(description)?.[1] ?? name;
}
