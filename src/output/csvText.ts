import { formatCell } from './cell.ts';
import type { Table } from './table.ts';

/** What a cell may not hold as it stands. */
const SPECIAL = /[",|\r\n]/;

/**
 * A table as the text of its CSV file, byte for byte as `writeCsv` writes it, for where there are no files.
 *
 * @example csvText(readinessTable(records)); // 'date,p_ready,p_ready_low,p_ready_high\n2026-01-01,…'
 */
export function csvText({ fields, ...table }: Table): string {
  const lines = [fields.map(({ name }) => formatCell(name))];
  for (const row of table.rows()) lines.push(row.map(formatCell));
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  const text = cell.replaceAll('\0', '');
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
