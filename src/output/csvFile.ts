import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { replaceFile, unfinishedName } from '../experiment/index.ts';
import { csvBytes } from './csvBytes.ts';
import type { Table } from './table.ts';

/** A file that is written, not yet under its name. */
export interface UnfinishedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Writes a table as CSV under a name that says that it is unfinished.
 *
 * One header line, comma, line feeds, a final line feed; memory does not grow with the rows.
 *
 * @throws what the file system throws; the unfinished file is then removed.
 */
export async function writeUnfinishedCsv(
  path: string,
  table: Table,
  workers?: number,
): Promise<UnfinishedFile> {
  const unfinished = unfinishedName(path);
  const hash = createHash('sha256');
  const file = await open(unfinished, 'w');
  try {
    for await (const bytes of csvBytes(table, workers)) {
      hash.update(bytes);
      await file.writeFile(bytes);
    }
  } catch (error) {
    await file.close();
    rmSync(unfinished, { force: true });
    throw error;
  }
  await file.close();
  return { path: unfinished, sha256: hash.digest('hex') };
}

/** Writes a table as CSV so that the file is there whole or not at all. */
export async function writeCsv(path: string, table: Table): Promise<void> {
  replaceFile((await writeUnfinishedCsv(path, table)).path, path);
}
