import { roundedText } from './roundedText.ts';

/** The digits of a number before its point, with the thousands apart: `1,000`. */
export function withThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** A number rounded to a whole one, with its thousands apart: `1,000`. */
export function wholeText(value: number): string {
  return withThousands(value.toFixed(0));
}

/**
 * A count with its noun; of what comes in parts too, in few digits.
 *
 * @example countText(1, 'replication'); // '1 replication'
 */
export function countText(count: number, thing: string, things = `${thing}s`): string {
  const number = Number.isInteger(count) ? wholeText(count) : roundedText(count);
  return `${number} ${number === '1' ? thing : things}`;
}
