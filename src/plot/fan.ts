import * as Plot from '@observablehq/plot';
import { dateOf, monthText } from './calendarText.ts';
import { SERIES } from './palette.ts';
import type { Quantiles } from './quantiles.ts';
import type { EndLabel } from './timePlot.ts';

const NAMES = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
type Name = (typeof NAMES)[number];

/** Quantiles with their date. */
export type FanPoint = Omit<Quantiles, 'date'> & { readonly date: Date };

/** The points of a fan; throws where there is none, or where dates stand out of order. */
export function fanPoints(chart: string, fan: readonly Quantiles[]): [FanPoint, ...FanPoint[]] {
  const [head, ...tail] = fan.map((point) => ({ ...point, date: dateOf(point.date) }));
  if (head === undefined) throw new Error(`${chart}: no dates, expected at least one`);
  tail.reduce((before, { date }) => {
    if (date <= before)
      throw new Error(`${chart}: ${monthText(date)} after ${monthText(before)}, expected dates in order`);
    return date;
  }, head.date);
  return [head, ...tail];
}

/** The greatest number in a fan, 0 of none. */
export function highest(points: readonly FanPoint[]): number {
  return Math.max(0, ...points.flatMap((point) => NAMES.map((name) => point[name] ?? 0)));
}

const PAIRS = [
  { low: 'p10', high: 'p90', strength: 0.18 },
  { low: 'p25', high: 'p75', strength: 0.26 },
] as const;

/**
 * Bands of P10–P90 and P25–P75 and the line of the median; where only one edge of a band is known it goes on as a
 * dashed line. A single date is drawn as bars and a dot.
 */
export function fanMarks(points: readonly FanPoint[], colour: string = SERIES[0]): Plot.Markish[] {
  if (points.length === 1) {
    return [
      ...PAIRS.map(({ low, high, strength }) =>
        Plot.ruleX(points, {
          x: 'date',
          y1: low,
          y2: high,
          stroke: colour,
          strokeOpacity: strength,
          strokeWidth: 12,
        }),
      ),
      Plot.dot(points, { x: 'date', y: 'p50', fill: colour, r: 4 }),
    ];
  }
  return [
    ...PAIRS.map(({ low, high, strength }) =>
      Plot.areaY(points, { x: 'date', y1: low, y2: high, fill: colour, fillOpacity: strength }),
    ),
    ...PAIRS.flatMap((pair) => loneEdges(points, pair, colour)),
    Plot.line(points, { x: 'date', y: 'p50', stroke: colour, strokeWidth: 2.25 }),
  ];
}

function loneEdges(
  points: readonly FanPoint[],
  { low, high }: { readonly low: Name; readonly high: Name },
  colour: string,
): Plot.Markish[] {
  return (
    [
      { edge: low, other: high },
      { edge: high, other: low },
    ] as const
  )
    .filter(({ edge, other }) =>
      points.some((point) => point[edge] !== undefined && point[other] === undefined),
    )
    .map(({ edge, other }) =>
      Plot.line(points, {
        x: 'date',
        // From the last point of the band, to which it is joined.
        y: (point: FanPoint, i: number) =>
          point[other] === undefined || (points[i + 1] !== undefined && points[i + 1]![other] === undefined)
            ? point[edge]
            : undefined,
        stroke: colour,
        strokeOpacity: 0.6,
        strokeDasharray: '4,3',
      }),
    );
}

/** Labels of the quantiles that the last date has. */
export function fanLabels(points: readonly FanPoint[], text: (value: number) => string): EndLabel[] {
  const last = points.at(-1)!;
  const label = (name: Name, words: string, bold: boolean): EndLabel[] => {
    const value = last[name];
    return value === undefined
      ? []
      : [{ text: `${words} ${text(value)}`, value, colour: bold ? SERIES[0] : 'currentColor', bold }];
  };
  return [...label('p90', 'P90', false), ...label('p50', 'median', true), ...label('p10', 'P10', false)];
}

/** How the fan is read, with what is not known of it. */
export function fanLegend(points: readonly FanPoint[]): string {
  const hasInner = points.some(({ p25, p75 }) => p25 !== undefined || p75 !== undefined);
  const bands = hasInner ? 'Dark band: P25 to P75, light band: P10 to P90.' : 'Band: P10 to P90.';
  const names = NAMES.filter((name) => hasInner || (name !== 'p25' && name !== 'p75'));
  return [`Line: median of the runs. ${bands}`, ...names.flatMap((name) => gap(points, name))].join(' ');
}

function gap(points: readonly FanPoint[], name: Name): string[] {
  const known = points.findLast((point) => point[name] !== undefined);
  const words = name === 'p50' ? 'The median' : name.toUpperCase();
  if (known === undefined) return [`${words} is not known.`];
  return known === points.at(-1) ? [] : [`${words} is not known after ${monthText(known.date)}.`];
}

/** `median 12k, P25 to P75 10k to 14k, P10 to P90 8k to 20k`; without the inner pair where it is not known. */
export function quantilesText(point: FanPoint, text: (value: number) => string): string {
  const known = (name: Name): string => (point[name] === undefined ? 'not known' : text(point[name]));
  const inner =
    point.p25 === undefined && point.p75 === undefined
      ? ''
      : `, P25 to P75 ${known('p25')} to ${known('p75')}`;
  return `median ${known('p50')}${inner}, P10 to P90 ${known('p10')} to ${known('p90')}`;
}

/** The state on a date: the point of it, or the last before it. */
export function pointAt(points: readonly FanPoint[], date: Date): FanPoint | undefined {
  return points.findLast((point) => point.date <= date);
}

/** The first point whose median is at least a value. */
export function medianReaches(points: readonly FanPoint[], value: number): FanPoint | undefined {
  return points.find(({ p50 }) => p50 !== undefined && p50 >= value);
}

/** The greatest of 1, 2, 5, 10, 20 … that a number reaches; undefined below 1. */
export function roundBelow(value: number): number | undefined {
  if (!(value >= 1)) return undefined;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  return ([5, 2, 1].find((factor) => factor * power <= value) ?? 1) * power;
}

/** Points spread over the fan, its first and last among them: enough to follow it in words. */
export function milestonesOf<T>(points: readonly T[], count = 5): T[] {
  if (points.length <= count) return [...points];
  return Array.from(
    { length: count },
    (_, i) => points[Math.round((i * (points.length - 1)) / (count - 1))]!,
  );
}
