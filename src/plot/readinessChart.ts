import * as Plot from '@observablehq/plot';
import { asOfOn, isAhead, pastText, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { intervalText, shareText } from './numberText.ts';
import { SERIES } from './palette.ts';
import type { DateQuantiles } from './quantiles.ts';
import { namedMarks, type Named } from './readinessNames.ts';
import { timePlot, type TimeScale } from './timePlot.ts';

/** Data of the readiness curve. */
export interface ReadinessChartOptions extends TimeChartSettings {
  /** Probability that the target is reached by the end of each date, with its interval; in the order of the dates. */
  readonly points: readonly ReadinessPoint[];
  readonly target?: { readonly date: string; readonly label?: string | undefined } | undefined;
  /** What is reached, where there is no target date. */
  readonly goal?: string | undefined;
  /**
   * The dates by which 10, 50 and 90 % of the runs are there, as other places name them; `undefined`: after the
   * horizon. Without them the dates at which the curve passes, which may lie a little apart from interpolated
   * quantiles.
   */
  readonly quantiles?: DateQuantiles | undefined;
}

/** Probability that the target is reached by the end of a date. */
export interface ReadinessPoint {
  readonly date: string;
  readonly p: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Probabilities whose dates are named on the curve. */
const NAMED = [0.1, 0.5, 0.9] as const;

type Point = Omit<ReadinessPoint, 'date'> & { readonly date: Date };

/**
 * Probability of the target over time, with its 95 % band and the dates at which it passes 10, 50 and 90 %.
 *
 * @throws on no dates, a probability outside of 0 to 1, or a width below 240 px.
 */
export function readinessChart(options: ReadinessChartOptions): Chart {
  const { document, target } = options;
  const width = chartWidth(options);
  const points = readPoints(options.points);
  const [first, last] = [points[0]!, points.at(-1)!];
  const goal = target?.label ?? options.goal ?? 'the target';
  const asOf = asOfOn(options, first.date);
  const passed = passedShares(points, options.quantiles).filter(({ date }) => isAhead(date, asOf));
  const then = target && dateOf(target.date) <= last.date ? stateAt(points, dateOf(target.date)) : undefined;
  const named: Named[] = [
    ...(then === undefined || target === undefined
      ? []
      : [
          {
            date: dateOf(target.date),
            p: then.p,
            words: `${shareText(then.p)} on time`,
            short: shareText(then.p),
            isTarget: true,
          },
        ]),
    // A curve that jumps passes several shares on one date: the greatest is named.
    ...passed
      .filter(({ date }, i) => Number(passed[i + 1]?.date) !== Number(date))
      .map(({ share, date, p }) => ({
        date,
        p,
        words: `${shareText(share)} by ${monthText(date)}`,
        short: shareText(share),
        isTarget: false,
      })),
  ];
  const plot = timePlot({
    document,
    width,
    height: width < 480 ? 270 : 320,
    first: first.date,
    last: last.date,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    tickText: shareText,
    axisTitle: `runs that have reached ${goal}, %`,
    asOf,
    endLabels: [{ text: shareText(last.p), value: last.p, colour: SERIES[0], bold: true }],
    markedDate: target && { date: dateOf(target.date), text: `target date ${dayText(dateOf(target.date))}` },
    marks: (scale) => {
      const curve = onePerPixel(points, scale);
      return [...curveMarks(curve), namedMarks(named, curve, scale)];
    },
  });
  const onTarget =
    then === undefined || target === undefined
      ? []
      : [`On the target date, ${dayText(dateOf(target.date))}: ${probabilityText(then)}.`];
  const atEnd = `By ${dayText(last.date)}: ${probabilityText(last)}.`;
  return frame({
    ...options,
    name: 'readiness',
    title: titleOf(points, { goal, half: passed.find(({ share }) => share === 0.5)?.date, onTime: then }),
    subtitle: [
      'Line: share of the runs; band: its 95 % interval.',
      ...pastText(asOf),
      ...onTarget,
      atEnd,
    ].join(' '),
    alternative: [
      `Share of the runs that have reached ${goal} by each date, with 95 % intervals.`,
      ...passed.map(({ share, date }) => `${shareText(share)} is passed by ${dayText(date)}.`),
      ...NAMED.filter((p) => !passed.some(({ share }) => share === p)).map((p) =>
        asOf !== undefined && last.p >= p
          ? `${shareText(p)} is passed before ${dayText(asOf.date)}, where nobody looked.`
          : `${shareText(p)} is not reached by ${dayText(last.date)}.`,
      ),
      ...onTarget,
      atEnd,
    ].join(' '),
    panels: [{ plot }],
  });
}

function readPoints(points: readonly ReadinessPoint[]): Point[] {
  if (points.length === 0) throw new Error('readiness: no dates, expected at least one');
  return points.map(({ date, p, low, high }) => {
    if (!(p >= 0 && p <= 1)) throw new Error(`readiness: probability ${p} on ${date}, expected 0 to 1`);
    return { date: dateOf(date), p, low, high };
  });
}

interface Passed {
  readonly share: (typeof NAMED)[number];
  readonly date: Date;
  /** Height of the curve there. */
  readonly p: number;
}

/** The shares that are reached by the horizon, with their dates. */
function passedShares(points: readonly Point[], quantiles: DateQuantiles | undefined): Passed[] {
  return NAMED.flatMap((share) => {
    if (quantiles === undefined) {
      const point = points.find(({ p }) => p >= share);
      return point === undefined ? [] : [{ share, date: point.date, p: point.p }];
    }
    const day = { 0.1: quantiles.p10, 0.5: quantiles.p50, 0.9: quantiles.p90 }[share];
    const date = day === undefined ? undefined : dateOf(day);
    const point = date && stateAt(points, date);
    return date === undefined || point === undefined ? [] : [{ share, date, p: point.p }];
  });
}

function titleOf(
  points: readonly Point[],
  { goal, half, onTime: then }: { goal: string; half: Date | undefined; onTime: Point | undefined },
): string {
  const last = points.at(-1)!;
  if (last.p === 0) return `No run reaches ${goal} by ${monthText(last.date)}`;
  const later =
    half === undefined
      ? `${last.p < 0.5 ? 'fewer than half' : shareText(last.p)} by ${monthText(last.date)}`
      : `half by ${monthText(half)}`;
  if (then === undefined) {
    return half === undefined
      ? `${last.p < 0.5 ? 'Fewer than half' : shareText(last.p)} of the runs reach ${goal} by ${monthText(last.date)}`
      : `Half of the runs reach ${goal} by ${monthText(half)}`;
  }
  if (then.p === 1) return `Every run reaches ${goal} on time`;
  if (then.p === 0) return `No run reaches ${goal} on time; ${later}`;
  const onTime = `${shareText(then.p)} of the runs reach ${goal} on time`;
  return then.p >= 0.5 ? onTime : `${onTime}; ${later}`;
}

const probabilityText = ({ p, low, high }: Point): string =>
  `${intervalText({ estimate: p, low, high }, shareText)} of the runs`;

const stateAt = (points: readonly Point[], date: Date): Point | undefined =>
  points.findLast((point) => point.date <= date);

// Nobody sees more than a point a px, and a day may be half of one.
function onePerPixel(points: readonly Point[], scale: TimeScale): Point[] {
  let drawn = -Infinity;
  return points.filter((point, i) => {
    const x = scale.x(point.date);
    if (x - drawn < 1 && i < points.length - 1) return false;
    drawn = x;
    return true;
  });
}

// A bound that is not known leaves a gap in the band.
function curveMarks(points: readonly Point[]): Plot.Markish[] {
  if (points.length === 1) {
    return [
      Plot.ruleX(points, {
        x: 'date',
        y1: 'low',
        y2: 'high',
        stroke: SERIES[0],
        strokeWidth: 6,
        strokeOpacity: 0.3,
      }),
      Plot.dot(points, { x: 'date', y: 'p', r: 4, fill: SERIES[0] }),
    ];
  }
  return [
    Plot.areaY(points, {
      x: 'date',
      y1: 'low',
      y2: 'high',
      fill: SERIES[0],
      fillOpacity: 0.22,
      curve: 'step-after',
    }),
    Plot.line(points, { x: 'date', y: 'p', stroke: SERIES[0], strokeWidth: 2.25, curve: 'step-after' }),
  ];
}
