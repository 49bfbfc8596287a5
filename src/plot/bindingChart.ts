import * as Plot from '@observablehq/plot';
import { bindingTitle } from './bindingTitle.ts';
import { asOfOn, isAhead, pastText, type TimeChartSettings } from './asOf.ts';
import { addDays, dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { milestonesOf } from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { shareText } from './numberText.ts';
import { INK, PAPER, REST, SERIES } from './palette.ts';
import { roomInBand } from './roomInBand.ts';
import { stackCauses, type Stack, type StackedCause } from './stackCauses.ts';
import { textWidth } from './textWidth.ts';
import { timePlot, timeScale, type TimeScale } from './timePlot.ts';
import { LABEL_SIZE } from './typeface.ts';

/** Data of the binding constraint over time. */
export interface BindingChartOptions extends TimeChartSettings {
  /**
   * Share of each cause in what is held back at each date; the shares of a date sum to 1, or are all 0 when nothing is
   * held back.
   */
  readonly points: readonly BindingPoint[];
  /** The class that is no cause, but what is not in service by the horizon: drawn on top, and no finding. */
  readonly unmet?: string | undefined;
}

/** Share of a cause in what is held back at a date. */
export interface BindingPoint {
  readonly date: string;
  readonly cause: string;
  readonly share?: number | undefined;
}

/** Causes that keep a band of their own. */
const NAMED = 6;

const NAME_HEIGHT = 15;

/**
 * What holds the rollout back over time, stacked to 1: the causes that hold back most, the others together.
 *
 * @throws on no dates, shares below 0 or of a date above 1, or a width below 240 px.
 */
export function bindingChart(options: BindingChartOptions): Chart {
  const { document, points, unmet = 'unmet' } = options;
  const width = chartWidth(options);
  const days = points.map(({ date }) => dateOf(date).getTime());
  const first = new Date(days.reduce((a, b) => Math.min(a, b), Infinity));
  const last = new Date(days.reduce((a, b) => Math.max(a, b), -Infinity));
  // The bar of a single date has width on both sides.
  const around = first < last ? 0 : 15;
  const asOf = asOfOn(options, first);
  // What held most is said of what is to come; where all of it is past, of all.
  const ahead = points.filter(({ date }) => isAhead(dateOf(date), asOf));
  const size = {
    document,
    asOf,
    width,
    height: width < 480 ? 290 : 350,
    first: addDays(first, -around),
    last: addDays(last, around),
    ticks: [0, 0.25, 0.5, 0.75, 1],
    tickText: shareText,
    axisTitle: 'share of what is held back, %',
  };
  const { dates, causes, others } = stackWithNames(points, unmet, timeScale(size));
  const plot = timePlot({
    ...size,
    marks: (scale) => {
      const places = namePlaces(causes, dates, scale);
      return causes.flatMap((cause, i) => bandMarks(cause, i, { dates, scale, room: places[i] }));
    },
  });
  const never = causes.find(({ kind }) => kind === 'unmet');
  return frame({
    ...options,
    name: 'binding',
    title: bindingTitle(
      stackCauses(ahead.length === 0 ? points : ahead, { count: Infinity, unmet, unnamed: new Set() }),
    ),
    subtitle: [
      'Mean over the runs at each date; blank where nothing is held back.',
      ...pastText(asOf),
      ...(never === undefined
        ? []
        : [`Palest, on top: what is not in service by the horizon${greaterPart(never, dates)}.`]),
      ...(others.length === 0 ? [] : [`Other: ${others.join(', ')}.`]),
    ].join(' '),
    alternative: [
      'Share of each cause in what is held back, by date; means over the runs, whose intervals stand in the table.',
      ...milestonesOf([...dates.keys()]).map((i) => `${dayText(dates[i]!)}: ${sharesText(causes, i)}.`),
      ...(others.length === 0 ? [] : [`Other: ${others.join(', ')}.`]),
    ].join(' '),
    panels: [{ plot }],
  });
}

// A cause whose name fits nowhere joins the others, which moves the bands above it.
function stackWithNames(points: readonly BindingPoint[], unmet: string, scale: TimeScale): Stack {
  const unnamed = new Set<string>();
  for (;;) {
    const stack = stackCauses(points, { count: NAMED, unmet, unnamed });
    const places = namePlaces(stack.causes, stack.dates, scale);
    const homeless = stack.causes.find((cause, i) => cause.kind === 'cause' && places[i] === undefined);
    if (homeless === undefined) return stack;
    unnamed.add(homeless.name);
  }
}

function greaterPart({ shares }: StackedCause, dates: readonly Date[]): string {
  const from = shares.findIndex((share) => share > 0.5);
  return from < 0 ? '' : `, more than half from ${monthText(dates[from]!)}`;
}

function sharesText(causes: readonly StackedCause[], index: number): string {
  const held = causes
    .map(({ name, shares }) => ({ name, share: shares[index]! }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  return held.length === 0
    ? 'nothing'
    : held.map(({ name, share }) => `${name} ${shareText(share)}`).join(', ');
}

interface BandPlace {
  readonly date: Date;
  readonly low: number;
  readonly high: number;
}

const bandPlaces = ({ lows, shares }: StackedCause, dates: readonly Date[]): BandPlace[] =>
  dates.map((date, i) => ({ date, low: lows[i]!, high: lows[i]! + shares[i]! }));

interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the name of each cause stands in its band: over no other name and, if it can, no line; undefined: nowhere. */
function namePlaces(
  causes: readonly StackedCause[],
  dates: readonly Date[],
  scale: TimeScale,
): (NamePlace | undefined)[] {
  const taken: NamePlace[] = [];
  const rules = scale.rules.map(({ left, right, top, bottom }) => ({
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: right - left,
    height: bottom - top,
  }));
  return causes.map((cause) => {
    const band = bandPlaces(cause, dates).map(({ date, low, high }) => ({
      x: scale.x(date),
      low: scale.y(high),
      high: scale.y(low),
    }));
    const box = {
      width: textWidth(nameOf(cause, dates), { size: LABEL_SIZE, bold: true }) + 8,
      height: NAME_HEIGHT + 2,
    };
    const room = roomInBand(band, box, [...taken, ...rules]) ?? roomInBand(band, box, taken);
    if (room === undefined) return undefined;
    const place = { ...room, ...box };
    taken.push(place);
    return place;
  });
}

// The last date is the horizon: what is not in service by then is late by all that this run knows.
const nameOf = ({ name, kind }: StackedCause, dates: readonly Date[]): string =>
  kind === 'unmet' ? `not by ${monthText(dates.at(-1)!)}` : name;

// Neighbours differ in lightness, so that bands stand apart without colour.
const STRENGTHS = [0.55, 0.27] as const;

function lookOf(
  { kind }: StackedCause,
  index: number,
): { readonly colour: string; readonly strength: number } {
  if (kind === 'unmet') return { colour: REST, strength: 0.08 };
  if (kind === 'other') return { colour: REST, strength: 0.35 };
  return { colour: SERIES[index % SERIES.length]!, strength: STRENGTHS[index % STRENGTHS.length]! };
}

function bandMarks(
  cause: StackedCause,
  index: number,
  { dates, scale, room }: { dates: readonly Date[]; scale: TimeScale; room: NamePlace | undefined },
): Plot.Markish[] {
  const { colour, strength } = lookOf(cause, index);
  const points = bandPlaces(cause, dates);
  return [
    points.length === 1
      ? Plot.ruleX(points, {
          x: 'date',
          y1: 'low',
          y2: 'high',
          stroke: colour,
          strokeOpacity: strength,
          strokeWidth: 120,
        })
      : Plot.areaY(points, { x: 'date', y1: 'low', y2: 'high', fill: colour, fillOpacity: strength }),
    points.length === 1 ? null : Plot.line(points, { x: 'date', y: 'high', stroke: PAPER, strokeWidth: 1 }),
    room === undefined
      ? null
      : Plot.text([nameOf(cause, dates)], {
          x: () => scale.dateAt(room.x),
          y: () => scale.valueAt(room.y),
          text: (words: string) => words,
          fontSize: LABEL_SIZE,
          fontWeight: cause.kind === 'cause' ? 600 : 400,
          fill: INK,
        }),
  ];
}
