import { isApart } from './isApart.ts';
import { listText, wholeText } from '../wording/index.ts';
import type { Estimated } from '../answer/index.ts';
import { escapeHtml } from '../page/index.ts';
import { estimateText } from './valueText.ts';

/** What stands at the top of an answer. */
export interface Ranked {
  readonly name: string;
  /** What it is called in a list of several. */
  readonly short?: string;
  readonly value: Estimated<number>;
}

/** What comes first in each of the answers that are there, and a sentence that says how they go together. */
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
          `Longest wait: ${path.name}, ${wholeText(path.value.estimate!)} of ${wholeText(path.total)} days on the way, planned and late ones alike.`,
        ]),
    ...(blame.length === 0 ? [] : [guiltySays(guilty)]),
    ...(steps.length === 0 ? [] : [usefulSays(useful)]),
    ...(inputs.length === 0 ? [] : [followedSays(followed)]),
  ];
  if (says.length < 2) return [];
  const items = says.map((item) => `<li>${escapeHtml(item)}</li>`);
  return [
    `<ul>${items.join('\n')}</ul>`,
    `<p>${escapeHtml(
      'These answer different questions and need not name the same thing: a long wait may be as planned, a late part may have slack behind it, and what is unknown may be out of anybody’s hands.',
    )}</p>`,
  ];
}

function guiltySays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'Late against the plan: no cause is shown to be.';
  return others.length === 0
    ? `Late against the plan: ${first.name} above all, ${estimateText(first.value, 'day')} days.`
    : `Late against the plan: ${namesOf([first, ...others])}; the sample does not show which is more.`;
}

function usefulSays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'Helps: no step of this size is shown to.';
  return others.length === 0
    ? `Helps most, of equal steps: ${first.name}, ${estimateText(first.value, 'day')} days.`
    : `Helps most, of equal steps: ${namesOf([first, ...others])}; the sample does not show which more.`;
}

function followedSays([first, ...others]: readonly Ranked[]): string {
  if (first === undefined) return 'Unknown: no single input is shown to tell the runs apart.';
  return others.length === 0
    ? `Unknown, and followed most closely by the result: ${first.name}.`
    : `Unknown, and followed most closely by the result: ${namesOf([first, ...others])}; the sample does not show which of them more.`;
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
  const names = rows.slice(0, MOST_NAMES).map(({ name, short = name }) => short);
  const left = rows.length - names.length;
  const all = left === 0 ? names : [...names, `${wholeText(left)} more`];
  return listText(all);
}

function isAbove({ low }: Estimated<number>): boolean {
  return low !== undefined && low > 0;
}
