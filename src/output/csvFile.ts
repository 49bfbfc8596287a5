import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { unfinishedName } from '../experiment/index.ts';
import { csvText } from './csvText.ts';
import type { Table } from './table.ts';

/** A CSV file under a name that says that it is unfinished. */
export interface UnfinishedCsv {
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
export async function writeUnfinishedCsv(path: string, table: Table): Promise<UnfinishedCsv> {
  const unfinished = unfinishedName(path);
  const file = await open(unfinished, 'wx');
  const hash = createHash('sha256');
  try {
    for (const text of texts(table)) {
      const bytes = Buffer.from(text);
      hash.update(bytes);
      await file.writeFile(bytes);
    }
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    rmSync(unfinished, { force: true });
    throw error;
  }
  return { path: unfinished, sha256: hash.digest('hex') };
}

/** Writes a table as CSV so that the file is there whole or not at all. */
export async function writeCsv(path: string, table: Table): Promise<void> {
  const { path: unfinished } = await writeUnfinishedCsv(path, table);
  renameSync(unfinished, path);
}

function* texts({ fields, rows }: Table): Generator<string> {
  yield* csvText([fields.map(({ name }) => name)]);
  yield* csvText(rows());
}
