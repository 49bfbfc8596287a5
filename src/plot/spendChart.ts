import type { Chart, ChartSettings } from './chart.ts';
import type { Quantiles } from './quantiles.ts';

/** Data of spend against the commitment. */
export interface SpendChartOptions extends ChartSettings {
  /** Spend up to each date, $. */
  readonly spend: readonly Quantiles[];
  /** What is committed, $. */
  readonly commitment?: number | undefined;
  readonly target?: { readonly date: string } | undefined;
}

/** Spend over time against the commitment. */
export function spendChart(options: SpendChartOptions): Chart {
  throw new Error(`spendChart: ${Object.keys(options).length} options, expected a drawing`);
}
