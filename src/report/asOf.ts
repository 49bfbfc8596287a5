import type { ResultsFolder } from './resultsFolder.ts';

/** The as-of date of a run that has days before it; nothing where the run begins with it. */
export function asOfIn({ manifest }: ResultsFolder): string | undefined {
  const { asOf, start } = manifest ?? {};
  return asOf !== undefined && start !== undefined && asOf > start ? asOf : undefined;
}
