import * as Plot from '@observablehq/plot';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import type { Interval } from './interval.ts';
import { intervalText, shareText } from './numberText.ts';
import { INK, PAPER, SERIES } from './palette.ts';
import { widestText } from './textWidth.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { shortenText } from './wrapText.ts';
import { plotBox } from './plotBox.ts';

/** Data of stated probabilities against what came. */
export interface ReliabilityChartOptions extends ChartSettings {
  readonly points: readonly ReliabilityPoint[];
}

/** A probability that was stated of a day, and the share of the campuses that had come by that day. */
export interface ReliabilityPoint {
  readonly probability: number;
  readonly came: Interval;
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * Stated probabilities against the share of campuses that had come by then, each with its 95 % interval, over the line
 * on which they are the same.
 *
 * @throws on no probabilities, one whose share is not known, or a width below 240 px.
 */
export function reliabilityChart(options: ReliabilityChartOptions): Chart {
  const { document, points } = options;
  const width = chartWidth(options);
  if (points.length === 0) throw new Error('reliability: no probabilities, expected at least one');
  const known = points.map(({ probability, came: { estimate, low, high } }) => {
    if (estimate === undefined) throw new Error(`reliability: no share at ${probability}, expected one`);
    return { probability, estimate, low: low ?? estimate, high: high ?? estimate };
  });
  return frame({
    ...options,
    name: 'reliability',
    title: titleOf(known),
    subtitle:
      'Dot: share of the campuses that had come by the day of which the probability was stated; line: its 95 % interval. Dashed: as stated.',
    alternative: [
      'Share of the campuses that had come by the day of which a probability was stated, with 95 % intervals.',
      ...known.map((point) => `${shareText(point.probability)} stated: ${intervalText(point, shareText)}.`),
    ].join(' '),
    panels: [{ plot: sharesPlot(known, { document, width, height: width < 480 ? 300 : 340 }) }],
  });
}

interface Known {
  readonly probability: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

function sharesPlot(
  points: readonly Known[],
  { document, width, height }: { document: Document; width: number; height: number },
): Element {
  const ticks = Math.ceil(widestText(TICKS.map(shareText), { size: TICK_SIZE }));
  const [left, right, top, bottom] = [ticks + 8, width - Math.ceil(ticks / 2) - 2, 22, height - 44];
  const xAt = (x: number) => () => (x - left) / (right - left);
  const yAt = (y: number) => () => (bottom - y) / (bottom - top);
  const words = { text: (text: string): string => text, fontSize: TICK_SIZE, fillOpacity: 0.8 };
  const corner = { ...words, fontSize: LABEL_SIZE, fontStyle: 'italic' };
  return Plot.plot({
    ...plotBox({ document, width, height, left, right, top, bottom }),
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.ruleY(TICKS.slice(1), { stroke: INK, strokeOpacity: 0.13 }),
      Plot.ruleX(TICKS.slice(1), { stroke: INK, strokeOpacity: 0.13 }),
      Plot.text(TICKS, {
        x: xAt(left - 6),
        y: (share: number) => share,
        text: shareText,
        textAnchor: 'end',
        fontSize: TICK_SIZE,
        fillOpacity: 0.8,
      }),
      Plot.text(TICKS, {
        x: (share: number) => share,
        y: yAt(bottom + 13),
        text: shareText,
        fontSize: TICK_SIZE,
        fillOpacity: 0.8,
      }),
      Plot.text([shortenText('campuses that had come by then', width, { size: TICK_SIZE })], {
        ...words,
        x: xAt(0),
        y: yAt(8),
        textAnchor: 'start',
      }),
      Plot.text([shortenText('probability that was stated', width, { size: TICK_SIZE })], {
        ...words,
        x: xAt(width - 1),
        y: yAt(bottom + 33),
        textAnchor: 'end',
      }),
      Plot.text(['came sooner'], { ...corner, x: xAt(left + 8), y: yAt(top + 12), textAnchor: 'start' }),
      Plot.text(['came later'], { ...corner, x: xAt(right - 8), y: yAt(bottom - 12), textAnchor: 'end' }),
      Plot.link([0], {
        x1: () => 0,
        y1: () => 0,
        x2: () => 1,
        y2: () => 1,
        stroke: INK,
        strokeOpacity: 0.7,
        strokeDasharray: '3,3',
      }),
      Plot.ruleX(points, { x: 'probability', y1: 'low', y2: 'high', stroke: INK, strokeWidth: 1.5 }),
      Plot.dot(points, {
        x: 'probability',
        y: 'estimate',
        r: 4.5,
        fill: SERIES[0],
        stroke: PAPER,
        strokeWidth: 1.25,
      }),
      Plot.ruleY([0], { stroke: INK, strokeOpacity: 0.6 }),
    ],
  }) as Element;
}

function titleOf(points: readonly Known[]): string {
  const farthest = (among: readonly Known[]): Known =>
    among.reduce((far, point) => (distance(point) > distance(far) ? point : far));
  const clear = points.filter(({ probability, low, high }) => low > probability || high < probability);
  const at = farthest(clear.length > 0 ? clear : points);
  const had = `where ${shareText(at.probability)} was stated, ${shareText(at.estimate)} had come`;
  const isSooner = clear.map(({ probability, estimate }) => estimate > probability);
  const way = isSooner.every(Boolean) ? 'sooner' : isSooner.some(Boolean) ? 'sooner or later' : 'later';
  if (clear.length > 0)
    return `Campuses came clearly ${way} than stated at ${clear.length} of ${points.length} probabilities: ${had}`;
  return `Campuses came about as often as was stated; farthest off: ${had}`;
}

const distance = ({ probability, estimate }: Known): number => Math.abs(estimate - probability);
