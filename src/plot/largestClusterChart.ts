import type { Chart, ChartSettings } from './chart.ts';
import type { Quantiles } from './quantiles.ts';

/** Data of the largest single cluster. */
export interface LargestClusterChartOptions extends ChartSettings {
  /** Usable GPUs of the site that has most of them. */
  readonly fan: readonly Quantiles[];
}

/** GPUs of the largest single cluster over time. */
export function largestClusterChart(options: LargestClusterChartOptions): Chart {
  throw new Error(`largestClusterChart: ${Object.keys(options).length} options, expected a drawing`);
}
