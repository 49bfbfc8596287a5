import type { Chart, ChartSettings } from './chart.ts';
import type { Interval } from './interval.ts';

/** Data of estimates side by side. */
export interface IntervalsChartOptions extends ChartSettings {
  /** What the dots are, such as `probability of the target`. */
  readonly measure: string;
  /** `share` is shown in percent. */
  readonly unit: string;
  readonly rows: readonly ({ readonly name: string } & Interval)[];
  /** A value to compare with, such as 0 for differences. */
  readonly reference?: number | undefined;
  /** Replaces the finding that is computed from the rows. */
  readonly title?: string | undefined;
}

/** Estimates side by side, each a dot with its 95 % interval. */
export function intervalsChart(options: IntervalsChartOptions): Chart {
  throw new Error(`intervalsChart: ${Object.keys(options).length} options, expected a drawing`);
}
