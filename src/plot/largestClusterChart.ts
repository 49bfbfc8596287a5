import { asOfOn, isAhead, pastText, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
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
export interface LargestClusterChartOptions extends TimeChartSettings {
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
  const asOf = asOfOn(options, points[0].date);
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
    asOf,
    marks: () => fanMarks(points),
  });
  return frame({
    ...options,
    name: 'largest-cluster',
    title: titleOf(points, asOf),
    subtitle: [fanLegend(points), ...pastText(asOf)].join(' '),
    alternative: [
      'Usable GPUs of the site that has most of them.',
      ...milestonesOf(points).map((point) => `${dayText(point.date)}: ${quantilesText(point, compactText)}.`),
    ].join(' '),
    panels: [{ plot }],
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
