import type { Chart, ChartSettings } from './chart.ts';
import type { Interval } from './interval.ts';
import type { Quantiles } from './quantiles.ts';

/** Data of the fan of GPUs in service. */
export interface FanChartOptions extends ChartSettings {
  /** GPUs in service, in the order of the dates. */
  readonly fan: readonly Quantiles[];
  readonly target?: FanTarget | undefined;
}

/** GPUs in service over time: median, P25–P75 and P10–P90, with the target. */
export function fanChart(options: FanChartOptions): Chart {
  throw new Error(`fanChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** What is to be in service by when. */
export interface FanTarget {
  /** ISO date. */
  readonly date: string;
  /** GPUs that the target asks for, over the replications. */
  readonly gpus?:
    | {
        readonly p10?: number | undefined;
        readonly p50?: number | undefined;
        readonly p90?: number | undefined;
      }
    | undefined;
  /** Probability that it is reached by its date. */
  readonly probability?: Interval | undefined;
}
