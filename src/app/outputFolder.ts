import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  InputError,
  isFileThere,
  makeWritableFolder,
  namesIn,
  parseManifest,
  removeRecords,
  resultText,
  type Manifest,
} from '../experiment/index.ts';
import { removePlans } from './shardPlan.ts';

/**
 * Makes a folder and tries to write into it, before anything long begins.
 *
 * @throws InputError when it cannot be written.
 */
export function prepareFolder(folder: string): void {
  refuseForeign(folder);
  makeWritableFolder('output folder', folder);
  for (const name of ['datapackage.json', 'manifest.json', 'report.html']) isFileThere(join(folder, name));
}

/** CSV files that no run has left there are somebody's own. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  const names = namesIn(folder);
  if (names.includes('manifest.json') || names.includes('records')) return;
  const foreign = names.find((name) => name.endsWith('.csv'));
  if (foreign !== undefined) {
    throw new InputError(
      `output folder ${folder}: holds ${foreign}, which no run of this package wrote, expected an empty folder or that of a run`,
    );
  }
}

/** Removes the records and the files that an earlier run wrote into a folder, and nothing else. */
export function clearFolder(folder: string): void {
  // A manifest may come from anywhere: it names tables to remove, and nothing else.
  const tables = (savedManifest(folder)?.outputs ?? []).filter(({ name }) => name.endsWith('.csv'));
  for (const { name } of tables) removeFile(join(folder, name));
  for (const name of ['datapackage.json', 'manifest.json', 'report.html']) removeFile(join(folder, name));
  removeRecords(join(folder, 'records'));
  removeRecords(join(folder, 'inputs'));
  removePlans(folder);
}

/** @throws InputError where a folder is in the place of the file: somebody else may have put something into it */
function removeFile(path: string): void {
  if (isFileThere(path)) rmSync(path);
}

/** The manifest in a folder, if there is a readable one. */
function savedManifest(folder: string): Manifest | undefined {
  try {
    return readManifest(folder);
  } catch {
    return undefined;
  }
}

/**
 * The manifest in a folder; nothing where a run has not finished.
 *
 * @throws InputError when it is not what a run wrote.
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'manifest.json');
  const text = resultText(path);
  if (text === undefined) return undefined;
  const { value, problem } = parseManifest(text);
  if (problem !== undefined) throw new InputError(`${path}: ${problem}, expected what a run wrote`);
  return value;
}
