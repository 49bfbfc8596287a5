import { isApart } from './isApart.ts';
import { listText } from '../wording/index.ts';
import { upperFirst, wholeText } from '../wording/index.ts';
import type { Estimated } from '../answer/index.ts';
import { escapeHtml } from '../page/index.ts';
import { estimateText } from './valueText.ts';

/** What stands at the top of an answer. */
export interface Ranked {
  readonly name: string;
  readonly value: Estimated<number>;
}

/** One sentence in which the three meet, of those that are there. */
export function reconciled({
  blame,
  steps,
  inputs,
  path,
}: {
  readonly blame: readonly Ranked[];
  readonly steps: readonly Ranked[];
  readonly inputs: readonly Ranked[];
  readonly path:
    { readonly name: string; readonly value: Estimated<number>; readonly total: number } | undefined;
}): string[] {
  const guilty = leaders(blame.filter(({ value }) => isAbove(value)));
  const useful = leaders(steps.filter(({ value }) => isAbove(value)));
  const followed = leaders(inputs.filter(({ value }) => isApart(value)));
  const says = [
    ...(path === undefined
      ? []
      : [
          `more of the days on the way, ${Math.round(path.value.estimate!)} of ${Math.round(path.total)}, are spent waiting for ${path.name} than for anything else, planned days and late ones alike`,
        ]),
    ...(blame.length === 0 ? [] : [guiltySays(guilty)]),
    ...(steps.length === 0 ? [] : [usefulSays(useful)]),
    ...(inputs.length === 0 ? [] : [followedSays(followed)]),
  ];
  if (says.length < 2) return [];
  return [
    `<p class="lede">${escapeHtml(
      `${upperFirst(says.join('; '))}. These are answers to different questions and need not name the same thing: a long wait may be as planned, a late part may have slack behind it, and what is unknown may be beyond anybody’s reach.`,
    )}</p>`,
  ];
}

function guiltySays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'of the days beyond the plan no cause has a part that this sample shows';
  return others.length === 0
    ? `of the days beyond the plan the largest part that this sample shows is that of ${first.name}, ${estimateText(first.value, 'day')}`
    : `of the days beyond the plan the largest parts that this sample shows are those of ${namesOf([first, ...others])}, and not which is larger`;
}

function usefulSays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'no step of this size is shown to help';
  return others.length === 0
    ? `of equal steps the one that brings most is ${first.name}, ${estimateText(first.value, 'day')} days`
    : `of equal steps those that bring most are ${namesOf([first, ...others])}, and the sample does not show which brings more`;
}

function followedSays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'and no single input is shown to tell the runs apart';
  return others.length === 0
    ? `and what differs from run to run follows ${first.name} most closely`
    : `and what differs from run to run follows ${namesOf([first, ...others])} most closely, and the sample does not show which of them`;
}

/** The first, and those whose intervals overlap its own: the sample does not show that it is ahead of them. */
function leaders(rows: readonly Ranked[]): readonly Ranked[] {
  const [first] = rows;
  if (first === undefined) return [];
  const least = sizeOf(first.value).low;
  return rows.filter((row) => row === first || sizeOf(row.value).high >= least);
}

/** An interval without its sign, of a value that is shown to be apart from 0. */
function sizeOf({ low = -Infinity, high = Infinity }: Estimated<number>): { low: number; high: number } {
  return low > 0 ? { low, high } : { low: -high, high: -low };
}

/** A sentence has room for so many names. */
const MOST_NAMES = 3;

function namesOf(rows: readonly Ranked[]): string {
  const names = rows.slice(0, MOST_NAMES).map(({ name }) => name);
  const left = rows.length - names.length;
  const all = left === 0 ? names : [...names, `${wholeText(left)} more`];
  return listText(all);
}

function isAbove({ low }: Estimated<number>): boolean {
  return low !== undefined && low > 0;
}
