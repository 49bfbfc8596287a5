import { blockWriter } from './blockBytes.ts';
import { csvCell } from './csvCell.ts';
import type { Cell } from './cell.ts';
import type { Table } from './table.ts';

/**
 * A table as the lines of its CSV file, the header first: comma between cells, a line feed after each line. Those of a
 * table in blocks come a block at a time. Memory does not grow with the rows.
 *
 * @example [...csvLines(readinessTable(records))][0]; // 'date,p_ready,p_ready_low,p_ready_high\n'
 */
export function* csvLines(table: Table): Generator<string> {
  yield headerLine(table);
  if (table.blocks === undefined) {
    for (const row of table.rows()) yield csvLine(row);
    return;
  }
  const write = blockWriter();
  const decoder = new TextDecoder();
  for (const block of table.blocks()) yield decoder.decode(write(block));
}

/** The first line of the CSV file of a table. */
export function headerLine({ fields }: Table): string {
  return csvLine(fields.map(({ name }) => name));
}

function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let place = 0; place < cells.length; place++) {
    if (place > 0) line += ',';
    line += csvCell(cells[place]);
  }
  return `${line}\n`;
}
