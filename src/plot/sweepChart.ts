import * as Plot from '@observablehq/plot';
import { addDays, dateOf, daysBetween, dayText, monthText } from './calendarText.ts';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { compactText, quantityText } from './numberText.ts';
import { INK, PAPER, SERIES } from './palette.ts';
import type { DateQuantiles } from './quantiles.ts';
import { spreadLabels } from './spreadLabels.ts';
import { textWidth, widestText } from './textWidth.ts';
import { timeTicks } from './timeTicks.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { axisTitleHeight, axisTitleLines, axisTitleMarks } from './axisTitle.ts';
import { plotBox } from './plotBox.ts';

/** Dates at one value of a factor; one that is absent is later than the horizon. */
export interface SweepChartPoint extends DateQuantiles {
  readonly value: number;
  /** The 95 % interval of the median; a bound that is absent is later, or not given by so small a sample. */
  readonly low?: string | undefined;
  readonly high?: string | undefined;
}

/** Data of the dates of a milestone over one factor. */
export interface SweepChartOptions extends ChartSettings {
  /** What is reached, as a noun: `100,000 GPUs`. */
  readonly goal: string;
  /** What is varied, and its unit. */
  readonly factor: string;
  readonly unit?: string | undefined;
  readonly points: readonly SweepChartPoint[];
}

const LINES = [
  { key: 'p90', label: 'P90', dash: '2,4' },
  { key: 'p50', label: 'P50', dash: undefined },
  { key: 'p10', label: 'P10', dash: '6,3' },
] as const;

type Line = (typeof LINES)[number]['key'];

/**
 * When a milestone comes over the values of one factor: P10, P50 and P90 as lines, and the interval of the median; what
 * is later than the horizon stands on a line of its own above all dates.
 *
 * @throws on fewer than two values, no date at all, dates that are none, or a width below 240 px.
 * @example sweepChart({ document, goal: '100,000 GPUs', factor: 'crews', points: [{ value: 1, p50: '2027-01-31' },
 *   { value: 2 }] })
 */
export function sweepChart(options: SweepChartOptions): Chart {
  const { document, goal, factor, unit } = options;
  const axisTitle = unit === undefined ? factor : `${factor}, ${unit}`;
  const points = options.points.toSorted((a, b) => a.value - b.value);
  const width = chartWidth(options);
  const titleLines = axisTitleLines(axisTitle, width - 4);
  const foot = 28 + axisTitleHeight(titleLines);
  const height = (width < 480 ? 228 : 278) + foot;
  const scale = sweepScale(points, { width, height, foot });
  const { left, right, top, bottom, domain } = scale;
  const plot = Plot.plot({
    ...plotBox({ document, width, height, left, right, top, bottom }),
    x: { domain: [points[0]!.value, points.at(-1)!.value], axis: null },
    y: { domain, axis: null },
    marks: [...axisMarks(scale, titleLines), ...dateMarks(scale, points)],
  }) as Element;
  return frame({
    ...options,
    name: 'sweep',
    title: titleOf(points, options),
    subtitle: `Dates by which 10, 50 and 90 % of the runs reach ${goal}; bars are 95 % intervals of the median, dashed where the sample gives no upper bound or it is later. A triangle: the median is later than the end of the simulation.`,
    alternative: points.map((point) => `At ${compactText(point.value)}: ${wordsOf(point)}.`).join(' '),
    panels: [{ plot }],
  });
}

const LATER = 'later';

type SweepScale = ReturnType<typeof sweepScale>;

/** Dates and values at the edges, and the line for what is later than all dates. */
function axisMarks(scale: SweepScale, titleLines: readonly string[]): Plot.Markish[] {
  const { width, left, top, bottom, later } = scale;
  return [
    Plot.ruleY(scale.dates, { y: 'day', stroke: INK, strokeOpacity: 0.13 }),
    Plot.ruleY([later], { stroke: INK, strokeOpacity: 0.5, strokeDasharray: '3,3' }),
    Plot.text([...scale.dates, { day: later, text: LATER }], {
      x: () => scale.valueAt(left - 11),
      y: 'day',
      text: 'text',
      textAnchor: 'end',
      fontSize: TICK_SIZE,
      fillOpacity: 0.8,
    }),
    Plot.tickX(scale.ticks, { x: 'value', insetTop: bottom - top, insetBottom: -5, strokeOpacity: 0.5 }),
    Plot.text(scale.ticks, {
      x: 'value',
      y: () => scale.dayAt(bottom + 15),
      text: 'text',
      fontSize: TICK_SIZE,
      fillOpacity: 0.8,
    }),
    ...axisTitleMarks(titleLines, {
      x: scale.valueAt(width - 2),
      y: (below) => scale.dayAt(bottom + 34 + below),
      textAnchor: 'end',
    }),
  ];
}

