import * as Plot from '@observablehq/plot';
import { asOfText, pastMarks, type AsOf } from './asOf.ts';
import { addDays } from './calendarText.ts';
import { INK } from './palette.ts';
import type { Bounds } from './placeLabels.ts';
import { spreadLabels } from './spreadLabels.ts';
import { timeTicks, type TimeTick } from './timeTicks.ts';
import { textWidth, widestText } from './textWidth.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { axisTitleHeight, axisTitleLines, axisTitleMarks } from './axisTitle.ts';
import { plotBox } from './plotBox.ts';

/** A label right of the plot, at the height of a value. */
export interface EndLabel {
  readonly text: string;
  readonly value: number;
  readonly colour?: string;
  readonly bold?: boolean;
}

/** A date marked by a vertical line with words above it. */
export interface MarkedDate {
  readonly date: Date;
  readonly text: string;
}

/** Where the plot of values over time is inside its box, px, and what stands where. */
export interface TimeScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (date: Date) => number;
  readonly y: (value: number) => number;
  /** The vertical lines at the as-of date and at the marked date, over which no word may stand. */
  readonly rules: readonly Bounds[];
  /** The date and the value at a place, also outside of the axes. */
  readonly dateAt: (x: number) => Date;
  readonly valueAt: (y: number) => number;
}

/** What a plot of values over time is made of. */
export interface TimePlotOptions {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  readonly first: Date;
  readonly last: Date;
  /** Places of the value axis, the lowest and the highest its ends. */
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  /** What the values are, with their unit. */
  readonly axisTitle: string;
  readonly endLabels?: readonly EndLabel[];
  /** Labels of all panels that stand side by side, so that their time axes are equally long. */
  readonly roomFor?: readonly EndLabel[];
  readonly markedDate?: MarkedDate | undefined;
  /** What lies before it is shaded; its words stand above those of the marked date. */
  readonly asOf?: AsOf | undefined;
  readonly marks: (scale: TimeScale) => Plot.Markish[];
}

const LINE = 15;

/** A plot of values over time: thin grid, dates below, labels at the right end moved apart. */
export function timePlot(options: TimePlotOptions): Element {
  const { document, width, height, ticks, tickText, endLabels = [], markedDate, asOf } = options;
  const scale = timeScale(options);
  const { left, right, top, bottom } = scale;
  const dates = timeTicks(options.first, options.last, right - left);
  return Plot.plot({
    ...plotBox({ document, width, height, left, right, top, bottom }),
    x: { type: 'utc', domain: domainOf(options), axis: null },
    y: { domain: [ticks[0]!, ticks.at(-1)!], axis: null },
    marks: [
      asOf === undefined
        ? null
        : pastMarks(asOf, { first: options.first, last: options.last, low: ticks[0]!, high: ticks.at(-1)! }),
      Plot.ruleY(ticks.slice(1), { stroke: INK, strokeOpacity: 0.13 }),
      Plot.text(ticks, {
        x: () => scale.dateAt(left - 6),
        y: (value: number) => value,
        text: tickText,
        textAnchor: 'end',
        fontSize: TICK_SIZE,
        fillOpacity: 0.8,
      }),
      Plot.tickX(dates, { x: 'date', insetTop: bottom - top, insetBottom: -5, strokeOpacity: 0.5 }),
      Plot.text(dates, {
        x: ({ date, text }: TimeTick) => scale.dateAt(within(scale.x(date), text, width)),
        y: () => scale.valueAt(bottom + 15),
        text: 'text',
        fontSize: TICK_SIZE,
        fillOpacity: 0.8,
      }),
      ...axisTitleMarks(axisTitleLines(options.axisTitle, width), {
        x: scale.dateAt(0),
        y: (below) => scale.valueAt(8 + below),
        textAnchor: 'start',
      }),
      ...options.marks(scale),
      Plot.ruleY([ticks[0]!], { stroke: INK, strokeOpacity: 0.6 }),
      markedDate === undefined || !isOnAxis(markedDate.date, options)
        ? null
        : dateMarks(markedDate, scale, width),
      asOf === undefined || asOf.date > options.last
        ? null
        : dateWords({ date: asOf.hasPast ? asOf.date : options.first, text: asOfText(asOf) }, scale, {
            width,
            above: markedDate === undefined ? 13 : 28,
          }),
      endLabelMarks(endLabels, scale),
    ],
  }) as Element;
}

