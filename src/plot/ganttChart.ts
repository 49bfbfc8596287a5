import * as Plot from '@observablehq/plot';
import { asOfOn, asOfText, isAhead, pastMarks, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { ganttMarks } from './ganttMarks.ts';
import { ganttRows, type Edge, type GanttRow } from './ganttRows.ts';
import { INK, PAPER } from './palette.ts';
import type { DateQuantiles } from './quantiles.ts';
import { widestText } from './textWidth.ts';
import { within } from './timePlot.ts';
import { timeTicks, type TimeTick } from './timeTicks.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { shortenMiddle } from './wrapText.ts';
import { plotBox } from './plotBox.ts';

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

/** A stage of a site: when it starts and finishes, over the replications. */
export interface GanttStage {
  readonly site: string;
  readonly stage: string;
  readonly start: DateQuantiles;
  readonly finish: DateQuantiles;
  /**
   * Use of the site and no work on it: drawn, but no finding, as it may go on, or never come, with nothing being
   * late.
   */
  readonly isUse?: boolean | undefined;
  /** Share of the runs that begin it, whose dates these are; default all. */
  readonly begun?: number | undefined;
  /** Share of the runs that finish it by the horizon; default as the dates say. */
  readonly finished?: number | undefined;
}

const ROW = 19;
const HEAD = 24;

/** Rows after which the dates stand below too. */
const TALL = 20;

/**
 * Stages of the sites over time: the bar of the medians, start and finish with P10–P90. More than 80 rows are drawn as
 * one a site.
 *
 * @throws on no stages, an end that is not after the start, or a width below 240 px.
 */
export function ganttChart(options: GanttChartOptions): Chart {
  const { stages } = options;
  chartWidth(options);
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
    title: titleOf(withoutUse(stages), end, asOf),
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
    panels: [{ plot: ganttPlot(options, rows, { ...axis, target, asOf }) }],
  });
}

