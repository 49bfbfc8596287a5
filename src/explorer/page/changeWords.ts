import type { Estimate } from '../../statistics/estimate.ts';
import { intervalText } from '../../plot/numberText.ts';
import type { DatedChange } from '../changes.ts';

/** A number with its sign, which what is shown as nothing does not have. */
export function signed(text: (value: number) => string): (value: number) => string {
  return (value) => {
    const size = text(Math.abs(value));
    if (size === text(0)) return size;
    return `${value < 0 ? '−' : '+'}${size}`;
  };
}

/** A difference with its interval: `+12k (+9k to +15k)`. */
export function changeText(change: Estimate, text: (value: number) => string): string {
  return change.estimate === undefined ? 'not known' : intervalText(change, signed(text));
}

/** The difference on a date, or the last before it; nothing where there is none. */
export function changeOn<T extends DatedChange>(changes: readonly T[], date: string): T | undefined {
  return changes.findLast((change) => change.date <= date) ?? changes[0];
}

/** `; baseline …, difference …` of a reading; nothing without a baseline. */
export function againstBaseline(
  baseline: string | undefined,
  changes: readonly DatedChange[] | undefined,
  { date, what, text }: { date: string; what: string; text: (value: number) => string },
): string {
  if (baseline === undefined) return '';
  const at = changes && changeOn(changes, date);
  return `; baseline ${baseline}${at === undefined ? '' : `; ${what} ${changeText(at.change, text)}`}`;
}
