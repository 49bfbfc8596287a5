import type { Estimate } from '../statistics/estimate.ts';

/** How much something differs from the baseline on a date, paired on common draws. */
export interface DatedChange {
  readonly date: string;
  readonly change: Estimate;
}

/** How much the days of a stage differ from the baseline, over the replications that begin it on both sides. */
export interface StageChange {
  readonly site: string;
  readonly stage: string;
  readonly start: Estimate;
  readonly finish: Estimate;
  readonly pairs: number;
  /** Pairs in which the horizon came before the finish on either side. */
  readonly censored: number;
}

/** What every view shows against the baseline: now less before, replication by replication on common draws. */
export interface Changes {
  /** Of the probability of the milestone. */
  readonly readiness: readonly DatedChange[];
  /** Of the mean of GPUs in service. */
  readonly fan: readonly DatedChange[];
  /** Of the mean of dollars spent. */
  readonly spend: readonly DatedChange[];
  /** Of the share of a cause in what is held back. */
  readonly binding: readonly (DatedChange & { readonly cause: string })[];
  readonly stages: readonly StageChange[];
  /** Of the mean of GPUs in service of each owner. */
  readonly fleets: readonly { readonly column: string; readonly changes: readonly DatedChange[] }[];
  /** Of the mean days on the driving path by cause, over the replications that reach the milestone on both sides. */
  readonly path: readonly { readonly cause: string; readonly change: Estimate }[];
}
