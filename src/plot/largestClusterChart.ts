import { isAhead, type AsOf, type TimeChartSettings } from './asOf.ts';
import { monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { medianReaches, roundBelow, type FanPoint } from './fan.ts';
import { fanFrame } from './fanFrame.ts';
import { compactText } from './numberText.ts';
import type { Quantiles } from './quantiles.ts';

/** Data of the largest single cluster. */
export interface LargestClusterChartOptions extends TimeChartSettings {
  /** Usable GPUs of the site that has most of them. */
  readonly fan: readonly Quantiles[];
}

/**
 * GPUs of the largest single cluster over time.
 *
 * @throws on no dates, dates out of order, or a width below 240 px.
 */
export function largestClusterChart({ fan, ...settings }: LargestClusterChartOptions): Chart {
  return fanFrame(settings, {
    name: 'largest-cluster',
    noun: 'largest cluster',
    quantiles: fan,
    heights: [250, 300],
    axisTitle: 'usable GPUs at the site that has most',
    text: compactText,
    title: titleOf,
    says: ['Usable GPUs of the site that has most of them.'],
  });
}

function titleOf(points: readonly FanPoint[], asOf: AsOf | undefined): string {
  const last = points.at(-1)!;
  if (points.every(({ p50 }) => p50 === undefined)) return 'The median of the largest cluster is not known';
  const most = Math.max(...points.map(({ p50 }) => p50 ?? 0));
  const threshold = roundBelow(most);
  if (threshold === undefined) return `Half of the runs have no usable cluster by ${monthText(last.date)}`;
  const reached = medianReaches(points, threshold)!.date;
  return isAhead(reached, asOf, points[0]!.date)
    ? `The largest single cluster has ${compactText(threshold)} GPUs by ${monthText(reached)} in half of the runs`
    : `The largest single cluster has ${compactText(most)} GPUs at some date by ${monthText(last.date)} in half of the runs`;
}
