import { upperFirst } from '../wording/index.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import type { Interval } from './interval.ts';
import { intervalMarks } from './intervalMarks.ts';
import { compactText, intervalText, numberText, quantityText, shareText } from './numberText.ts';
import { INK, REST, SERIES } from './palette.ts';
import { rowPlot, type RowScale } from './rowPlot.ts';
import { valueTicks } from './valueTicks.ts';
import { withoutDust } from './withoutDust.ts';

/** Data of the attribution of a milestone. */
export interface AttributionChartOptions extends ChartSettings {
  /** What is reached, such as `100k GPUs in service`. */
  readonly milestone: string;
  /** Mean days on the driving path by cause, without the total. */
  readonly causes: readonly CauseDays[];
  /** The mean day of the milestone; the sum of the causes when absent. */
  readonly total?: Interval | undefined;
  /** Share of the runs that reach the milestone, which are those the days are of. Default 1. */
  readonly reached?: number | undefined;
}

/** Mean days of a cause on the driving path. */
export interface CauseDays extends Interval {
  readonly cause: string;
}

/** A cause with days, and the day at which its bar starts. */
interface Step extends CauseDays {
  readonly estimate: number;
  readonly from: number;
}

/** How far the causes may stand from the total: rounded input. */
const TOLERANCE = 0.01;

/**
 * Where the days to a milestone go: a waterfall of causes that sums to the total.
 *
 * @throws on no causes, days below 0, causes that do not sum to the total, or a width below 240 px.
 */
export function attributionChart(given: AttributionChartOptions): Chart {
  const options = { ...given, causes: withoutDust(given.causes) };
  const { document, milestone, causes } = options;
  const width = chartWidth(options);
  if (causes.length === 0) throw new Error('attribution: no causes, expected at least one');
  const steps = stepsOf(causes);
  const sum = steps.reduce((days, { estimate }) => days + estimate, 0);
  const total = totalOf(options, sum);
  const idle = causes.filter(({ estimate }) => estimate === 0).map(({ cause }) => cause);
  const days = (value: number): string => quantityText(value, 'day');
  const ends = steps.flatMap(({ from, estimate, low, high }) => [
    from + (low ?? estimate),
    from + (high ?? estimate),
  ]);
  const extremes = [...ends, sum, total.low ?? 0, total.high ?? 0];
  const rows = [
    ...steps.map((step) => ({ name: step.cause, values: [stepText(step)] })),
    { name: 'total', values: [stepText(total)], bold: true },
  ];
  const plot = rowPlot({
    document,
    width,
    rows,
    ticks: valueTicks(Math.min(0, ...extremes), Math.max(0, ...extremes), 5, 'day'),
    tickText: (value) => numberText(value, 'day'),
    axisTitle: 'days since the start',
    marks: (scale) => waterfall(steps, total, scale),
  });
  return frame({
    ...options,
    name: 'attribution',
    title: titleOf(steps, total, options),
    subtitle: [
      `Mean days on the driving path, over the runs that reach ${milestone}; line: 95 % interval.`,
      ...(idle.length === 0 ? [] : [`No days: ${idle.join(', ')}.`]),
    ].join(' '),
    alternative: [
      `Mean days on the driving path to ${milestone} by cause, with 95 % intervals.`,
      ...steps.map((step) => `${step.cause}: ${intervalText(step, days)}.`),
      `Total: ${intervalText(total, days)}.`,
      ...(idle.length === 0 ? [] : [`No days: ${idle.join(', ')}.`]),
    ].join(' '),
    panels: [{ plot }],
  });
}

function stepsOf(causes: readonly CauseDays[]): Step[] {
  let from = 0;
  return causes.flatMap((days) => {
    if (days.estimate !== undefined && !(days.estimate >= 0)) {
      throw new Error(`attribution: ${days.estimate} days of ${days.cause}, expected at least 0`);
    }
    if (days.estimate === undefined || days.estimate === 0) return [];
    const step = { ...days, estimate: days.estimate, from };
    from += days.estimate;
    return [step];
  });
}

function totalOf({ causes, total }: AttributionChartOptions, sum: number): Interval {
  if (total?.estimate === undefined)
    return causes.some(({ estimate }) => estimate !== undefined) ? { estimate: sum } : {};
  if (Math.abs(total.estimate - sum) > TOLERANCE * Math.max(1, Math.abs(total.estimate))) {
    throw new Error(
      `attribution: causes that sum to ${compactText(sum)} days, expected the total of ${compactText(total.estimate)}`,
    );
  }
  return total;
}

const daysText = (value: number): string => numberText(value, 'day');

const stepText = (days: Interval): string =>
  days.estimate === undefined ? 'not known' : intervalText(days, daysText);

function titleOf(
  steps: readonly Step[],
  total: Interval,
  { milestone, reached = 1 }: AttributionChartOptions,
): string {
  if (total.estimate === undefined) return `No run reaches ${milestone} by the horizon`;
  if (steps.length === 0) return `No cause takes a day on the way to ${milestone}`;
  const most = steps.reduce((best, step) => (step.estimate > best.estimate ? step : best));
  const days = `${upperFirst(most.cause)} ${most.cause.endsWith('s') ? 'account' : 'accounts'} for ${daysText(most.estimate)} of ${daysText(total.estimate)} days to ${milestone}`;
  return reached < 1 ? `${days} (mean of the ${shareText(reached)} of runs that get there)` : days;
}

function waterfall(steps: readonly Step[], total: Interval, scale: RowScale): Plot.Markish[] {
  const most = Math.max(...steps.map(({ estimate }) => estimate));
  const bars = [
    ...steps.map((step, i) => ({
      ...step,
      to: step.from + step.estimate,
      y: scale.barY(i),
      fill: step.estimate === most ? SERIES[1] : SERIES[0],
    })),
    ...(total.estimate === undefined
      ? []
      : [{ ...total, from: 0, to: total.estimate, y: scale.barY(steps.length), fill: REST }]),
  ];
  return [
    Plot.rect(bars, {
      x1: 'from',
      x2: 'to',
      y1: ({ y }) => y - 6.5,
      y2: ({ y }) => y + 6.5,
      fill: 'fill',
      fillOpacity: 0.75,
    }),
    Plot.link(bars.slice(0, -1), {
      x1: 'to',
      x2: 'to',
      y1: ({ y }) => y + 6.5,
      y2: (_, i: number) => bars[i + 1]!.y - 6.5,
      stroke: INK,
      strokeOpacity: 0.45,
    }),
    intervalMarks(
      bars
        .filter(({ low, high }) => low !== undefined && high !== undefined)
        .map(({ from, to, low, high, y, fill }) => ({
          estimate: to,
          low: from + low!,
          high: from + high!,
          y,
          colour: fill,
          hasDot: false,
        })),
      scale,
    ),
    Plot.ruleX([0], { stroke: INK, strokeOpacity: 0.6 }),
  ];
}
