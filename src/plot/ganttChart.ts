import { asOfOn, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { ganttPlot } from './ganttPlot.ts';
import { ganttRows, type Edge, type GanttRow, type GanttStage } from './ganttRows.ts';
import { ganttTitle } from './ganttTitle.ts';

/** Data of the Gantt chart. */
export interface GanttChartOptions extends TimeChartSettings {
  /** A row a stage; sites and stages in the order in which they are drawn. */
  readonly stages: readonly GanttStage[];
  readonly target?: { readonly date: string } | undefined;
  /** First date of the axis, ISO. */
  readonly start: string;
  /** The horizon, ISO: what is later is drawn as open-ended. */
  readonly end: string;
  /** A period that is looked at closely, ISO: the axis shows it alone; the finding stays that of the whole. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
}

/**
 * Stages of the sites over time: the bar of the medians, start and finish with P10–P90. More than 80 rows are drawn as
 * one a site.
 *
 * @throws on no stages, an end that is not after the start, or a width below 240 px.
 */
export function ganttChart(options: GanttChartOptions): Chart {
  const { stages } = options;
  const width = chartWidth(options);
  if (stages.length === 0) throw new Error('gantt: no stages, expected at least one');
  const [start, end] = [dateOf(options.start), dateOf(options.end)];
  if (end <= start) throw new Error(`gantt: end ${options.end}, expected after the start ${options.start}`);
  const { rows, isBySite } = ganttRows(stages);
  const target = options.target && dateOf(options.target.date);
  const axis = axisOf(options, { start, end });
  const asOf = asOfOn(options, axis.start);
  return frame({
    ...options,
    name: 'gantt',
    title: ganttTitle(stages, end, asOf),
    subtitle: [
      isBySite
        ? 'One row a site: bar from the earliest median start of its stages to the latest median finish.'
        : 'Bar: from the median start to the median finish.',
      'Bands: P10 to P90 of the start (light) and of the finish.',
      ...(asOf?.hasPast === true
        ? [`Shaded: before ${dayText(asOf.date)}; a date there with a band was not observed.`]
        : []),
      ...(isAllInside(rows, axis.start, axis.end)
        ? []
        : [`Arrows: before ${dayText(axis.start)}, after ${dayText(axis.end)}.`]),
    ].join(' '),
    alternative: [
      `Dates of ${isBySite ? 'the sites' : 'the stages of each site'}, median with P10 to P90; later is after ${dayText(end)}.`,
      ...rows
        .filter(({ isHead }) => !isHead)
        .map((row) =>
          row.isUnused
            ? `${isBySite ? row.site : `${row.site}, ${row.name}`}: in no run.`
            : `${isBySite ? row.site : `${row.site}, ${row.name}`}: start ${edgeText(row.start)}, finish ${edgeText(row.finish)}.`,
        ),
      ...(target === undefined ? [] : [`Target date: ${dayText(target)}.`]),
    ].join(' '),
    panels: [{ plot: ganttPlot({ document: options.document, width }, rows, { ...axis, target, asOf }) }],
  });
}

/** @throws on a period that does not begin before it ends. */
function axisOf(
  { period }: GanttChartOptions,
  whole: { readonly start: Date; readonly end: Date },
): { start: Date; end: Date } {
  if (period === undefined) return whole;
  const [start, end] = [dateOf(period.from), dateOf(period.to)];
  if (end <= start) throw new Error(`gantt: period to ${period.to}, expected after ${period.from}`);
  return { start, end };
}

function isAllInside(rows: readonly GanttRow[], first: Date, last: Date): boolean {
  return rows
    .filter(({ isHead }) => !isHead)
    .flatMap(({ start, finish }) => [start, finish])
    .flatMap(({ p10, p50, p90 }) => [p10, p50, p90])
    .every((date) => date !== undefined && date >= first && date <= last);
}

function edgeText({ p10, p50, p90 }: Edge): string {
  const text = (date: Date | undefined): string => (date === undefined ? 'later' : dayText(date));
  return `${text(p50)} (${text(p10)} to ${text(p90)})`;
}
