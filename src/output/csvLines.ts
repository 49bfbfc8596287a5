import { formatCell, type Cell } from './cell.ts';
import type { Table } from './table.ts';

/** What a cell may not hold as it stands. */
const SPECIAL = /[",|\r\n\0]/;

/**
 * A table as the lines of its CSV file, the header first: comma between cells, a line feed after each line, quotes
 * where a text needs them (RFC 4180). Memory does not grow with the rows.
 *
 * @example [...csvLines(readinessTable(records))][0]; // 'date,p_ready,p_ready_low,p_ready_high\n'
 */
export function* csvLines({ fields, ...table }: Table): Generator<string> {
  yield csvLine(fields.map(({ name }) => name));
  for (const row of table.rows()) yield csvLine(row);
}

function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let place = 0; place < cells.length; place++) {
    if (place > 0) line += ',';
    const cell = cells[place];
    line += typeof cell === 'string' ? quoted(formatCell(cell)) : formatCell(cell);
  }
  return `${line}\n`;
}

function quoted(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const printable = text.replaceAll('\0', '');
  return SPECIAL.test(printable) ? `"${printable.replaceAll('"', '""')}"` : printable;
}
