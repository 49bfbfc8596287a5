import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, removeRecords, writeWholeFile, type Manifest } from '../experiment/index.ts';

/**
 * Makes a folder and tries to write into it, before anything long begins.
 *
 * @throws InputError when it cannot be written.
 */
export function prepareFolder(folder: string): void {
  refuseForeign(folder);
  const trial = join(folder, '.writable');
  try {
    makeFolder(resolve(folder));
    writeWholeFile(trial, '');
    rmSync(trial);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(
      `output folder ${folder}: cannot be written (${reason}), expected a folder to write into`,
    );
  }
}

/** CSV files that no run has left there are somebody's own. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  const names = readdirSync(folder);
  if (names.includes('manifest.json') || names.includes('records')) return;
  const foreign = names.find((name) => name.endsWith('.csv'));
  if (foreign !== undefined) {
    throw new InputError(
      `output folder ${folder}: holds ${foreign}, which no run of this package wrote, expected an empty folder or that of a run`,
    );
  }
}

// Level by level: Node's own recursion never ends where the file system answers ENOENT for good, as /proc does.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Removes the records and the files that an earlier run wrote into a folder, and nothing else. */
export function clearFolder(folder: string): void {
  for (const { name } of readManifest(folder)?.outputs ?? [])
    rmSync(join(folder, basename(name)), { force: true });
  for (const name of ['datapackage.json', 'manifest.json', 'report.html'])
    rmSync(join(folder, name), { force: true });
  removeRecords(join(folder, 'records'));
  removeRecords(join(folder, 'inputs'));
}

/** The manifest in a folder, if there is a readable one. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
