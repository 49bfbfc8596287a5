import type { SaidDate } from '../answer/resultsTable.ts';
import type { Quantiles } from '../plot/quantiles.ts';
import type { Estimate } from '../statistics/estimate.ts';
import type { Changes } from './changes.ts';
import type { Milestone } from './scenarioFacts.ts';

/** Quantiles over the replications by date. */
export interface Band extends Quantiles {
  /** Interval of the median. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** The probability of a milestone by the end of a date. */
export interface ReadyBy {
  readonly date: string;
  readonly p: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The dates by which 10, 50 and 90 % of the replications have reached a milestone. */
export interface MilestoneDates {
  readonly p10: SaidDate;
  readonly p50: SaidDate;
  readonly p90: SaidDate;
}

/** Quantiles of an edge of a stage over the replications that begin it. */
export interface Dates {
  readonly p10: string | undefined;
  readonly p50: string | undefined;
  readonly p90: string | undefined;
}

/** A stage of a site. */
export interface StageRow {
  readonly site: string;
  readonly stage: string;
  readonly start: StageDates;
  readonly finish: StageDates;
  /** Use of the site and no work on it. */
  readonly isUse: boolean;
  /** Shares of the replications that begin it, and that finish it by the horizon. */
  readonly begun: number | undefined;
  readonly finished: number | undefined;
}

/** Dates of an edge of a stage, with the interval of the median. */
export interface StageDates extends Dates {
  /** Whether what lies of it before the as-of date was observed by nobody. */
  readonly isUnobserved: boolean;
  readonly low: string | undefined;
  readonly high: string | undefined;
}

/** GPUs in service of one owner over time. */
export interface Fleet {
  /** The series: a tenant and a provider may have one name. */
  readonly column: string;
  readonly name: string;
  /** Whose: `tenant`, `provider`, or both. */
  readonly by: string;
  readonly fan: readonly Band[];
}

/** Share of a cause in what is held back on a date. */
export interface HeldBack {
  readonly date: string;
  readonly cause: string;
  readonly share: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Mean days of a cause on the driving path to the milestone. */
export interface PathDays extends Estimate {
  readonly cause: string;
}

/** One replication over time, and when it reached the milestone. */
export interface Line {
  readonly replication: number;
  /** A number for each date of the fan. */
  readonly values: readonly number[];
  readonly date: string | undefined;
}

/** One response of the scenario against the baseline. */
export interface Difference {
  readonly name: string;
  readonly unit: string;
  readonly baseline: Estimate;
  readonly now: Estimate;
  readonly difference: Estimate;
  /** Pairs in which the horizon came first on either side. */
  readonly censored: number;
}

/** One side of the picture: the scenario, or its baseline. */
export interface Side {
  readonly readiness: readonly ReadyBy[];
  readonly dates: MilestoneDates;
  /** Of the milestone by the day it is due, else by the horizon; nothing where it was due before the as-of date. */
  readonly probability: Estimate;
  /** Mean part of the target's amount in service on its date. */
  readonly attained: Estimate | undefined;
  readonly fan: readonly Band[];
  /** What the target asks for, over the replications. */
  readonly asked: Omit<Band, 'date'> | undefined;
  readonly spend: readonly Band[];
  readonly stages: readonly StageRow[];
  readonly binding: readonly HeldBack[];
  readonly fleets: readonly Fleet[];
  /** Over the replications that reach the milestone; they sum to its mean day. */
  readonly path: readonly PathDays[];
  readonly pathTotal: Estimate;
}

/** What the replications that are finished show. */
export interface Picture {
  readonly replications: number;
  /** How many of them that count alike would tell as much, where totals were observed. */
  readonly effective?: number | undefined;
  readonly total: number;
  readonly milestone: Milestone | undefined;
  readonly now: Side;
  readonly baseline: Side | undefined;
  readonly differences: readonly Difference[];
  /** Every view against the baseline, where one is kept. */
  readonly changes: Changes | undefined;
  readonly lines: readonly Line[];
  readonly commitment: number | undefined;
  /** What a replication took, over all lanes, ms; nothing before one was timed. */
  readonly millisecondsEach: number | undefined;
  /** Names of the tables that a run of the command line writes; none before all replications are there. */
  readonly tables: readonly string[];
}
