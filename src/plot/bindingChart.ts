import * as Plot from '@observablehq/plot';
import { dayText, monthText } from './calendarText.ts';
import type { Chart, ChartSettings } from './chart.ts';
import { milestonesOf } from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { shareText } from './numberText.ts';
import { INK, PAPER, REST, SERIES } from './palette.ts';
import { roomInBand } from './roomInBand.ts';
import { stackCauses, type StackedCause } from './stackCauses.ts';
import { textWidth } from './textWidth.ts';
import { timePlot, type TimeScale } from './timePlot.ts';
import { LABEL_SIZE } from './typeface.ts';

/** Data of the binding constraint over time. */
export interface BindingChartOptions extends ChartSettings {
  /**
   * Share of each cause in what is held back at each date; the shares of a date sum to 1, or are all 0 when nothing is
   * held back.
   */
  readonly points: readonly BindingPoint[];
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
  const { document } = options;
  const width = chartWidth(options);
  const { dates, causes, others } = stackCauses(options.points, NAMED);
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const plot = timePlot({
    document,
    width,
    height: width < 480 ? 290 : 350,
    first,
    last,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    tickText: shareText,
    axisTitle: 'share of what is held back, %',
    marks: (scale) => causes.flatMap((cause, i) => bandMarks(cause, i, dates, scale)),
  });
  return frame({
    ...options,
    title: titleOf(causes, dates),
    subtitle: [
      'Mean over the runs at each date; blank where nothing is held back.',
      ...(others.length === 0 ? [] : [`Grey: ${others.join(', ')}.`]),
    ].join(' '),
    alternative: [
      'Share of each cause in what is held back, by date; means over the runs, whose intervals stand in the table.',
      ...milestonesOf([...dates.keys()]).map((i) => `${dayText(dates[i]!)}: ${sharesText(causes, i)}.`),
      ...(others.length === 0 ? [] : [`Other: ${others.join(', ')}.`]),
    ].join(' '),
    panels: [{ plot }],
  });
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

/** A stretch of dates on which one cause holds back most. */
interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Stretches shorter than this part of the dates are no finding. */
const SHORT = 0.08;

function titleOf(causes: readonly StackedCause[], dates: readonly Date[]): string {
  const stretches = stretchesOf(causes, dates.length);
  if (stretches.length === 0) return 'Nothing is held back on any date';
  const parts = stretches.slice(0, 3).map(({ name, to }, i) => {
    const isLast = i === Math.min(stretches.length, 3) - 1;
    return `by ${name}${isLast ? '' : ` until ${monthText(dates[to]!)}`}`;
  });
  return parts.length === 1
    ? `Held back most ${parts[0]} all the time`
    : `Held back most ${parts.join(', then ')}`;
}

function stretchesOf(causes: readonly StackedCause[], count: number): Stretch[] {
  const leaders = Array.from({ length: count }, (_, i) => leaderAt(causes, i));
  const long = joined(leaders).filter(({ from, to }) => to - from + 1 >= SHORT * count);
  // Without the short ones, neighbours may be of one cause.
  return long.reduce<Stretch[]>((kept, stretch) => {
    const before = kept.at(-1);
    if (before?.name !== stretch.name) return [...kept, stretch];
    return [...kept.slice(0, -1), { ...before, to: stretch.to }];
  }, []);
}

function joined(leaders: readonly (string | undefined)[]): Stretch[] {
  const stretches: { name: string; from: number; to: number }[] = [];
  leaders.forEach((name, i) => {
    const open = stretches.at(-1);
    if (name === undefined) return;
    if (open?.name === name) open.to = i;
    else stretches.push({ name, from: i, to: i });
  });
  return stretches;
}

function leaderAt(causes: readonly StackedCause[], index: number): string | undefined {
  const most = Math.max(...causes.map(({ shares }) => shares[index]!));
  return most > 0 ? causes.find(({ shares }) => shares[index] === most)?.name : undefined;
}

// Neighbours differ in lightness, so that bands stand apart without colour.
const STRENGTHS = [0.75, 0.4] as const;

function bandMarks(
  { name, lows, shares, isRest }: StackedCause,
  index: number,
  dates: readonly Date[],
  scale: TimeScale,
): Plot.Markish[] {
  const colour = isRest ? REST : SERIES[index % SERIES.length]!;
  const strength = isRest ? 0.3 : STRENGTHS[index % 2]!;
  const points = dates.map((date, i) => ({ date, low: lows[i]!, high: lows[i]! + shares[i]! }));
  const needed = textWidth(name, { size: LABEL_SIZE, bold: true }) + 8;
  const room = roomInBand(
    points.map(({ date, low, high }) => ({ x: scale.x(date), low: scale.y(high), high: scale.y(low) })),
    { width: needed, height: NAME_HEIGHT + 2 },
  );
  return [
    points.length === 1
      ? Plot.ruleX(points, {
          x: 'date',
          y1: 'low',
          y2: 'high',
          stroke: colour,
          strokeOpacity: strength,
          strokeWidth: 60,
        })
      : Plot.areaY(points, { x: 'date', y1: 'low', y2: 'high', fill: colour, fillOpacity: strength }),
    points.length === 1 ? null : Plot.line(points, { x: 'date', y: 'high', stroke: PAPER, strokeWidth: 1 }),
    room === undefined
      ? null
      : Plot.text([name], {
          x: () => scale.dateAt(room.x),
          y: () => scale.valueAt(room.y),
          text: (words: string) => words,
          fontSize: LABEL_SIZE,
          fontWeight: 600,
          fill: INK,
        }),
  ];
}
