import { upperFirst } from '../wording/index.ts';
import * as Plot from '@observablehq/plot';
import { asOfOn, isAhead, pastText, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { milestonesOf } from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { inColumns } from './inColumns.ts';
import { numberText, quantityText } from './numberText.ts';
import { SERIES } from './palette.ts';
import { timePlot } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of chips beside megawatts; medians over the replications. */
export interface ChipsAndMegawattsChartOptions extends TimeChartSettings {
  readonly chips: readonly ChipsPoint[];
  readonly megawatts: readonly MegawattsPoint[];
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

/** Width below which the panels stand one above the other. */
const SIDE_BY_SIDE = 560;

const PANEL_GAP = 20;

/**
 * GPUs delivered, waiting and in service beside MW energized, cooled and used.
 *
 * @throws on no dates of either, or a width below 240 px.
 */
export function chipsAndMegawattsChart(options: ChipsAndMegawattsChartOptions): Chart {
  const { document, chips, megawatts } = options;
  const width = chartWidth(options);
  if (chips.length === 0) throw new Error('chips: no dates, expected at least one');
  if (megawatts.length === 0) throw new Error('megawatts: no dates, expected at least one');
  const dates = [...chips, ...megawatts].map(({ date }) => dateOf(date).getTime());
  const range = { first: new Date(Math.min(...dates)), last: new Date(Math.max(...dates)) };
  const asOf = asOfOn(options, range.first);
  const isBeside = width >= SIDE_BY_SIDE;
  const size = {
    width: isBeside ? Math.floor((width - PANEL_GAP) / 2) : width,
    height: isBeside ? 300 : 240,
  };
  const plots = [
    linesPlot({
      ...range,
      ...size,
      document,
      asOf,
      axisTitle: 'GPUs',
      unit: 'gpu',
      lines: [
        line('delivered', chips, ({ delivered }) => delivered, { colour: SERIES[3], dash: '6,3' }),
        line('waiting', chips, ({ waiting }) => waiting, { colour: SERIES[1], isFilled: true }),
        line('in service', chips, ({ inService }) => inService, { colour: SERIES[0], isMain: true }),
      ],
    }),
    linesPlot({
      ...range,
      ...size,
      document,
      asOf,
      axisTitle: 'facility power, MW',
      unit: 'MW',
      lines: [
        line('energized', megawatts, ({ energized }) => energized, { colour: SERIES[3], dash: '6,3' }),
        line('cooled', megawatts, ({ cooled }) => cooled, { colour: SERIES[2], dash: '2,3' }),
        line('used', megawatts, ({ used }) => used, { colour: SERIES[0], isMain: true }),
      ],
    }),
  ];
  const panels = inColumns(plots, { columns: isBeside ? 2 : 1, ...size, gap: PANEL_GAP });
  return frame({
    ...options,
    name: 'chips-and-megawatts',
    title: titleOf(options, asOf),
    subtitle: [
      'Medians of the runs, line by line; their intervals stand in the table.',
      ...pastText(asOf),
    ].join(' '),
    alternative: [
      'Medians of the runs by date.',
      ...milestonesOf(chips).map(
        ({ date, delivered, waiting, inService }) =>
          `${dayText(dateOf(date))}: GPUs delivered ${known(delivered, 'gpu')}, waiting ${known(waiting, 'gpu')}, in service ${known(inService, 'gpu')}.`,
      ),
      ...milestonesOf(megawatts).map(
        ({ date, energized, cooled, used }) =>
          `${dayText(dateOf(date))}: MW energized ${known(energized, 'MW')}, cooled ${known(cooled, 'MW')}, used ${known(used, 'MW')}.`,
      ),
    ].join(' '),
    panels,
  });
}

const known = (value: number | undefined, unit: string): string =>
  value === undefined ? 'not known' : numberText(value, unit);

interface Line {
  readonly name: string;
  readonly points: readonly { readonly date: Date; readonly value: number | undefined }[];
  readonly look: Look;
}

interface Look {
  readonly colour: string;
  readonly dash?: string;
  readonly isMain?: boolean;
  readonly isFilled?: boolean;
}

function line<Point extends { readonly date: string }>(
  name: string,
  points: readonly Point[],
  value: (point: Point) => number | undefined,
  look: Look,
): Line {
  return { name, points: points.map((point) => ({ date: dateOf(point.date), value: value(point) })), look };
}

function linesPlot(options: {
  readonly document: Document;
  readonly asOf: AsOf | undefined;
  readonly width: number;
  readonly height: number;
  readonly first: Date;
  readonly last: Date;
  readonly axisTitle: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}): Element {
  const lines = options.lines.filter(({ points }) => points.some(({ value }) => value !== undefined));
  const most = Math.max(0, ...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  return timePlot({
    ...options,
    ticks: valueTicks(0, most, 5),
    tickText: (value) => numberText(value, options.unit),
    endLabels: lines.map(({ name, points, look }) => {
      const value = points.findLast((point) => point.value !== undefined)!.value!;
      return {
        text: `${name} ${numberText(value, options.unit)}`,
        value,
        colour: look.colour,
        bold: look.isMain ?? false,
      };
    }),
    marks: () => lines.flatMap(lineMarks),
  });
}

function lineMarks({
  points,
  look: { colour, dash, isMain = false, isFilled = false },
}: Line): Plot.Markish[] {
  if (points.length === 1) return [Plot.dot(points, { x: 'date', y: 'value', r: 4, fill: colour })];
  return [
    isFilled ? Plot.areaY(points, { x: 'date', y1: 0, y2: 'value', fill: colour, fillOpacity: 0.2 }) : null,
    Plot.line(points, {
      x: 'date',
      y: 'value',
      stroke: colour,
      strokeWidth: isMain ? 2.5 : 1.75,
      ...(dash === undefined ? {} : { strokeDasharray: dash }),
    }),
  ];
}

function titleOf({ chips, megawatts }: ChipsAndMegawattsChartOptions, asOf: AsOf | undefined): string {
  const lies = ({ date }: { readonly date: string }): boolean => isAhead(dateOf(date), asOf);
  const waiting = peak(chips.filter(lies).map(({ date, waiting: value }) => ({ date, value })));
  const unused = peak(
    megawatts.filter(lies).map(({ date, energized, used }) => ({
      date,
      value: energized === undefined || used === undefined ? undefined : energized - used,
    })),
  );
  const parts = [
    waiting && `up to ${quantityText(waiting.value, 'gpu')} wait (${monthText(dateOf(waiting.date))})`,
    unused &&
      `up to ${quantityText(unused.value, 'MW')} stand energized and unused (${monthText(dateOf(unused.date))})`,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return 'No GPU waits and no energized MW stands unused, in the median';
  const text = parts.join(', ');
  return upperFirst(text);
}

function peak(
  points: readonly { readonly date: string; readonly value: number | undefined }[],
): { readonly date: string; readonly value: number } | undefined {
  return points.reduce<{ date: string; value: number } | undefined>(
    (best, { date, value }) => (value !== undefined && value > (best?.value ?? 0) ? { date, value } : best),
    undefined,
  );
}
