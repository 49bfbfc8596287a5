import { asOfOn, pastText, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import {
  fanLabels,
  fanLegend,
  fanMarks,
  fanPoints,
  highest,
  milestonesOf,
  quantilesText,
  type FanPoint,
} from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import type { Quantiles } from './quantiles.ts';
import { timePlot, type TimePlotOptions } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** What a fan over time shows beside its quantiles, and how it says it. */
export interface FanParts {
  /** Name of the chart, and what its quantiles are called where something is wrong with them. */
  readonly name: string;
  readonly noun: string;
  readonly quantiles: readonly Quantiles[];
  /** The axis goes up to this at least. */
  readonly least?: number;
  /** Height on a narrow page and on a wide one. */
  readonly heights: readonly [narrow: number, wide: number];
  readonly axisTitle: string;
  readonly text: (value: number) => string;
  /** ISO date that is marked. */
  readonly target?: { readonly date: string } | undefined;
  readonly marks?: TimePlotOptions['marks'];
  readonly title: (points: readonly FanPoint[], asOf: AsOf | undefined) => string;
  /** What is said below the title, before and after what lies before the as-of date. */
  readonly legend?: readonly string[];
  readonly remarks?: (points: readonly FanPoint[]) => readonly string[];
  /** The same in words for those who do not see it: before and after the quantiles of some dates. */
  readonly says: readonly string[];
  readonly saysAfter?: (past: readonly string[]) => readonly string[];
}

/**
 * A fan over time: median, P25–P75 and P10–P90, with whatever else belongs to it.
 *
 * @throws on no dates, dates out of order, or a width below 240 px.
 */
export function fanFrame(settings: TimeChartSettings, parts: FanParts): Chart {
  const { text, target, heights, remarks = () => [], saysAfter = () => [] } = parts;
  const width = chartWidth(settings);
  const points = fanPoints(parts.noun, parts.quantiles);
  const asOf = asOfOn(settings, points[0].date);
  const plot = timePlot({
    document: settings.document,
    width,
    height: heights[width < 480 ? 0 : 1],
    first: points[0].date,
    last: points.at(-1)!.date,
    ticks: valueTicks(0, Math.max(highest(points), parts.least ?? 0), 5),
    tickText: text,
    axisTitle: parts.axisTitle,
    endLabels: fanLabels(points, text),
    asOf,
    markedDate: target && { date: dateOf(target.date), text: `target date ${dayText(dateOf(target.date))}` },
    marks: (scale) => [...fanMarks(points), ...(parts.marks?.(scale) ?? [])],
  });
  const past = pastText(asOf);
  return frame({
    ...settings,
    name: parts.name,
    title: parts.title(points, asOf),
    subtitle: [fanLegend(points), ...(parts.legend ?? []), ...past, ...remarks(points)].join(' '),
    alternative: [
      ...parts.says,
      ...milestonesOf(points).map((point) => `${dayText(point.date)}: ${quantilesText(point, text)}.`),
      ...saysAfter(past),
    ].join(' '),
    panels: [{ plot }],
  });
}
