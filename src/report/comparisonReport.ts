import { escapeHtml, htmlTable } from '../page/index.ts';
import { intervalsChart } from '../plot/index.ts';
import { furtherSection } from './anyTable.ts';
import { chartFigure } from './chartFigure.ts';
import type { Material } from './material.ts';
import { dateColumns } from './milestoneTables.ts';
import { milestoneTitle, milestonesOf, type Milestone } from './milestones.ts';
import type { ReportParts } from './runReport.ts';
import { estimateIn, numberIn, textIn, type Estimated, type ResultsTable } from './resultsTable.ts';
import type { Section } from './section.ts';
import { differenceText, estimateCell, estimateText, longDateText, twoLines } from './valueText.ts';

/** One response of two points. */
interface Compared {
  readonly a: string;
  readonly b: string;
  readonly response: string;
  readonly title: string;
  readonly unit: string;
  readonly replications: number;
  readonly censored: number;
  readonly meanA: Estimated<number>;
  readonly meanB: Estimated<number>;
  readonly difference: Estimated<number>;
  readonly correlation: number | undefined;
}

/** Name of the response that is the probability of the target. */
const ON_TIME = 'on time';

/** Columns without which there is no comparison to show. */
export const COMPARISON_FIELDS = ['a', 'b', 'response', 'unit', 'mean_a', 'mean_b', 'difference'];

/** Report of two scenarios on common draws: what differs, by how much, and whether that is shown. */
export function comparisonReport(material: Material, table: ResultsTable): ReportParts {
  const rows = comparedRows(material, table);
  const times = rows.filter(({ unit }) => unit === 'day');
  const shown: Section = {
    id: 'differences',
    title: 'What differs',
    parts: [...differencesFigure(material, times), ...comparisonTable(rows)],
  };
  return {
    answer: { headline: comparisonHeadline(rows), parts: lede(material, rows) },
    sections: [shown, furtherSection(material, ['runs', 'compare', 'assumptions'])],
  };
}

/** A difference in its unit: percentage points for probabilities. */
export function differenceIn(unit: string, difference: Estimated<number>): string {
  if (unit !== 'share') return `${differenceText(difference, unit)} ${plural(unit)}`;
  return `${differenceText(inPoints(difference))} percentage points`;
}

/** The milestone that is the target too is said once. */
function comparedRows({ folder }: Material, table: ResultsTable): Compared[] {
  const rows = table.rows.map((row) => {
    const response = textIn(row, 'response') ?? '';
    return {
      a: textIn(row, 'a') ?? '',
      b: textIn(row, 'b') ?? '',
      response,
      title: response === ON_TIME ? 'the target by its date' : milestoneTitle(folder, response),
      unit: textIn(row, 'unit') ?? '',
      replications: numberIn(row, 'replications') ?? 0,
      censored: numberIn(row, 'censored') ?? 0,
      meanA: estimateIn(row, 'mean_a'),
      meanB: estimateIn(row, 'mean_b'),
      difference: estimateIn(row, 'difference'),
      correlation: numberIn(row, 'correlation'),
    };
  });
  const target = rows.find(({ response }) => response === 'target');
  return rows.filter(({ response, title }) => response === 'target' || title !== target?.title);
}

function comparisonHeadline(rows: readonly Compared[]): string {
  const [first] = rows;
  if (first === undefined) return 'A comparison without rows';
  const target = rows.findLast(({ unit }) => unit === 'day');
  const telling = [target, first].find((row) => row !== undefined && isShown(row.difference));
  const { a, b } = first;
  if (telling === undefined)
    return `Between ${a} and ${b} no difference ${target === undefined ? '' : 'of the target '}is shown`;
  const { difference, unit, title, response } = telling;
  const size = sizeText(difference, unit);
  if (unit === 'day')
    return `With ${b}, ${title} ${beVerb(title)} reached ${size} ${isBelow(difference) ? 'earlier' : 'later'} than with ${a}`;
  const what = response === ON_TIME ? 'the target by its date is' : `${title} is`;
  const more =
    response === ON_TIME
      ? isBelow(difference)
        ? 'less likely'
        : 'more likely'
      : isBelow(difference)
        ? 'lower'
        : 'higher';
  return `With ${b}, ${what} ${size} ${more} than with ${a}`;
}

