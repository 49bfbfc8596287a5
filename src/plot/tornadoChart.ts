import type { Chart, ChartSettings } from './chart.ts';
import type { Interval } from './interval.ts';

/** Data of the tornado. */
export interface TornadoChartOptions extends ChartSettings {
  /** What is moved, such as `probability of the target`. */
  readonly response: string;
  /** `share` is shown in percent. */
  readonly unit: string;
  /** The response with nothing held. */
  readonly base?: Interval | undefined;
  readonly bars: readonly TornadoBar[];
}

/** What moves a response most: one bar an input, from its low to its high value. */
export function tornadoChart(options: TornadoChartOptions): Chart {
  throw new Error(`tornadoChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** The response with one input held low and high. */
export interface TornadoBar {
  readonly name: string;
  readonly low: Interval;
  readonly high: Interval;
  /** What `low` means, such as `P10`. */
  readonly lowLabel: string;
  readonly highLabel: string;
}
