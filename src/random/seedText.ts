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
  if (typeof seed === 'bigint' || (typeof seed === 'number' && Number.isFinite(seed))) return String(seed);
  throw new RangeError(`${name}: ${described(seed)}, expected some text or a finite number`);
}

function described(value: unknown): string {
  if (value === '') return 'empty';
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}
