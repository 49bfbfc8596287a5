import { csvLines } from './csvLines.ts';
import type { Table } from './table.ts';

/**
 * A table as the text of its CSV file, byte for byte as `writeCsv` writes it, for where there are no files.
 *
 * @example csvText(readinessTable(records)); // 'date,p_ready,p_ready_low,p_ready_high\n2026-01-01,…'
 */
export function csvText(table: Table): string {
  return [...csvLines(table)].join('');
}
