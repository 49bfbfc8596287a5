import { relative } from 'node:path';
import type { RunResult } from '../runToFolder.ts';
import { wrapped } from './wrapped.ts';

/** The files that a run wrote into its folder: tables, what describes them, and the report. */
export function writtenFiles<S>({ files, report }: Pick<RunResult<S>, 'files' | 'report'>): string[] {
  return [...describedFiles(files), 'manifest.json', ...(report === undefined ? [] : ['report.html'])];
}

/** Tables, and what describes them. */
export function describedFiles(files: RunResult<unknown>['files']): string[] {
  return [...files.map(({ name }) => name), 'datapackage.json'];
}

/** The line that names all that a run wrote: files, and the folder of its records. */
export function filesLine<S>(run: RunResult<S>): string {
  return writtenLine(run.out, [...writtenFiles(run), 'records/']);
}

/** The line that names what a command wrote into a folder. */
export function writtenLine(folder: string, names: readonly string[]): string {
  const shown = relative('', folder);
  return wrapped(`Files in ${shown === '' ? '.' : shown}: ${names.join(', ')}`).join('\n');
}
