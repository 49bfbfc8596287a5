import { asWritten } from '../refusal/index.ts';

/**
 * What random numbers begin from: any text but the empty one, or a finite number or bigint, which stands for its
 * decimal text.
 */
export type Seed = string | number | bigint;

/**
 * The text of a seed, checked, as scripts are that no compiler looks at.
 *
 * @throws RangeError on an empty text, a number that is not finite, and anything else, naming it
 * @example seedText(7); // '7'
 */
export function seedText(seed: unknown, name = 'seed'): string {
  if (typeof seed === 'string' && seed !== '') return seed;
  if (typeof seed === 'bigint' || (typeof seed === 'number' && Number.isFinite(seed)))
    return decimalText(seed);
  throw new RangeError(
    `${name}: ${seed === '' ? 'empty' : asWritten(seed)}, expected some text or a finite number`,
  );
}

/** All places of a number, as a bigint is written: very large and very small ones have an exponent in their text. */
function decimalText(seed: number | bigint): string {
  const [, sign, whole, fraction = '', power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(seed)) ?? [];
  if (power === undefined) return String(seed);
  const exponent = Number(power);
  return exponent > 0
    ? `${sign}${whole}${fraction.padEnd(exponent, '0')}`
    : `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`;
}