// One date still needs an axis: it stands at its end, where the labels are.
function domainOf({ first, last }: Pick<TimePlotOptions, 'first' | 'last'>): [Date, Date] {
  return first < last ? [first, last] : [addDays(first, -30), last];
}

/** Whether a date lies between the first and the last of the axis. */
export function isOnAxis(date: Date, options: Pick<TimePlotOptions, 'first' | 'last'>): boolean {
  const [first, last] = domainOf(options);
  return date >= first && date <= last;
}

function ruleDates(options: Omit<TimePlotOptions, 'marks'>): Date[] {
  const { first, asOf, markedDate } = options;
  const past = asOf && (asOf.hasPast ? asOf.date : first);
  return [past, markedDate?.date].filter((date) => date !== undefined && isOnAxis(date, options)) as Date[];
}

/** Where things stand in a plot of values over time. */
export function timeScale(options: Omit<TimePlotOptions, 'marks'>): TimeScale {
  const { width, height, ticks, tickText, endLabels = [], roomFor = [], markedDate, asOf } = options;
  const left = Math.ceil(widestText(ticks.map(tickText), { size: TICK_SIZE })) + 8;
  const labels = [...endLabels, ...roomFor].reduce((widest, label) => Math.max(widest, labelWidth(label)), 0);
  const right = width - (labels === 0 ? 24 : Math.ceil(labels) + 14);
  const title = axisTitleHeight(axisTitleLines(options.axisTitle, width));
  const top = 8 + title + (markedDate === undefined ? 0 : 14) + (asOf === undefined ? 0 : 14);
  const bottom = height - 26;
  const [first, last] = domainOf(options).map(Number) as [number, number];
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const x = (date: Date): number => left + ((date.getTime() - first) / (last - first)) * (right - left);
  return {
    left,
    right,
    top,
    bottom,
    x,
    rules: ruleDates(options).map((date) => ({ left: x(date) - 3, right: x(date) + 3, top, bottom })),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
    dateAt: (x) => new Date(first + ((x - left) / (right - left)) * (last - first)),
    valueAt: (y) => low + ((bottom - y) / (bottom - top)) * (high - low),
  };
}

const labelWidth = ({ text, bold = false }: EndLabel): number => textWidth(text, { size: LABEL_SIZE, bold });

/** Where a centred text of the size of ticks stands that keeps inside of the picture. */
export function within(x: number, text: string, width: number): number {
  const half = textWidth(text, { size: TICK_SIZE }) / 2;
  return Math.max(half, Math.min(x, width - half));
}

function endLabelMarks(labels: readonly EndLabel[], scale: TimeScale): Plot.Markish[] {
  const wishes = labels.map(({ value }) => scale.y(value));
  const places = spreadLabels(wishes, { gap: LINE, low: scale.top, high: scale.bottom });
  const placed = labels.map((label, i) => ({ ...label, place: places[i]!, wish: wishes[i]! }));
  const moved = placed.filter(({ place, wish }) => Math.abs(place - wish) > 3);
  return [
    Plot.link(moved, {
      x1: () => scale.dateAt(scale.right + 1),
      x2: () => scale.dateAt(scale.right + 9),
      y1: 'value',
      y2: ({ place }) => scale.valueAt(place),
      strokeOpacity: 0.5,
    }),
    ...placed.map(({ text, colour = INK, bold = false, place }) =>
      Plot.text([text], {
        x: () => scale.dateAt(scale.right + 11),
        y: () => scale.valueAt(place),
        text: (words: string) => words,
        textAnchor: 'start',
        fontSize: LABEL_SIZE,
        fill: colour,
        ...(bold ? { fontWeight: 600 } : {}),
      }),
    ),
  ];
}

function dateMarks({ date, text }: MarkedDate, scale: TimeScale, width: number): Plot.Markish[] {
  return [
    Plot.ruleX([date], { stroke: INK, strokeOpacity: 0.7, strokeDasharray: '3,3', insetTop: -5 }),
    dateWords({ date, text }, scale, { width, above: 13 }),
  ];
}

function dateWords(
  { date, text }: MarkedDate,
  scale: TimeScale,
  { width, above }: { width: number; above: number },
): Plot.Markish {
  const centre = within(scale.x(date), text, width);
  return Plot.text([text], {
    x: () => scale.dateAt(centre),
    y: () => scale.valueAt(scale.top - above),
    text: (words: string) => words,
    fontSize: TICK_SIZE,
  });
}
