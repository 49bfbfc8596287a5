import { isApart } from './isApart.ts';
import { countText, upperFirst } from '../wording/index.ts';
import { escapeHtml } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import {
  beVerbAfter,
  inPerCent,
  mainMilestone,
  milestonesOf,
  type Estimated,
  type Milestone,
} from '../answer/index.ts';
import { ON_TIME } from '../record/index.ts';
import { differenceText, estimateParts, estimateText, longDateText } from './valueText.ts';

/** One response of two points. */
export interface Compared {
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

/** A difference in its unit: percentage points for probabilities. */
export function differenceIn(unit: string, difference: Estimated<number>): string {
  if (unit !== 'share') return `${differenceText(difference, unit)} ${plural(unit)}`;
  return `${differenceText(inPerCent(difference))} percentage points`;
}

/** What differs between two points, in one sentence. */
export function comparisonHeadline(material: Material, rows: readonly Compared[]): string {
  const [first] = rows;
  if (first === undefined) return 'A comparison without rows';
  const target = targetRow(rows);
  const never = target === undefined ? undefined : neverText(material, target);
  if (never !== undefined) return never;
  const be = (row: Compared): string => beVerbAfter(material.folder, row.response);
  const telling = [target, first].find((row) => row !== undefined && isApart(row.difference));
  const { a, b } = first;
  if (telling === undefined)
    return `Between ${a} and ${b} no difference ${target === undefined ? '' : `in the date of ${target.title} `}is shown`;
  const { difference, unit, title, response } = telling;
  const size = sizeText(difference, unit);
  if (unit === 'day') {
    const cut = telling.censored > 0 ? ', counting runs past the horizon as arriving then' : '';
    return `With ${b}, ${title} ${be(telling)} reached ${size} ${isBelow(difference) ? 'earlier' : 'later'} than with ${a}${cut}`;
  }
  const [less, more] = response === ON_TIME ? ['less likely', 'more likely'] : ['lower', 'higher'];
  return `With ${b}, ${title} is ${size} ${isBelow(difference) ? less : more} than with ${a}`;
}

/** Shares of the runs of both sides that reach the milestone; nothing where no table tells. */
function reachedShares({ folder }: Material, { a, b, response }: Compared): Estimated<number>[] {
  return [a, b].flatMap(
    (point) => milestonesOf(folder, point).find(({ name }) => name === response)?.reached ?? [],
  );
}

/** Which of both sides never arrives by the horizon. */
export function neverReached(material: Material, row: Compared): { a: boolean; b: boolean } {
  const [a, b] = reachedShares(material, row);
  return { a: a?.estimate === 0, b: b?.estimate === 0 };
}

/** In words, that a side never arrives, so that there are no days between the two. */
function neverText(material: Material, row: Compared): string | undefined {
  const { a, b, title, response } = row;
  const never = neverReached(material, row);
  const [onA, onB] = reachedShares(material, row);
  const isNever = `${upperFirst(title)} ${beVerbAfter(material.folder, response)} not reached by the horizon in any run`;
  if (never.a && never.b) return `${isNever}, neither with ${a} nor with ${b}`;
  if (never.a) return `${isNever} with ${a}; with ${b} in ${estimateText(onB ?? {}, 'share')}`;
  if (never.b) return `${isNever} with ${b}; with ${a} in ${estimateText(onA ?? {}, 'share')}`;
  return undefined;
}

/** Probabilities and medians of both sides, and what the horizon cut. */
export function comparisonLede({ folder }: Material, rows: readonly Compared[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const onTime = rows.find(({ response }) => response === ON_TIME);
  const target = targetRow(rows);
  const chance =
    onTime === undefined
      ? []
      : [
          `The probability that ${onTimeClause(folder, target)} by its date is ${estimateText(onTime.meanA, 'share')} with ${onTime.a} and ${estimateText(onTime.meanB, 'share')} with ${onTime.b}: ${differenceIn('share', onTime.difference)}${isApart(onTime.difference) ? '' : ', which could as well be none'}.`,
        ];
  const cut =
    target === undefined || target.censored === 0
      ? ''
      : ` In ${target.censored} of them the horizon came before ${target.title} on one side or both. They count as arriving then: the difference is of days up to the horizon, and not of all that it takes.`;
  const text = [...chance, ...medianSentence(folder, first)].map(escapeHtml).join(' ');
  return [
    ...(text === '' ? [] : [`<p class="lede">${text}</p>`]),
    `<p>${escapeHtml(`Both ran on the same draws, ${countText(first.replications, 'pair')}.${cut}`)}</p>`,
  ];
}

function onTimeClause(folder: Material['folder'], target: Compared | undefined): string {
  if (target === undefined) return 'the target is reached';
  return `${target.title} ${beVerbAfter(folder, target.response)} reached`;
}

function targetRow(rows: readonly Compared[]): Compared | undefined {
  return rows.findLast(({ unit }) => unit === 'day');
}

function medianSentence(folder: Material['folder'], { a, b }: Compared): string[] {
  const [medianA, medianB] = [a, b].map((point) => mainMilestone(folder, milestonesOf(folder, point)));
  if (medianA === undefined || medianB === undefined) return [];
  // Of what lies before the as-of date no day is known.
  if (medianA.p50.isEarlier || medianB.p50.isEarlier) return [];
  const by = ({ p50 }: Milestone): string => `by ${longDateText(p50)}`;
  if (medianA.p50.estimate === undefined && medianB.p50.estimate === undefined)
    return [`The median date of ${medianA.title} is after the horizon with both.`];
  if (medianA.p50.estimate === undefined || medianB.p50.estimate === undefined) {
    const [median, there, never] = medianA.p50.estimate === undefined ? [medianB, b, a] : [medianA, a, b];
    return [
      `Half of the replications reach ${median.title} ${by(median)} with ${there}; with ${never} the median date is after the horizon.`,
    ];
  }
  return [
    `Half of the replications reach ${medianA.title} ${by(medianA)} with ${a}, and ${by(medianB)} with ${b}.`,
  ];
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
  const shown = unit === 'share' ? inPerCent(size) : size;
  const { value, interval } = estimateParts(shown, unit === 'share' ? undefined : unit);
  return `${value} ${unit === 'share' ? 'percentage points' : plural(unit)} (${interval})`;
}

function plural(unit: string): string {
  return unit === 'day' ? 'days' : unit;
}
