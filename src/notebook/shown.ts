import type { Answer } from '../answer/index.ts';
import type { Table } from '../output/index.ts';
import type { Chart, Interval } from '../plot/index.ts';
import type { PageChart } from './charts/twoWidths.ts';

/** A table of one's own, for `display`. */
export interface PlainTable {
  readonly title: string;
  readonly columns: readonly PlainColumn[];
  /** An estimate is rounded to what its interval allows one to see; text and plain numbers stand as they are. */
  readonly rows: readonly (readonly (string | number | Interval | undefined)[])[];
}

/**
 * A heading, or one with the unit of its estimates; `share` is shown as percent, `pp`, a difference of shares, as
 * percentage points.
 */
export type PlainColumn = string | { readonly title: string; readonly unit: string };

/**
 * What `display` takes: what a run answers, a chart, a table of results, a table of one's own, or the text of an SVG.
 */
export type Displayable = Answer | Chart | PageChart | Table | PlainTable | string;

/** A value of a shown table, with its interval if it has one. */
export interface ShownCell {
  readonly text: string;
  readonly interval?: string | undefined;
}

/** A picture or a table, ready for any kind of output; plain data, so that it passes between processes. */
export type Shown =
  | {
      readonly kind: 'picture';
      readonly svg: string;
      /** The same for a narrow page. */
      readonly narrow?: string | undefined;
      readonly title: string;
      /** Whether the picture itself shows its title. */
      readonly isTitled: boolean;
      readonly alternative: string;
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly { readonly title: string; readonly isNumeric: boolean }[];
      readonly rows: readonly (readonly ShownCell[])[];
      /** Rows that were left out for length. */
      readonly omitted: number;
    };
