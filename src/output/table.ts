import type { Cell } from './cell.ts';

/** A column of a CSV file. */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly unit?: string;
  readonly description: string;
  /** Output of the model that the column holds, where its name had to be made fit for a column. */
  readonly output?: string;
}

/** A CSV file before it is written: rows are made as they are asked for and never held. */
export interface Table {
  /** File name without `.csv`. */
  readonly name: string;
  readonly description: string;
  readonly fields: readonly TableField[];
  rows(): Iterable<readonly Cell[]>;
}
