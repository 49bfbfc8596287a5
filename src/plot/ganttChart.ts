import type { Chart, ChartSettings } from './chart.ts';
import type { DateQuantiles } from './quantiles.ts';

/** Data of the Gantt chart. */
export interface GanttChartOptions extends ChartSettings {
  /** A row a stage; sites and stages in the order in which they are drawn. */
  readonly stages: readonly GanttStage[];
  readonly target?: { readonly date: string } | undefined;
  /** First date of the axis, ISO. */
  readonly start: string;
  /** The horizon, ISO: what is later is drawn as open-ended. */
  readonly end: string;
}

/** Stages of the sites over time: the bar of the medians, start and finish with P10–P90. */
export function ganttChart(options: GanttChartOptions): Chart {
  throw new Error(`ganttChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** A stage of a site: when it starts and finishes, over the replications. */
export interface GanttStage {
  readonly site: string;
  readonly stage: string;
  readonly start: DateQuantiles;
  readonly finish: DateQuantiles;
}
