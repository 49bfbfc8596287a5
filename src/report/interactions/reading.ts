import type { WeightSums } from '../../statistics/shareOfWeightSums.ts';

/** Where the plot of a chart lies in its picture, in units of its `viewBox`; times in ms. */
export interface ReadingPlace {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: number;
  readonly last: number;
}

/** A row of a chart: px below the top of its plot, what it says, and whose it is. */
export interface ReadingRow {
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly site: string;
}

/** What is read off a chart with the pointer: by date, or by row. A report holds it beside the picture, as JSON. */
export interface Reading {
  /** Of the picture for a page and of the one for a telephone: where each plot lies. */
  readonly places: readonly (readonly [ReadingPlace, ...ReadingPlace[]])[];
  /** ISO dates in their order, each with what is said of it. */
  readonly dates: readonly (readonly [date: string, text: string])[];
  readonly rows: readonly ReadingRow[];
  /** The date that is read before anybody chooses one. */
  readonly at: string | undefined;
}

/** When the replications reach each milestone, for who chooses one and a date. */
export interface MilestoneDays {
  /** ISO dates of the first and the last day that can be chosen. */
  readonly first: string;
  readonly last: string;
  readonly replications: number;
  /** What all replications count for, where they count by weight. */
  readonly weights: WeightSums | undefined;
  readonly milestones: readonly {
    readonly title: string;
    readonly due: string | undefined;
    /** Days after the first on which replications reach it: their number or weights, and the squares of these. */
    readonly reached: readonly (readonly [day: number, sum: number, squares?: number])[];
  }[];
  /** Place of the milestone that is shown first. */
  readonly chosen: number;
}
