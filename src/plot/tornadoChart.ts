import { countText, unitText, upperFirst } from '../wording/index.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import type { Interval } from './interval.ts';
import { intervalMarks } from './intervalMarks.ts';
import { intervalText, numberText, quantityText } from './numberText.ts';
import { SERIES } from './palette.ts';
import { rowPlot, type RowScale } from './rowPlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of the tornado. */
export interface TornadoChartOptions extends ChartSettings {
  /** What is moved, such as `probability of the target`. */
  readonly response: string;
  /** `share` is shown in percent. */
  readonly unit: string;
  /** The response with nothing held. */
  readonly base?: Interval | undefined;
  readonly bars: readonly TornadoBar[];
  /** Replications of each point. */
  readonly replications?: number | undefined;
  /** How the bars are to be read; default: one input held at a time. */
  readonly reading?: TornadoReading;
}

/** What a bar and the line are, in words. */
export interface TornadoReading {
  readonly bars: string;
  readonly base: string;
}

const HELD: TornadoReading = { bars: 'One input held at a time, all else drawn', base: 'nothing held' };

/** The response with one input held low and high. */
export interface TornadoBar {
  readonly name: string;
  readonly low: Interval;
  readonly high: Interval;
  /** What `low` means, such as `P10`. */
  readonly lowLabel: string;
  readonly highLabel: string;
}

/**
 * What moves a response most: two bars an input, from the base to the response at its low and at its high value; the
 * widest swing first.
 *
 * @throws on no bars, or a width below 240 px.
 */
export function tornadoChart(options: TornadoChartOptions): Chart {
  const { document, response, unit, base, reading = HELD } = options;
  const width = chartWidth(options);
  if (options.bars.length === 0) throw new Error('tornado: no bars, expected at least one');
  const bars = [...options.bars].sort((a, b) => swing(b) - swing(a));
  const text = (value: number): string => quantityText(value, unit);
  const known = [base ?? {}, ...bars.flatMap(({ low, high }) => [low, high])]
    .flatMap(({ estimate, low, high }) => [estimate, low, high])
    .filter((value) => value !== undefined);
  const range = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const isPart = unit === 'share' || unit === 'fraction';
  const plot = rowPlot({
    document,
    width,
    rows: bars.map(({ name, low, high, lowLabel, highLabel }) => ({
      name,
      values: [`${lowLabel} ${intervalText(low, text)}`, `${highLabel} ${intervalText(high, text)}`],
    })),
    ticks: valueTicks(isPart ? Math.min(0, range[0]!) : range[0]!, range[1]! || (isPart ? 1 : 0), 5, unit),
    tickText: isPart || unit === '$' ? text : (value) => numberText(value, unit),
    axisTitle: unit === '' ? response : `${response}, ${unitText(unit)}`,
    reference:
      base?.estimate === undefined
        ? undefined
        : { value: base.estimate, text: `${reading.base}: ${text(base.estimate)}` },
    marks: (scale) => barMarks(bars, base?.estimate, scale),
  });
  const held = base === undefined ? [] : [`${upperFirst(reading.base)}: ${intervalText(base, text)}.`];
  return frame({
    ...options,
    name: 'tornado',
    title: titleOf(bars, response, text),
    subtitle: [`${reading.bars}; line: 95 % interval.`, ...held, ...fewText(options)].join(' '),
    alternative: [
      `${response}. ${reading.bars}, with 95 % intervals.`,
      ...held,
      ...bars.map(
        ({ name, low, high, lowLabel, highLabel }) =>
          `${name}: ${lowLabel} ${intervalText(low, text)}, ${highLabel} ${intervalText(high, text)}.`,
      ),
    ].join(' '),
    panels: [{ plot }],
  });
}

/** With fewer than these a point hardly tells one input from another. */
const FEW = 30;

function fewText({ replications }: TornadoChartOptions): string[] {
  return replications === undefined || replications >= FEW
    ? []
    : [`Only ${countText(Math.floor(replications), 'replication')} a point.`];
}

/** How far a response goes from one end of an input to the other; an end that is not known moves nothing. */
function swing({ low, high }: TornadoBar): number {
  return low.estimate === undefined || high.estimate === undefined
    ? 0
    : Math.abs(high.estimate - low.estimate);
}

function titleOf(bars: readonly TornadoBar[], response: string, text: (value: number) => string): string {
  const most = bars[0]!;
  if (swing(most) === 0) return `No input is shown to move the ${response}`;
  const [from, to] = [text(most.low.estimate!), text(most.high.estimate!)];
  return `Most moved by ${most.name}: the ${response} goes from ${from} at ${most.lowLabel} to ${to} at ${most.highLabel}${isClear(most) ? '' : '; the intervals overlap'}`;
}

function isClear({ low, high }: TornadoBar): boolean {
  const isBelow = (a: Interval, b: Interval): boolean =>
    a.high !== undefined && b.low !== undefined && a.high < b.low;
  return isBelow(low, high) || isBelow(high, low);
}

function barMarks(bars: readonly TornadoBar[], base: number | undefined, scale: RowScale): Plot.Markish[] {
  const ends = bars.flatMap(({ low, high }, i) => [
    { ...low, y: scale.barY(i, 0), colour: SERIES[1] },
    { ...high, y: scale.barY(i, 1), colour: SERIES[0] },
  ]);
  return [
    base === undefined
      ? null
      : Plot.rect(
          ends.filter(({ estimate }) => estimate !== undefined),
          {
            x1: () => base,
            x2: 'estimate',
            y1: ({ y }) => y - 6.5,
            y2: ({ y }) => y + 6.5,
            fill: 'colour',
            fillOpacity: 0.45,
          },
        ),
    intervalMarks(ends, scale),
  ];
}
