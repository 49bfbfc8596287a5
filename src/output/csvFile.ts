import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { unfinishedName } from '../experiment/index.ts';
import { formatCell, type Cell } from './cell.ts';
import type { Table } from './table.ts';

/** A CSV file under a name that says that it is unfinished. */
export interface UnfinishedCsv {
  readonly path: string;
  readonly sha256: string;
}

/** Characters that are written at once: few enough to stay in the processor's cache, and many enough for a disk. */
const CHUNK = 256 * 1024;

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
    for (const text of chunks(table)) {
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

function* chunks({ fields, rows }: Table): Generator<string> {
  let text = csvLine(fields.map(({ name }) => name));
  for (const row of rows()) {
    text += csvLine(row);
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield text;
}

// Ten million rows of twenty numbers go through here: no array, no test and no function that a number does not need.
function csvLine(row: readonly Cell[]): string {
  let line = '';
  for (let index = 0; index < row.length; index++) {
    const cell = row[index];
    if (index > 0) line += ',';
    if (typeof cell === 'string') line += quoted(formatCell(cell));
    else if (cell !== undefined && Number.isFinite(cell)) line += cell;
  }
  return `${line}\n`;
}

/** What separates cells or lines where it stands unquoted; a bar does for some readers. */
const SEPARATOR = /[,"|\r\n]/;

function quoted(text: string): string {
  const safe = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return SEPARATOR.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
