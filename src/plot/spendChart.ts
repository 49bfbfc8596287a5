import * as Plot from '@observablehq/plot';
import { isAhead, type AsOf, type TimeChartSettings } from './asOf.ts';
import { dateOf, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { medianReaches, pointAt, quantilesText, type FanPoint } from './fan.ts';
import { fanFrame } from './fanFrame.ts';
import { quantityText, shareText } from './numberText.ts';
import { PAPER, SERIES } from './palette.ts';
import type { Quantiles } from './quantiles.ts';
import type { TimeScale } from './timePlot.ts';
import { textWidth } from './textWidth.ts';
import { LABEL_SIZE } from './typeface.ts';

/** Data of spend against the commitment. */
export interface SpendChartOptions extends TimeChartSettings {
  /** Spend up to each date, $. */
  readonly spend: readonly Quantiles[];
  /** What is committed, $. */
  readonly commitment?: number | undefined;
  readonly target?: { readonly date: string } | undefined;
}

const dollars = (value: number): string => quantityText(value, '$');

/**
 * Spend over time against the commitment.
 *
 * @throws on no dates, dates out of order, or a width below 240 px.
 */
export function spendChart({ spend, commitment, target, ...settings }: SpendChartOptions): Chart {
  return fanFrame(settings, {
    name: 'spend',
    noun: 'spend',
    quantiles: spend,
    least: commitment ?? 0,
    heights: [260, 320],
    axisTitle: 'spend up to the date, $',
    text: dollars,
    target,
    marks: (scale) => (commitment === undefined ? [] : commitmentMarks(commitment, scale)),
    title: (points, asOf) => titleOf(points, commitment, asOf),
    remarks: (points) => {
      const then = target && pointAt(points, dateOf(target.date));
      return then === undefined ? [] : [`On the target date: ${quantilesText(then, dollars)}.`];
    },
    says: [
      'Spend up to each date.',
      ...(commitment === undefined ? [] : [`Committed: ${dollars(commitment)}.`]),
    ],
  });
}

function commitmentMarks(commitment: number, scale: TimeScale): Plot.Markish[] {
  // Where the whole would be crossed out, the sum alone: the title says what it is.
  const texts = [`${dollars(commitment)} committed`, dollars(commitment)];
  const starts = texts.map((text) => freeOfRules(scale, textWidth(text, { size: LABEL_SIZE, bold: true })));
  const [words, left] =
    starts[0] === undefined ? [texts[1]!, starts[1] ?? scale.left + 4] : [texts[0]!, starts[0]];
  return [
    Plot.ruleY([commitment], { stroke: SERIES[1], strokeWidth: 1.5, strokeDasharray: '6,3' }),
    Plot.text([words], {
      x: () => scale.dateAt(left),
      y: () => commitment,
      text: (line: string) => line,
      dy: scale.y(commitment) < scale.top + 16 ? 11 : -9,
      textAnchor: 'start',
      fontSize: LABEL_SIZE,
      fontWeight: 600,
      fill: SERIES[1],
      stroke: PAPER,
      strokeWidth: 4,
    }),
  ];
}

/** Where a text of a width begins that stands over no line: at the left, else right of the first that lets it. */
function freeOfRules({ left, right, rules }: TimeScale, width: number): number | undefined {
  const starts = [left, ...rules.map((rule) => rule.right).sort((a, b) => a - b)].map((start) => start + 4);
  const isFree = (start: number): boolean =>
    start + width <= right && !rules.some((rule) => start < rule.right && rule.left < start + width);
  return starts.find(isFree);
}

function titleOf(
  points: readonly FanPoint[],
  commitment: number | undefined,
  asOf: AsOf | undefined,
): string {
  const last = points.at(-1)!;
  if (last.p50 === undefined) return `The median of the spend is not known by ${monthText(last.date)}`;
  if (last.p50 === 0) return `Half of the runs or more spend nothing by ${monthText(last.date)}`;
  if (commitment === undefined || commitment <= 0) {
    return `Half of the runs spend ${dollars(last.p50)} or more by ${monthText(last.date)}`;
  }
  const whole = medianReaches(points, commitment);
  if (whole !== undefined && isAhead(whole.date, asOf, points[0]!.date)) {
    return `Half of the runs have spent the whole ${dollars(commitment)} commitment by ${monthText(whole.date)}`;
  }
  return `By ${monthText(last.date)} half of the runs have spent ${dollars(last.p50)} or more, ${shareText(last.p50 / commitment)} of the ${dollars(commitment)} commitment`;
}
