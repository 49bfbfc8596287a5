import type { Column } from './column.ts';
import type { Titles } from './titles.ts';

/** What a model promises to return for a scenario. */
export interface Outputs {
  /** ISO date of day 0. */
  readonly startDate: string;
  readonly horizonDays: number;
  /** Series hold the state at the end of these days. */
  readonly gridDays: readonly number[];
  /** ISO date up to which things are known; default the start. */
  readonly asOf?: string;
  /** How many replications are enough where totals were observed; default 200 effective ones, of at most 20,000. */
  readonly enough?: { readonly effective: number; readonly most: number };
  readonly columns: readonly Column[];
  /** What causes and inputs are called; default: by their names in words. */
  readonly titles?: Titles | undefined;
}

/** What an output is in one replication: a number, or for a series one number a grid day. */
export type OutputValue = number | ArrayLike<number>;

/** What one replication returned, by column name. */
export type Outcome = Readonly<Record<string, OutputValue>>;
