import * as Plot from '@observablehq/plot';
import { dateOf, dayText, monthText } from './calendarText.ts';
import { isAhead, type AsOf, type TimeChartSettings } from './asOf.ts';
import type { Chart } from './chart.ts';
import { medianReaches, pointAt, roundBelow, type FanPoint } from './fan.ts';
import { fanFrame } from './fanFrame.ts';
import type { Interval } from './interval.ts';
import { compactText, intervalText, shareText } from './numberText.ts';
import { PAPER, SERIES } from './palette.ts';
import { placeLabels } from './placeLabels.ts';
import type { Quantiles } from './quantiles.ts';
import { textWidth } from './textWidth.ts';
import type { TimeScale } from './timePlot.ts';
import { LABEL_SIZE } from './typeface.ts';

/** Data of the fan of GPUs in service. */
export interface FanChartOptions extends TimeChartSettings {
  /** GPUs in service, in the order of the dates. */
  readonly fan: readonly Quantiles[];
  readonly target?: FanTarget | undefined;
}

/** What is to be in service by when. */
export interface FanTarget {
  /** ISO date. */
  readonly date: string;
  /** GPUs that the target asks for, over the replications. */
  readonly gpus?: Omit<Quantiles, 'date'> | undefined;
  /** Probability that it is reached by its date. */
  readonly probability?: Interval | undefined;
}

/**
 * GPUs in service over time: median, P25–P75 and P10–P90, with the target.
 *
 * @throws on an empty fan, dates out of order, or a width below 240 px.
 * @example fanChart({ document, fan: [{ date: '2026-12-31', p10: 9e4, p50: 1e5, p90: 2e5 }] }).title;
 */
export function fanChart({ fan, target, ...settings }: FanChartOptions): Chart {
  const asked = target?.gpus?.p50;
  const probability = target?.probability;
  const met =
    probability === undefined
      ? []
      : [
          `The target is met on its date in ${intervalText(probability, shareText)} of the runs, 95 % interval.`,
        ];
  return fanFrame(settings, {
    name: 'fan',
    noun: 'fan',
    quantiles: fan,
    least: Math.max(target?.gpus?.p90 ?? 0, asked ?? 0),
    heights: [270, 340],
    axisTitle: 'GPUs in service',
    text: compactText,
    target,
    marks: (scale) => (target === undefined ? [] : targetMarks(target, scale)),
    title: (points, asOf) => titleOf(points, target, asOf),
    legend: targetLegend(target),
    remarks: () => met,
    says: ['Fan of GPUs in service over time.'],
    saysAfter: (past) => [
      ...(asked === undefined || target === undefined
        ? []
        : [`Target: ${askedText(target.gpus!)} GPUs by ${dayText(dateOf(target.date))}.`]),
      ...past,
      ...met,
    ],
  });
}

/** What the mark at the target is. */
function targetLegend(target: FanTarget | undefined): string[] {
  if (target?.gpus?.p50 === undefined) return [];
  const { p10, p90 } = target.gpus;
  return p10 === undefined || p90 === undefined || p10 === p90
    ? ['Orange dot: GPUs that the target asks for.']
    : ['Orange dot and bar: GPUs that the target asks for, median and P10 to P90 of the runs.'];
}

function titleOf(points: readonly FanPoint[], target: FanTarget | undefined, asOf: AsOf | undefined): string {
  const asked = target?.gpus?.p50;
  const then = target && pointAt(points, dateOf(target.date));
  if (asked !== undefined && then?.p50 !== undefined && isAhead(then.date, asOf)) {
    if (then.p50 === 0)
      return `Half of the runs or more have no GPUs in service on the target date; the target asks for ${compactText(asked)}`;
    return `Half of the runs have ${compactText(then.p50)} GPUs in service on the target date; the target asks for ${compactText(asked)}`;
  }
  const most = Math.max(0, ...points.map(({ p50 }) => p50 ?? 0));
  const threshold = roundBelow(most);
  if (points.every(({ p50 }) => p50 === undefined)) return 'The median of GPUs in service is not known';
  if (threshold === undefined)
    return `Half of the runs have no GPUs in service by ${monthText(points.at(-1)!.date)}`;
  const reached = medianReaches(points, threshold)!.date;
  return isAhead(reached, asOf, points[0]!.date)
    ? `Half of the runs have ${compactText(threshold)} GPUs in service by ${monthText(reached)}`
    : `Half of the runs have ${compactText(most)} GPUs in service at some date by ${monthText(points.at(-1)!.date)}`;
}

function askedText({ p10, p50, p90 }: Omit<Quantiles, 'date'>): string {
  const range =
    p10 === undefined || p90 === undefined ? '' : ` (P10 to P90 ${compactText(p10)} to ${compactText(p90)})`;
  return `${compactText(p50!)}${range}`;
}

function targetMarks({ date, gpus }: FanTarget, scale: TimeScale): Plot.Markish[] {
  if (gpus?.p50 === undefined) return [];
  const at = dateOf(date);
  const words = `target ${compactText(gpus.p50)}`;
  const [placed] = placeLabels(
    [
      {
        x: scale.x(at),
        y: scale.y(gpus.p50),
        width: textWidth(words, { size: LABEL_SIZE, bold: true }),
        height: 15,
      },
    ],
    scale,
    { never: scale.rules },
  );
  return [
    Plot.ruleX([gpus], {
      x: at,
      y1: 'p10',
      y2: 'p90',
      stroke: SERIES[1],
      strokeWidth: 4,
      strokeOpacity: 0.55,
    }),
    Plot.dot([gpus], { x: at, y: 'p50', r: 4.5, fill: SERIES[1], stroke: PAPER, strokeWidth: 1.5 }),
    placed === undefined
      ? null
      : Plot.text([gpus], {
          x: at,
          y: 'p50',
          text: () => words,
          ...placed.place,
          fontSize: LABEL_SIZE,
          fill: SERIES[1],
          fontWeight: 600,
          stroke: PAPER,
          strokeWidth: 4,
        }),
  ];
}
