import { countText } from '../wording/index.ts';

/** Kinds that are things, of which there are several; `derived` and `recalled` say how an input came. */
const THINGS: ReadonlySet<string> = new Set(['assumption', 'choice', 'fact']);

/**
 * How many inputs are of a kind of knowledge, in words.
 *
 * @example basisCount('fact', 2); // '2 facts'
 */
export function basisCount(basis: string, count: number): string {
  if (basis === '') return `${count} of no stated kind`;
  if (!THINGS.has(basis)) return `${count} ${basis}`;
  return countText(count, basis);
}
