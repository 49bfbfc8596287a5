import type { Column } from '../record/index.ts';
import type { Cell } from './cell.ts';
import type { RowBlock } from './rowBlock.ts';

/** What an output is for and about, as its column in a table says it on. */
export type Meaning = Pick<Column, 'role' | 'measure' | 'key' | 'whole' | 'heldBy'>;

/** A column of a CSV file. */
export interface TableField extends Meaning {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly unit?: string;
  readonly description: string;
  /** What it is a statistic of, in words. */
  readonly subject?: string;
  /** Output of the model that the column holds, where its name had to be made fit for a column. */
  readonly output?: string;
  /** Of which quantile it is the estimate, where it is one. */
  readonly quantile?: number;
}

/** What a table says on of an output. */
export function meaningOf({ role, measure, key, whole, heldBy }: Meaning): Meaning {
  const said = { role, measure, key, whole, heldBy };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** A CSV file before it is written: rows are made as they are asked for and never held. */
export interface Table {
  /** File name without `.csv`. */
  readonly name: string;
  readonly description: string;
  readonly fields: readonly TableField[];
  rows(): Iterable<readonly Cell[]>;
  /** The same rows by the thousand, of a table that has one a replication: threads write them. */
  readonly blocks?: () => Iterable<RowBlock>;
}
