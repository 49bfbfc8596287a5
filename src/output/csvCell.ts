import { formatCell, type Cell } from './cell.ts';

/** What a cell may not hold as it stands. */
const SPECIAL = /[",|\r\n\0]/;

/** A cell as it stands in a CSV file: quotes where a text needs them (RFC 4180). */
export function csvCell(cell: Cell): string {
  return typeof cell === 'string' ? quoted(formatCell(cell)) : formatCell(cell);
}

function quoted(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const printable = text.replaceAll('\0', '');
  return SPECIAL.test(printable) ? `"${printable.replaceAll('"', '""')}"` : printable;
}
