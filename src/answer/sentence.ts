import { upperFirst } from '../wording/index.ts';
import { beVerb } from './beVerb.ts';
import type { Target } from './milestones.ts';

/**
 * The target and how likely it is in time, in one sentence of plain text, with its date and its probability as a face
 * writes them.
 */
export function targetSentence(
  { title, by, isDue, onceReached, milestone }: Target,
  { date, probability }: { date: (iso: string) => string; probability: string },
): string {
  const when = isDue ? `by ${date(by)}` : `by the horizon, ${date(by)},`;
  const what = upperFirst(title);
  return `${what} ${beVerb(milestone)} ${onceReached} ${when} with a probability of ${probability}`;
}