function lede({ folder }: Material, rows: readonly Compared[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const onTime = rows.find(({ response }) => response === ON_TIME);
  const target = rows.findLast(({ unit }) => unit === 'day');
  const chance =
    onTime === undefined
      ? []
      : [
          `The target is reached by its date with a probability of ${estimateText(onTime.meanA, 'share')} with ${onTime.a} and of ${estimateText(onTime.meanB, 'share')} with ${onTime.b}: ${differenceIn('share', onTime.difference)}${isShown(onTime.difference) ? '' : ', which could as well be none'}.`,
        ];
  const cut =
    target === undefined || target.censored === 0
      ? ''
      : ` In ${target.censored} of them the horizon came before the target on one side or both. They count as reached then, which makes the difference in days smaller than it is.`;
  const text = [...chance, ...medianSentence(folder, first)].map(escapeHtml).join(' ');
  return [
    ...(text === '' ? [] : [`<p class="lede">${text}</p>`]),
    `<p>${escapeHtml(`Both ran on the same draws, ${first.replications} pairs.${cut}`)}</p>`,
  ];
}

function medianSentence(folder: Material['folder'], { a, b }: Compared): string[] {
  const [medianA, medianB] = [a, b].map((point) => {
    const milestones = milestonesOf(folder, point);
    return milestones.find(({ name }) => name === 'target') ?? milestones.at(-1);
  });
  if (medianA === undefined || medianB === undefined) return [];
  const by = ({ p50 }: Milestone): string =>
    p50.estimate === undefined ? 'not by the horizon' : `by ${longDateText(p50)}`;
  return [
    `Half of the replications reach ${medianA.title} ${by(medianA)} with ${a}, and ${by(medianB)} with ${b}.`,
  ];
}

function differencesFigure({ document }: Material, rows: readonly Compared[]): string[] {
  const shown = rows
    .filter(({ difference }) => difference.estimate !== undefined)
    .map(({ title, response, difference }) => ({
      name: response === 'target' ? `${title} (target)` : title,
      ...difference,
    }));
  if (shown.length === 0) return [];
  const { a, b } = rows[0]!;
  return [
    chartFigure(
      document,
      (settings) =>
        intervalsChart({
          ...settings,
          measure: `days by which ${b} is later than ${a}`,
          unit: 'day',
          rows: shown,
          reference: 0,
        }),
      'Means of the paired differences with their 95 % intervals; left of zero is earlier. A milestone past the horizon counts as reached at it, in both alike.',
    ),
  ];
}

function comparisonTable(rows: readonly Compared[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    htmlTable({
      caption: `Means of ${first.a} (A) and ${first.b} (B), and B − A over common draws`,
      columns: [
        { title: 'what' },
        ...dateColumns(['A', 'B', 'B − A', 'correlation of the pairs', 'pairs past the horizon']),
      ],
      rows: rows.map(({ title, response, unit, meanA, meanB, difference, correlation, censored }) => [
        twoLines(response === ON_TIME ? `Probability of ${title}` : title, unit === 'share' ? '' : unit),
        estimateCell(meanA, unit),
        estimateCell(meanB, unit),
        differenceCell(unit, difference),
        correlation === undefined ? '…' : correlation.toFixed(2).replace('-', '−'),
        String(censored),
      ]),
    }),
    '<p class="note">Intervals: paired t, of probabilities Bonett and Price. Below zero, a correlation says that common draws made the comparison worse.</p>',
  ];
}

function differenceCell(unit: string, difference: Estimated<number>): ReturnType<typeof twoLines> {
  const text = unit === 'share' ? differenceText(inPoints(difference)) : differenceText(difference, unit);
  const [, value, interval] = /^(.*?) \((.*)\)$/.exec(text)!;
  return twoLines(unit === 'share' ? `${value} pp` : value!, interval!);
}

/** Whether the interval leaves no doubt about the sign. */
function isShown({ low, high }: Estimated<number>): boolean {
  return (low !== undefined && low > 0) || (high !== undefined && high < 0);
}

function isBelow({ estimate }: Estimated<number>): boolean {
  return estimate !== undefined && estimate < 0;
}

/** A difference without its sign. */
function sizeText({ estimate, low, high }: Estimated<number>, unit: string): string {
  const negative = estimate !== undefined && estimate < 0;
  const flip = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
  const size = negative
    ? { estimate: flip(estimate), low: flip(high), high: flip(low) }
    : { estimate, low, high };
  const shown = unit === 'share' ? inPoints(size) : size;
  const [, value, interval] = /^(.*?) \((.*)\)$/.exec(
    estimateText(shown, unit === 'share' ? undefined : unit),
  )!;
  return `${value} ${unit === 'share' ? 'percentage points' : plural(unit)} (${interval})`;
}

function inPoints({ estimate, low, high }: Estimated<number>): Estimated<number> {
  const times = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value * 100;
  return { estimate: times(estimate), low: times(low), high: times(high) };
}

function plural(unit: string): string {
  return unit === 'day' ? 'days' : unit;
}

function beVerb(title: string): string {
  return title.endsWith('GPUs') ? 'are' : 'is';
}
