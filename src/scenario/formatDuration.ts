import { unitFactor } from './unitSystem.ts';

const LARGEST_FIRST = ['year', 'month', 'week', 'day', 'hour'] as const;

/**
 * Days as a text that parses back to the same number: the largest unit that comes out whole, else days.
 *
 * @example formatDuration(21) // '3 weeks'
 */
export function formatDuration(days: number): string {
  for (const unit of LARGEST_FIRST) {
    const factor = unitFactor(unit, 'day') ?? NaN;
    const number = Math.round(days / factor);
    if (number !== 0 && number * factor === days && number < 1e15) {
      return `${number} ${unit}${Math.abs(number) === 1 ? '' : 's'}`;
    }
  }
  return `${days} days`;
}
