import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isFileThere, replaceFile, writeWholeFile } from '../experiment/index.ts';
import { writeUnfinishedCsv } from './csvFile.ts';
import { dataPackage } from './dataPackage.ts';
import type { Table } from './table.ts';

/** A file that was written. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Writes every table as CSV and `datapackage.json` into a folder.
 *
 * All are written under other names first, so that an interruption or a full disk leaves the old files as they were.
 *
 * @throws InputError where a folder is in the place of a file; what the file system throws.
 */
export async function writeResults({
  folder,
  name,
  tables,
  workers,
}: {
  folder: string;
  /** Name of the data package. */
  name: string;
  tables: readonly Table[];
  /** Threads, at most, that write long tables; default all cores. */
  workers?: number | undefined;
}): Promise<WrittenFile[]> {
  mkdirSync(folder, { recursive: true });
  const unfinished: { from: string; to: string }[] = [];
  const files: WrittenFile[] = [];
  try {
    // All names first: a folder in the place of one must not leave half of the files new and half old.
    for (const { name: stem } of tables) isFileThere(join(folder, `${stem}.csv`));
    for (const table of tables) {
      const to = join(folder, `${table.name}.csv`);
      const { path: from, sha256 } = await writeUnfinishedCsv(to, table, workers);
      unfinished.push({ from, to });
      files.push({ name: `${table.name}.csv`, sha256 });
    }
  } catch (error) {
    for (const { from } of unfinished) rmSync(from, { force: true });
    throw error;
  }
  for (const { from, to } of unfinished) replaceFile(from, to);
  writeWholeFile(join(folder, 'datapackage.json'), dataPackage(name, tables));
  return files;
}
