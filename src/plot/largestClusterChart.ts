import { dayText, monthText } from './calendarText.ts';
import type { Chart, ChartSettings } from './chart.ts';
import {
  fanLabels,
  fanLegend,
  fanMarks,
  fanPoints,
  highest,
  medianReaches,
  milestonesOf,
  quantilesText,
  roundBelow,
  type FanPoint,
} from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { compactText } from './numberText.ts';
import type { Quantiles } from './quantiles.ts';
import { timePlot } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of the largest single cluster. */
export interface LargestClusterChartOptions extends ChartSettings {
  /** Usable GPUs of the site that has most of them. */
  readonly fan: readonly Quantiles[];
}

/**
 * GPUs of the largest single cluster over time.
 *
 * @throws on no dates, dates out of order, or a width below 240 px.
 */
export function largestClusterChart(options: LargestClusterChartOptions): Chart {
  const { document, fan } = options;
  const width = chartWidth(options);
  const points = fanPoints('largest cluster', fan);
  const plot = timePlot({
    document,
    width,
    height: width < 480 ? 250 : 300,
    first: points[0].date,
    last: points.at(-1)!.date,
    ticks: valueTicks(0, highest(points), 5),
    tickText: compactText,
    axisTitle: 'usable GPUs at the site that has most',
    endLabels: fanLabels(points, compactText),
    marks: () => fanMarks(points),
  });
  return frame({
    ...options,
    name: 'largest-cluster',
    title: titleOf(points),
    subtitle: fanLegend(points),
    alternative: [
      'Usable GPUs of the site that has most of them.',
      ...milestonesOf(points).map((point) => `${dayText(point.date)}: ${quantilesText(point, compactText)}.`),
    ].join(' '),
    panels: [{ plot }],
  });
}

function titleOf(points: readonly FanPoint[]): string {
  const last = points.at(-1)!;
  if (points.every(({ p50 }) => p50 === undefined)) return 'The median of the largest cluster is not known';
  const threshold = roundBelow(Math.max(...points.map(({ p50 }) => p50 ?? 0)));
  if (threshold === undefined) return `Half of the runs have no usable cluster by ${monthText(last.date)}`;
  return `The largest single cluster has ${compactText(threshold)} GPUs by ${monthText(medianReaches(points, threshold)!.date)} in half of the runs`;
}
