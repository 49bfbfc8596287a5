import { parseQuantity, QuantityError, type QuantityText } from '../scenario/quantityText.ts';

/** A number with its unit as it was typed; without one the unit is empty. */
export interface TypedNumber {
  readonly number: number;
  readonly unit: string;
}

/**
 * Reads a number as a scenario file does: 1e3, 100k, 1,000, 5 %, $2M; nothing where it is no single number.
 *
 * @example typedNumber('100k') // { number: 100_000, unit: '' }
 */
export function typedNumber(text: string): TypedNumber | undefined {
  const read = quantityIn(text);
  return read?.form === 'constant' ? read.terms[0] : undefined;
}

/**
 * Reads a range as a scenario file does, `40..120 weeks` for `40 to 120 weeks`: the last unit holds for both; nothing
 * where it is no range.
 *
 * @example typedRange('1e3..5k gpu') // [{ number: 1000, unit: 'gpu' }, { number: 5000, unit: 'gpu' }]
 */
export function typedRange(text: string): readonly [TypedNumber, TypedNumber] | undefined {
  const read = quantityIn(text.replace('..', ' to '));
  return read?.form === 'interval80' ? [read.terms[0]!, read.terms[1]!] : undefined;
}

/** The number in one of some units, by what each is divided to be counted alike; nothing where it is in another. */
export function numberIn(text: string, divisors: Readonly<Record<string, number>>): number | undefined {
  const typed = typedNumber(text);
  if (typed === undefined || !Object.hasOwn(divisors, typed.unit)) return undefined;
  return typed.number / divisors[typed.unit]!;
}

function quantityIn(text: string): QuantityText | undefined {
  try {
    return parseQuantity(text);
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}
