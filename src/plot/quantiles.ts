/** Quantiles of a number over the replications at the end of a date; `undefined`: not known, or beyond the horizon. */
export interface Quantiles {
  /** ISO date. */
  readonly date: string;
  readonly p10?: number | undefined;
  readonly p25?: number | undefined;
  readonly p50?: number | undefined;
  readonly p75?: number | undefined;
  readonly p90?: number | undefined;
}

/** Quantiles of a date over the replications, ISO; `undefined`: after the horizon. */
export interface DateQuantiles {
  readonly p10?: string | undefined;
  readonly p50?: string | undefined;
  readonly p90?: string | undefined;
}
