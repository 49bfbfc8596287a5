import { intervalsChart, type ChartSettings, type IntervalsChartOptions } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';

/** Estimates side by side, each with its interval, as a figure of the report. */
export function intervalsFigure(
  document: Document,
  data: Omit<IntervalsChartOptions, keyof ChartSettings>,
  note?: string,
): string {
  return chartFigure(document, (settings) => intervalsChart({ ...settings, ...data }), note);
}
