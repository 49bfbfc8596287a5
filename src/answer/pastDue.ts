import { upperFirst } from '../wording/index.ts';
import { beVerb } from './beVerb.ts';
import type { Milestone } from './milestones.ts';
import { asOfIn, type Results } from './results.ts';

/** Whether a milestone was due before the as-of date: whether it came in time is known or unknown, and no forecast. */
export function isPastDue({ due }: Pick<Milestone, 'due'>, asOf: string | undefined): boolean {
  return due !== undefined && asOf !== undefined && due < asOf;
}

/** A milestone where it is such a one. */
export function pastDueOf(results: Results, milestone: Milestone | undefined): Milestone | undefined {
  return milestone !== undefined && isPastDue(milestone, asOfIn(results)) ? milestone : undefined;
}

/** What is said of such a milestone, with its dates as a face writes them. */
export function pastDueSentence(
  {
    title,
    isPlural,
    due,
    onceReached,
    p10,
    p90,
  }: Pick<Milestone, 'title' | 'isPlural' | 'due' | 'onceReached' | 'p10' | 'p90'>,
  { asOf, date }: { asOf: string; date: (iso: string) => string },
): string {
  const [what, was] = [upperFirst(title), beVerb({ isPlural }) === 'are' ? 'were' : 'was'];
  const came = p10.estimate === p90.estimate ? p10.estimate : undefined;
  if (came !== undefined && came < asOf)
    return `${what}, due by ${date(due!)}, ${was} ${onceReached} on ${date(came)}`;
  return `${what} ${was} due by ${date(due!)}, before the as-of date: whether that was kept nobody has told the model`;
}
