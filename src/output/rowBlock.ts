import type { Cell } from './cell.ts';
import { dateCells } from './dateCell.ts';

/** Some rows of a table, column by column: plain data, which a thread takes as it is. */
export interface RowBlock {
  readonly rows: number;
  readonly columns: readonly BlockColumn[];
}

/** The cells of one column. Every array has a buffer of its own, which the thread keeps. */
export type BlockColumn =
  /** One cell in every row. */
  | { readonly kind: 'same'; readonly cell: Cell }
  /** Whole numbers one after the other. */
  | { readonly kind: 'count'; readonly from: number }
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Dates of days from a start. */
  | { readonly kind: 'date'; readonly days: Float64Array; readonly startDate: string }
  /** One of a few texts: which, a row. */
  | { readonly kind: 'choice'; readonly texts: readonly string[]; readonly chosen: Uint8Array };

/** The rows of a block, cell by cell. */
export function* cellsOf({ rows, columns }: RowBlock): Generator<Cell[]> {
  const readers = columns.map(cellReader);
  for (let row = 0; row < rows; row++) yield readers.map((read) => read(row));
}

/** The cell of a column in a row of its block. */
function cellReader(column: BlockColumn): (row: number) => Cell {
  switch (column.kind) {
    case 'same':
      return () => column.cell;
    case 'count':
      return (row) => column.from + row;
    case 'number':
      return (row) => column.values[row];
    case 'choice':
      return (row) => column.texts[column.chosen[row]!];
    case 'date': {
      const dateCell = dateCells(column.startDate);
      return (row) => dateCell(column.days[row]);
    }
  }
}
