import type { Chart, ChartSettings } from './chart.ts';
import type { Interval } from './interval.ts';

/** Data of the attribution of a milestone. */
export interface AttributionChartOptions extends ChartSettings {
  /** What is reached, such as `100k GPUs in service`. */
  readonly milestone: string;
  /** Mean days on the driving path by cause, without the total. */
  readonly causes: readonly ({ readonly cause: string } & Interval)[];
  /** The mean day of the milestone; the sum of the causes when absent. */
  readonly total?: Interval | undefined;
}

/** Where the days to a milestone go: a waterfall of causes that sums to the total. */
export function attributionChart(options: AttributionChartOptions): Chart {
  throw new Error(`attributionChart: ${Object.keys(options).length} options, expected a drawing`);
}
