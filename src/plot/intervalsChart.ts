import { unitText, upperFirst } from '../wording/index.ts';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import type { Interval } from './interval.ts';
import { intervalMarks } from './intervalMarks.ts';
import { intervalText, numberText, quantityText } from './numberText.ts';
import { SERIES } from './palette.ts';
import { rowPlot } from './rowPlot.ts';
import { valueTicks } from './valueTicks.ts';
import { withoutDust } from './withoutDust.ts';

/** Data of estimates side by side. */
export interface IntervalsChartOptions extends ChartSettings {
  /** What the dots are, such as `probability of the target`. */
  readonly measure: string;
  /** `share` is shown in percent. */
  readonly unit: string;
  readonly rows: readonly NamedInterval[];
  /** A value to compare with, such as 0 for differences. */
  readonly reference?: number | undefined;
  /** What a value below and above the reference is called, such as `['earlier', 'later']`. */
  readonly directions?: readonly [below: string, above: string] | undefined;
  /** Replaces the finding that is computed from the rows. */
  readonly title?: string | undefined;
}

/** An estimate with a name. */
export interface NamedInterval extends Interval {
  readonly name: string;
}

/**
 * Estimates side by side, each a dot with its 95 % interval.
 *
 * @throws on no rows, or a width below 240 px.
 */
export function intervalsChart(given: IntervalsChartOptions): Chart {
  const options = { ...given, rows: withoutDust(given.rows) };
  const { document, measure, unit, rows, reference, title = titleOf(options) } = options;
  const width = chartWidth(options);
  if (rows.length === 0) throw new Error('intervals: no rows, expected at least one');
  const text = (value: number): string => quantityText(value, unit);
  const values = rows.flatMap(({ estimate, low, high }) => [estimate, low, high]);
  const known = [...values, reference].filter((value) => value !== undefined);
  const isPart = unit === 'share' || unit === 'fraction';
  const ticks = valueTicks(Math.min(0, ...known), Math.max(0, ...known) || (isPart ? 1 : 0), 5, unit);
  const bare = isPart || unit === '$' ? text : (value: number): string => numberText(value, unit);
  const plot = rowPlot({
    document,
    width,
    // The unit stands at the axis; said three times a row it would leave names no room.
    rows: rows.map((row) => ({
      name: row.name,
      values: [intervalText(row, bare)],
    })),
    ticks,
    tickText: bare,
    axisTitle: unit === '' ? measure : `${measure}, ${unitText(unit)}`,
    reference:
      reference === undefined ? undefined : { value: reference, text: `compared with ${text(reference)}` },
    marks: (scale) =>
      intervalMarks(
        rows.map((row, i) => ({ ...row, y: scale.barY(i), colour: SERIES[0] })),
        scale,
      ),
  });
  return frame({
    ...options,
    name: 'intervals',
    title,
    subtitle: `Dot: estimate; line: its 95 % interval.${rows.some(isOpen) ? ' …, or an arrow: the sample gives no such number.' : ''}`,
    alternative: [
      `Estimates of ${measure} with 95 % intervals.`,
      ...rows.map((row) => `${row.name}: ${intervalText(row, text)}.`),
    ].join(' '),
    panels: [{ plot }],
  });
}

const isOpen = ({ estimate, low, high }: Interval): boolean =>
  estimate === undefined || low === undefined || high === undefined;

type Known = NamedInterval & { readonly estimate: number };

function titleOf({ rows, measure, unit, reference, directions }: IntervalsChartOptions): string {
  const text = (value: number): string => quantityText(value, unit);
  const known = rows.filter((row): row is Known => row.estimate !== undefined);
  if (known.length === 0) return upperFirst(`${measure} is not known for any row`);
  if (reference !== undefined) {
    const directed = (value: number): string =>
      directions === undefined || value === reference
        ? text(value)
        : `${text(Math.abs(value - reference))} ${directions[value < reference ? 0 : 1]}`;
    return againstReference(known, { measure, reference, text, directed });
  }
  const highest = known.reduce((best, row) => (row.estimate > best.estimate ? row : best));
  const lowest = known.reduce((best, row) => (row.estimate < best.estimate ? row : best));
  if (known.length === 1) return upperFirst(`${measure} is ${intervalText(highest, text)}`);
  if (highest.estimate === lowest.estimate)
    return upperFirst(`${measure} is ${text(highest.estimate)} in every row`);
  const isClear = lowest.high !== undefined && highest.low !== undefined && lowest.high < highest.low;
  return upperFirst(
    `${measure}: from ${text(lowest.estimate)} with ${lowest.name} to ${text(highest.estimate)} with ${highest.name}${isClear ? '' : '; the intervals overlap'}`,
  );
}

function againstReference(
  known: readonly Known[],
  {
    measure,
    reference,
    text,
    directed,
  }: {
    measure: string;
    reference: number;
    text: (value: number) => string;
    directed: (value: number) => string;
  },
): string {
  const isClear = ({ low, high }: Known): boolean =>
    (low !== undefined && low > reference) || (high !== undefined && high < reference);
  const clear = known.filter(isClear);
  if (clear.length === 0) return upperFirst(`${measure}: nothing differs clearly from ${text(reference)}`);
  const far = clear.reduce((best, row) =>
    Math.abs(row.estimate - reference) > Math.abs(best.estimate - reference) ? row : best,
  );
  const count = `${clear.length} of ${known.length} ${clear.length === 1 ? 'differs' : 'differ'} clearly from ${text(reference)}`;
  return upperFirst(`${measure}: ${count}, most with ${far.name}: ${directed(far.estimate)}`);
}