/** P10, P50 and P90 over the values, with the interval of the median. */
function dateMarks(scale: SweepScale, points: readonly SweepChartPoint[]): Plot.Markish[] {
  const { right, top, bottom, later, y } = scale;
  const ofLine = (key: Line) => points.map((point) => ({ value: point.value, day: scale.dayOf(point[key]) }));
  const medians = points.map((point) => ({ ...point, day: scale.dayOf(point.p50) }));
  const known = medians.filter(({ p50 }) => p50 !== undefined);
  const wishes = LINES.map(({ key }) => y(ofLine(key).at(-1)!.day));
  const places = spreadLabels(wishes, { gap: 15, low: top, high: bottom });
  return [
    Plot.ruleX(known, {
      x: 'value',
      y1: ({ low, day }: { low?: string; day: number }) => (low === undefined ? day : scale.dayOf(low)),
      y2: ({ high, day }: { high?: string; day: number }) => (high === undefined ? day : scale.dayOf(high)),
      stroke: INK,
      strokeWidth: 1.5,
    }),
    Plot.ruleX(
      known.filter(({ high }) => high === undefined),
      { x: 'value', y1: 'day', y2: () => later, stroke: INK, strokeOpacity: 0.6, strokeDasharray: '2,3' },
    ),
    ...LINES.map(({ key, dash }) =>
      Plot.line(ofLine(key), {
        x: 'value',
        y: 'day',
        stroke: SERIES[0],
        strokeWidth: key === 'p50' ? 2 : 1.25,
        ...(dash === undefined ? {} : { strokeDasharray: dash }),
      }),
    ),
    Plot.dot(known, { x: 'value', y: 'day', r: 4.5, fill: SERIES[0], stroke: PAPER, strokeWidth: 1.25 }),
    Plot.dot(
      medians.filter(({ p50 }) => p50 === undefined),
      {
        x: 'value',
        y: 'day',
        r: 4.5,
        symbol: 'triangle',
        fill: PAPER,
        stroke: SERIES[0],
        strokeWidth: 1.5,
      },
    ),
    ...LINES.map(({ label }, i) =>
      Plot.text([label], {
        x: () => scale.valueAt(right + 11),
        y: () => scale.dayAt(places[i]!),
        text: (words: string) => words,
        textAnchor: 'start',
        fontSize: LABEL_SIZE,
        ...(label === 'P50' ? { fontWeight: 600 } : {}),
      }),
    ),
  ];
}

/** Where things stand, in days since the earliest date. */
function sweepScale(
  points: readonly SweepChartPoint[],
  { width, height, foot }: { width: number; height: number; foot: number },
) {
  if (points.length < 2 || points[0]!.value === points.at(-1)!.value)
    throw new Error(`points: ${points.length}, expected at least two values of the factor`);
  const dates = points
    .flatMap(({ p10, p50, p90, low, high }) => [p10, p50, p90, low, high])
    .filter((date) => date !== undefined)
    .sort();
  if (dates.length === 0) throw new Error('points: no date, expected at least one within the horizon');
  const [first, last] = [dateOf(dates[0]!), dateOf(dates.at(-1)!)];
  const span = Math.max(1, daysBetween(first, last));
  const later = span * 1.14;
  const domain: [number, number] = [-0.04 * span, span * 1.2];
  const [top, bottom] = [10, height - foot];
  const tickDates = timeTicks(first, addDays(first, span), (bottom - top) * 1.6).map(({ date }) => ({
    day: daysBetween(first, date),
    text: span < 62 ? dayText(date) : monthText(date),
  }));
  const left = Math.ceil(widestText([...tickDates.map(({ text }) => text), LATER], { size: TICK_SIZE })) + 16;
  const right = width - Math.ceil(textWidth('P50', { size: LABEL_SIZE, bold: true })) - 16;
  const [low, high] = [points[0]!.value, points.at(-1)!.value];
  const x = (value: number): number => left + ((value - low) / (high - low)) * (right - left);
  const y = (day: number): number => bottom - ((day - domain[0]) / (domain[1] - domain[0])) * (bottom - top);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    domain,
    later,
    dates: spaced(
      tickDates,
      ({ day }) => y(day),
      () => 15,
    ),
    ticks: spaced(
      points.map(({ value }) => ({ value, text: compactText(value) })),
      ({ value }) => x(value),
      ({ text }) => textWidth(text, { size: TICK_SIZE }) + 8,
    ),
    y,
    dayOf: (date: string | undefined): number =>
      date === undefined ? later : daysBetween(first, dateOf(date)),
    valueAt: (place: number): number => low + ((place - left) / (right - left)) * (high - low),
    dayAt: (place: number): number =>
      domain[0] + ((bottom - place) / (bottom - top)) * (domain[1] - domain[0]),
  };
}

/** Those of some labels that keep their distance from the one kept before. */
function spaced<T>(labels: readonly T[], placeOf: (label: T) => number, sizeOf: (label: T) => number): T[] {
  const kept: T[] = [];
  for (const label of labels) {
    const before = kept.at(-1);
    const room = before === undefined ? Infinity : Math.abs(placeOf(label) - placeOf(before));
    if (room >= (sizeOf(label) + (before === undefined ? 0 : sizeOf(before))) / 2) kept.push(label);
  }
  return kept;
}

function titleOf(
  points: readonly SweepChartPoint[],
  { goal, factor, unit }: Pick<SweepChartOptions, 'goal' | 'factor' | 'unit'>,
): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const by = ({ p50 }: SweepChartPoint): string =>
    p50 === undefined ? 'later than the end of the simulation' : `by ${dayText(dateOf(p50))}`;
  const at = ({ value }: SweepChartPoint): string =>
    unit === undefined ? `${factor} ${compactText(value)}` : quantityText(value, unit);
  return `Half of the runs reach ${goal} ${by(first)} at ${at(first)}, and ${by(last)} at ${at(last)}`;
}

function wordsOf({ p10, p50, p90, low, high }: SweepChartPoint): string {
  const text = (date: string | undefined): string => (date === undefined ? LATER : dayText(dateOf(date)));
  const bound = (date: string | undefined): string => (date === undefined ? '…' : dayText(dateOf(date)));
  const interval = p50 === undefined ? '' : ` (${bound(low)} to ${bound(high)})`;
  return `P10 ${text(p10)}, median ${text(p50)}${interval}, P90 ${text(p90)}`;
}
