import type { Chart, ChartSettings } from './chart.ts';

/** Data of the readiness curve. */
export interface ReadinessChartOptions extends ChartSettings {
  /** Probability that the target is reached by the end of each date, with its interval; in the order of the dates. */
  readonly points: readonly ReadinessPoint[];
  readonly target?: { readonly date: string; readonly label?: string | undefined } | undefined;
}

/** Probability of the target over time, with its 95 % band. */
export function readinessChart(options: ReadinessChartOptions): Chart {
  throw new Error(`readinessChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** Probability that the target is reached by the end of a date. */
export interface ReadinessPoint {
  readonly date: string;
  readonly p: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}
