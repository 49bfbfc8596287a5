import { upperFirst } from '../wording/index.ts';
import { ON_TIME } from '../record/index.ts';
import { fieldName } from '../output/index.ts';
import { titleOf } from '../answer/index.ts';
import type { ResultsFolder } from './resultsFolder.ts';

/** What a response is the mean of, without an article. */
export function responseNoun(folder: ResultsFolder, response: string): string {
  if (response === ON_TIME) return 'probability of the target';
  const number = numberTitle(folder, response);
  return number === undefined ? `mean day of ${timeTitle(folder, response)}` : `mean of ${number}`;
}

/** What a response is called at the start of a sentence. */
export function responseTitle(folder: ResultsFolder, response: string): string {
  return upperFirst(responseObject(folder, response));
}

/** What a response is called within a sentence. */
export function responseObject(folder: ResultsFolder, response: string): string {
  if (response === ON_TIME) return 'whether the target is on time';
  return numberTitle(folder, response) ?? `the day of ${timeTitle(folder, response)}`;
}

function timeTitle(folder: ResultsFolder, response: string): string {
  return response === folder.manifest?.target ? 'the target' : titleOf(folder, response);
}

/** What an output that is no time is called, as the columns of `runs.csv` say it. */
function numberTitle(folder: ResultsFolder, response: string): string | undefined {
  const stem = fieldName(response, '');
  const columns = folder.fields.get('runs') ?? [];
  if (columns.some(({ name }) => name === `${stem}_date`)) return undefined;
  const own =
    columns.find(({ output }) => output === response) ??
    // A folder of an earlier version does not name the output.
    columns.find(({ name, type }) => type === 'number' && (name === stem || name.startsWith(`${stem}_`)));
  return own === undefined ? undefined : (own.description ?? response);
}
