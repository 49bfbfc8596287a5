import type { ResultsTable } from '../answer/index.ts';

/** The path or the uncertain input that a column of `points.csv` is of: its name has the unit too. */
export function variedPath({ name, key }: ResultsTable['fields'][number]): string {
  return key?.['varied'] ?? name;
}
