import type { Chart, ChartSettings } from './chart.ts';

/** Data of the binding constraint over time. */
export interface BindingChartOptions extends ChartSettings {
  /** Share of each cause in what is held back at each date; the shares of a date sum to 1, or are all 0 when nothing is held back. */
  readonly points: readonly BindingPoint[];
}

/** What holds the rollout back over time, stacked to 1. */
export function bindingChart(options: BindingChartOptions): Chart {
  throw new Error(`bindingChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** Share of a cause in what is held back at a date. */
export interface BindingPoint {
  readonly date: string;
  readonly cause: string;
  readonly share?: number | undefined;
}
