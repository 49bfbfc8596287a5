import * as Plot from '@observablehq/plot';
import { asOfOn, isAhead, pastText, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { milestonesOf } from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { inColumns } from './inColumns.ts';
import type { Interval } from './interval.ts';
import { endLabelsOf, fitBeside, namesBelow } from './lineNames.ts';
import { quantityText, shareText } from './numberText.ts';
import { DASHES, SERIES } from './palette.ts';
import { timePlot } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of what leaving costs and whether it pays, one line a place to go to. */
export interface LockInChartOptions extends TimeChartSettings {
  readonly offers: readonly LockInLine[];
}

/** A place to go to, by the date of the decision to leave. */
export interface LockInLine {
  readonly name: string;
  readonly points: readonly LockInPoint[];
}

/** Mean cost of leaving, $, and the probability that it pays, each with its interval. */
export interface LockInPoint {
  readonly date: string;
  readonly cost: Interval;
  readonly pays: Interval;
}

const SIDE_BY_SIDE = 640;
const PANEL_GAP = 24;
const EVEN = 0.5;

const dollars = (value: number): string => quantityText(value, '$');

/**
 * The lock-in curve: what it costs to leave by the date of the decision, beside the probability that it pays.
 *
 * @throws on no offers, an offer without dates, or a width below 240 px.
 */
export function lockInChart(options: LockInChartOptions): Chart {
  const { document, offers } = options;
  const width = chartWidth(options);
  if (offers.length === 0) throw new Error('offers: none, expected at least one');
  const lines = offers.map(({ name, points }, index) => {
    if (points.length === 0) throw new Error(`${name}: no dates, expected at least one`);
    return { name, colour: SERIES[index % SERIES.length]!, dash: DASHES[index % DASHES.length]!, points };
  });
  const dates = lines.flatMap(({ points }) => points.map(({ date }) => dateOf(date).getTime()));
  const range = { first: new Date(Math.min(...dates)), last: new Date(Math.max(...dates)) };
  const asOf = asOfOn(options, range.first);
  const isBeside = width >= SIDE_BY_SIDE;
  const size = { width: isBeside ? Math.floor((width - PANEL_GAP) / 2) : width, height: 270 };
  const areBelow = !fitBeside(
    lines.map(({ name }) => name),
    size.width,
  );
  const shared = { ...range, ...size, document, asOf, lines, areBelow };
  const plots = [
    linesPlot({ ...shared, axisTitle: 'mean cost of leaving', text: dollars, value: ({ cost }) => cost }),
    linesPlot({
      ...shared,
      axisTitle: 'probability that leaving pays',
      text: shareText,
      value: ({ pays }) => pays,
      most: 1,
    }),
  ];
  const panels = inColumns(plots, { columns: isBeside ? 2 : 1, ...size, gap: PANEL_GAP });
  const foot = Math.max(...panels.map(({ y = 0 }) => y)) + size.height;
  const named = lines.map((line) => ({ ...line, value: line.points.at(-1)!.cost.estimate ?? 0 }));
  return frame({
    ...options,
    name: 'lock-in',
    title: titleOf(offers, asOf),
    subtitle: [
      'By the date on which the tenant decides to leave. Bands: 95 % intervals.',
      ...pastText(asOf),
    ].join(' '),
    alternative: lines
      .map(
        ({ name, points }) =>
          `${name}: ${milestonesOf(points)
            .map(
              ({ date, cost, pays }) =>
                `${dayText(dateOf(date))} ${known(cost, dollars)}, pays ${known(pays, shareText)}`,
            )
            .join('; ')}.`,
      )
      .join(' '),
    panels: areBelow ? [...panels, namesBelow(document, named, { width, y: foot })] : panels,
  });
}

const known = ({ estimate }: Interval, text: (value: number) => string): string =>
  estimate === undefined ? 'not known' : text(estimate);

interface Line extends LockInLine {
  readonly colour: string;
  readonly dash: string;
}

function linesPlot(options: {
  readonly document: Document;
  readonly asOf: AsOf | undefined;
  readonly width: number;
  readonly height: number;
  readonly first: Date;
  readonly last: Date;
  readonly axisTitle: string;
  readonly text: (value: number) => string;
  readonly lines: readonly Line[];
  readonly value: (point: LockInPoint) => Interval;
  readonly most?: number;
  readonly areBelow: boolean;
}): Element {
  const { text, value } = options;
  const lines = options.lines.map((line) => ({
    ...line,
    marks: line.points.flatMap((point) => {
      const { estimate, low, high } = value(point);
      return estimate === undefined ? [] : [{ date: dateOf(point.date), estimate, low, high }];
    }),
  }));
  const drawn = lines.filter(({ marks }) => marks.length > 0);
  const most =
    options.most ??
    Math.max(0, ...drawn.flatMap(({ marks }) => marks.map(({ estimate, high }) => high ?? estimate)));
  return timePlot({
    ...options,
    ticks: valueTicks(0, most, 5),
    tickText: text,
    endLabels: endLabelsOf(
      drawn.map(({ name, colour, dash, marks }) => {
        const { estimate } = marks.at(-1)!;
        return { name, colour, dash, value: estimate, text: text(estimate) };
      }),
      options.areBelow,
    ),
    marks: () =>
      drawn.flatMap(({ colour, dash, marks }) => [
        Plot.areaY(marks, { x: 'date', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.15 }),
        marks.length === 1
          ? Plot.dot(marks, { x: 'date', y: 'estimate', r: 4, fill: colour })
          : Plot.line(marks, {
              x: 'date',
              y: 'estimate',
              stroke: colour,
              strokeWidth: 2,
              strokeDasharray: dash,
            }),
      ]),
  });
}

function titleOf(offers: readonly LockInLine[], asOf: AsOf | undefined): string {
  const text = offers.map(({ name, points }) => `${name} ${whenText(points, asOf)}`).join(', ');
  return `Leaving is shown to pay in more than half of the runs: ${text}`;
}

/** `until Mar 2027`: on which of the dates that are ahead the interval of the probability lies above one half. */
function whenText(points: readonly LockInPoint[], asOf: AsOf | undefined): string {
  const ahead = points.filter(({ date }) => isAhead(dateOf(date), asOf));
  const isShown = ({ pays }: LockInPoint): boolean => (pays.low ?? 0) > EVEN;
  const last = ahead.findLastIndex(isShown);
  if (last < 0) return 'on no date';
  const month = monthText(dateOf(ahead[last]!.date));
  if (!ahead.slice(0, last).every(isShown)) return `on some dates, the last in ${month}`;
  return last === ahead.length - 1 ? `on every date, the last in ${month}` : `until ${month}`;
}
