import type { Manifest } from '../experiment/index.ts';
import type { ResultsTable } from './resultsTable.ts';

/** What a manifest says of results, wherever they are. */
export type ResultFacts = Pick<
  Manifest,
  'kind' | 'target' | 'milestones' | 'titles' | 'points' | 'replications' | 'start' | 'asOf'
>;

/** Results as an answer is read from them: those of a folder, or of a run in memory. */
export interface Results {
  /** Nothing where the folder has lost it. */
  readonly manifest: ResultFacts | undefined;
  /** Name → table. */
  readonly tables: ReadonlyMap<string, ResultsTable>;
}

/** The as-of date of results that have days before it; nothing where they begin with it. */
export function asOfIn({ manifest }: Results): string | undefined {
  const { asOf, start } = manifest ?? {};
  return asOf !== undefined && start !== undefined && asOf > start ? asOf : undefined;
}
