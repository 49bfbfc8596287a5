import type { Chart, ChartSettings } from './chart.ts';

/** Data of chips beside megawatts; medians over the replications. */
export interface ChipsAndMegawattsChartOptions extends ChartSettings {
  readonly chips: readonly ChipsPoint[];
  readonly megawatts: readonly MegawattsPoint[];
}

/** GPUs delivered, waiting and in service beside MW energized, cooled and used. */
export function chipsAndMegawattsChart(options: ChipsAndMegawattsChartOptions): Chart {
  throw new Error(`chipsAndMegawattsChart: ${Object.keys(options).length} options, expected a drawing`);
}

/** GPUs at the end of a date: delivered and in service since the start, waiting on the day. */
export interface ChipsPoint {
  readonly date: string;
  readonly delivered?: number | undefined;
  readonly waiting?: number | undefined;
  readonly inService?: number | undefined;
}

/** MW at the end of a date. */
export interface MegawattsPoint {
  readonly date: string;
  readonly energized?: number | undefined;
  readonly cooled?: number | undefined;
  readonly used?: number | undefined;
}
