import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { format } from 'fast-csv';
import { replaceFile, unfinishedName } from '../experiment/index.ts';
import { formatCell } from './cell.ts';
import type { Table } from './table.ts';

/**
 * Writes a table as CSV under a name that says that it is unfinished, and gives that name.
 *
 * One header line, comma, line feeds, a final line feed; memory does not grow with the rows.
 *
 * @throws what the file system throws; the unfinished file is then removed.
 */
export async function writeUnfinishedCsv(path: string, table: Table): Promise<string> {
  const unfinished = unfinishedName(path);
  const csv = format<readonly string[], readonly string[]>({
    headers: table.fields.map((field) => formatCell(field.name)),
    alwaysWriteHeaders: true,
    includeEndRowDelimiter: true,
  });
  const written = pipeline(csv, createWriteStream(unfinished));
  try {
    await Promise.race([feed(csv, table), written.then(() => {})]);
    await written;
  } catch (error) {
    csv.destroy();
    await written.catch(() => {});
    rmSync(unfinished, { force: true });
    throw error;
  }
  return unfinished;
}

/** Writes a table as CSV so that the file is there whole or not at all. */
export async function writeCsv(path: string, table: Table): Promise<void> {
  replaceFile(await writeUnfinishedCsv(path, table), path);
}

async function feed(csv: ReturnType<typeof format>, table: Table): Promise<void> {
  for (const row of table.rows()) {
    if (csv.destroyed) return;
    if (!csv.write(row.map(formatCell))) await once(csv, 'drain');
  }
  csv.end();
}
