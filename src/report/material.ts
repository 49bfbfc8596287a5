import type { ResultsFolder } from './resultsFolder.ts';

/** What every part of a report is made from. */
export interface Material {
  readonly folder: ResultsFolder;
  /** Where charts are drawn. */
  readonly document: Document;
}
