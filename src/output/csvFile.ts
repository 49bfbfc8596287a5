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

/** Bytes of a write. */
const PIECE = 1e6;

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
    for (const bytes of pieces(table)) {
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

/** The file in pieces that are worth a write each. */
function* pieces({ fields, rows }: Table): Generator<Buffer> {
  let waiting: Buffer[] = [Buffer.from([...csvText([fields.map(({ name }) => name)])].join(''))];
  let bytes = 0;
  for (const text of csvText(rows())) {
    const piece = Buffer.from(text);
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}
