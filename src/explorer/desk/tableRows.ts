import type { Cell } from '../../output/cell.ts';
import type { Table } from '../../output/table.ts';

/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** The rows of a table by name. */
export function tableRows(table: Table): Row[] {
  return Array.from(table.rows(), (cells) =>
    Object.fromEntries(table.fields.map(({ name }, index) => [name, cells[index]])),
  );
}

/** The number in a cell; nothing where there is none. */
export function numberIn(row: Row, name: string): number | undefined {
  const value = row[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The text in a cell; nothing where there is none. */
export function textIn(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