/** Where a row of a Gantt chart stands, px below the top of its plot. */
export interface GanttPlace {
  readonly site: string;
  /** Name of the stage, or of the site where it is a row of its own. */
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the bars of some stages stand in their chart, for who draws over it or reads them off: the vertical axis of its
 * `area` counts these px.
 *
 * @example ganttPlaces(stages)[0]; // { site: 'east', name: 'building', top: 24, bottom: 43 }
 */
export function ganttPlaces(stages: readonly GanttStage[]): GanttPlace[] {
  const { rows } = ganttRows(stages);
  const tops = placesOf(rows);
  return rows.flatMap(({ site, stage, isHead }, i) =>
    isHead ? [] : [{ site, name: stage, top: tops[i]!, bottom: tops[i]! + ROW }],
  );
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

function withoutUse(stages: readonly GanttStage[]): readonly GanttStage[] {
  const work = stages.filter(({ isUse = false }) => !isUse);
  return work.length > 0 ? work : stages;
}

// Nothing here is said of all sites or of several at once: medians tell of one date at a time.
function titleOf(stages: readonly GanttStage[], end: Date, asOf: AsOf | undefined): string {
  const medians = stages.map(({ site, start, finish, begun, finished }) => ({
    site,
    begun,
    unfinished: begun === undefined || finished === undefined ? undefined : begun - finished,
    start: start.p50 === undefined ? undefined : dateOf(start.p50),
    finish: finish.p50 === undefined ? undefined : dateOf(finish.p50),
  }));
  const isOver = (date: Date | undefined): boolean => date === undefined || date > end;
  // Work that half of the runs do not begin may not be needed: it is not unfinished.
  const late = medians.filter(({ start, finish, unfinished }) =>
    unfinished === undefined ? !isOver(start) && isOver(finish) : unfinished >= 0.5,
  );
  if (late.length > 0) {
    const lateSites = [...new Set(late.map(({ site }) => site))];
    const sites = new Set(stages.map(({ site }) => site)).size;
    const which =
      lateSites.length <= 2 ? lateSites.join(' and at ') : `${lateSites.length} of ${sites} sites`;
    const each = lateSites.length > 1 ? ', each for itself' : '';
    return `Work at ${which} is unfinished in ${monthText(end)} in half of the runs or more${each}`;
  }
  const finished = medians.flatMap(({ site, finish, begun = 1 }) =>
    isOver(finish) || begun < 0.5 ? [] : [{ site, finish: finish! }],
  );
  if (finished.length === 0) return `Half of the runs or more begin no work by ${monthText(end)}`;
  const last = finished.reduce((best, stage) => (stage.finish > best.finish ? stage : best));
  return isAhead(last.finish, asOf)
    ? `The last median finish of work is that of ${last.site}, in ${monthText(last.finish)}`
    : `All work is done before ${dayText(asOf!.date)} in half of the runs, each stage for itself`;
}

function ganttPlot(
  options: GanttChartOptions,
  rows: readonly GanttRow[],
  {
    start,
    end,
    target,
    asOf,
  }: {
    readonly start: Date;
    readonly end: Date;
    readonly target: Date | undefined;
    readonly asOf: AsOf | undefined;
  },
): Element {
  const width = chartWidth(options);
  const names = widestText(
    rows.filter(({ isHead }) => !isHead).map(({ name }) => name),
    { size: LABEL_SIZE },
  );
  const left = Math.ceil(Math.min(names, width * 0.42)) + 13;
  const right = width - 18;
  const top = 22 + (target === undefined ? 0 : 16) + (asOf === undefined ? 0 : 14);
  const isTall = rows.length > TALL;
  const places = placesOf(rows);
  const height = places.at(-1)! + ROW;
  const bottom = isTall ? 24 : 8;
  const dateAt = (x: number) => () =>
    new Date(start.getTime() + ((x - left) / (right - left)) * (end.getTime() - start.getTime()));
  const xOf = (date: Date): number =>
    left + ((date.getTime() - start.getTime()) / (end.getTime() - start.getTime())) * (right - left);
  const ticks = timeTicks(start, end, right - left);
  const tickTexts = (y: number): Plot.Markish =>
    Plot.text(ticks, {
      x: ({ date, text }: TimeTick) => dateAt(within(xOf(date), text, width))(),
      y: () => y,
      text: 'text',
      fontSize: TICK_SIZE,
      fillOpacity: 0.8,
    });
  return Plot.plot({
    ...plotBox({
      document: options.document,
      width,
      height: top + height + bottom,
      left,
      right,
      top,
      bottom: top + height,
    }),
    x: { type: 'utc', domain: [start, end], axis: null },
    y: { domain: [height, 0], axis: null },
    marks: [
      asOf === undefined ? null : pastMarks(asOf, { first: start, last: end, low: 0, high: height }),
      Plot.ruleX(ticks, { x: 'date', stroke: INK, strokeOpacity: 0.13 }),
      tickTexts(-9),
      isTall ? tickTexts(height + 12) : null,
      target !== undefined && target >= start && target <= end
        ? targetMarks(target, { width, x: xOf(target), dateAt })
        : null,
      asOf !== undefined && asOf.date <= end
        ? dateWords(asOfText(asOf), {
            width,
            x: xOf(asOf.hasPast ? asOf.date : start),
            dateAt,
            above: target === undefined ? 27 : 41,
          })
        : null,
      ...ganttMarks(
        rows,
        places.map((place, i) => place + (rows[i]!.isHead ? HEAD : ROW) / 2),
        { start, end },
      ),
      ...rows.map(({ name, isHead }, i) =>
        Plot.text([name], {
          x: dateAt(isHead ? 0 : left - 11),
          y: () => places[i]! + (isHead ? HEAD / 2 + 2 : ROW / 2),
          text: (words: string) =>
            isHead
              ? shortenMiddle(words, width - 8, { size: LABEL_SIZE, bold: true })
              : shortenMiddle(words, left - 12, { size: LABEL_SIZE }),
          textAnchor: isHead ? 'start' : 'end',
          fontSize: LABEL_SIZE,
          ...(isHead ? { fontWeight: 600, fill: INK, stroke: PAPER, strokeWidth: 4 } : {}),
        }),
      ),
    ],
  }) as Element;
}

function placesOf(rows: readonly GanttRow[]): number[] {
  let y = 0;
  return rows.map(({ isHead }) => {
    const place = y;
    y += isHead ? HEAD : ROW;
    return place;
  });
}

function targetMarks(
  target: Date,
  { width, x, dateAt }: { width: number; x: number; dateAt: (x: number) => () => Date },
): Plot.Markish[] {
  const words = `target date ${dayText(target)}`;
  return [
    Plot.ruleX([target], { stroke: INK, strokeOpacity: 0.7, strokeDasharray: '3,3' }),
    dateWords(words, { width, x, dateAt, above: 27 }),
  ];
}

function dateWords(
  words: string,
  { width, x, dateAt, above }: { width: number; x: number; dateAt: (x: number) => () => Date; above: number },
): Plot.Markish {
  return Plot.text([words], {
    x: dateAt(within(x, words, width)),
    y: () => -above,
    text: (line: string) => line,
    fontSize: TICK_SIZE,
  });
}
