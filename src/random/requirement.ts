import { asWritten } from '../refusal/index.ts';

/** Smallest probability of a success for which all that is counted until one is a double, and its variance too. */
export const LEAST_CHANCE = 1e-100;

/** Throws `<noun>: <value>, expected <what>` unless the value is finite and passes. */
export function requireNumber(noun: string, value: number, passes: boolean, expected: string): void {
  if (!Number.isFinite(value) || !passes)
    throw new RangeError(`${noun}: ${asWritten(value)}, expected ${expected}`);
}

/** Throws unless the value is finite. */
export function requireFinite(noun: string, value: number): void {
  requireNumber(noun, value, true, 'a finite number');
}

/** Throws unless the value is finite and above zero. */
export function requirePositive(noun: string, value: number): void {
  requireNumber(noun, value, value > 0, 'a number above 0');
}

/** Throws unless the value is finite, above zero and so large that its inverse, a power, is a double. */
export function requirePower(noun: string, value: number): void {
  requirePositive(noun, value);
  requireNumber(noun, value, 1 / value < Infinity, 'a number whose inverse is a double');
}

/** Throws unless the value lies between two limits, beyond which the functions of this room lose their accuracy. */
export function requireWithin(noun: string, value: number, low: number, high: number): void {
  requireNumber(noun, value, value >= low && value <= high, `a number from ${low} to ${high}`);
}

/**
 * Throws unless the value is a probability strictly inside (0, 1). Texts are refused too, as scripts are that no
 * compiler looks at.
 */
export function requireInsideUnit(noun: string, value: number): void {
  if (typeof value !== 'number' || !(value > 0 && value < 1))
    throw new RangeError(`${noun}: ${asWritten(value)}, expected a number strictly between 0 and 1`);
}

/** Throws unless the value is a number; an infinite one is. */
export function requireNotNaN(noun: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new RangeError(`${noun}: ${asWritten(value)}, expected a number`);
}

/** Throws unless the upper of two ends is so near to the lower that the distance between them is a double. */
export function requireWidth(noun: string, value: number, from: number, fromNoun: string): void {
  requireNumber(
    noun,
    value,
    value - from < Infinity,
    `less than ${Number.MAX_VALUE} above the ${fromNoun} ${from}`,
  );
}

/** Throws unless the value is a list of numbers, or of whatever else: an array or a typed one. */
export function requireList(noun: string, value: unknown, of: string): void {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value))
    throw new TypeError(`${noun}: ${asWritten(value)}, expected a list of ${of}`);
}

/** Throws unless the value is an object, such as options are. */
export function requireObject(noun: string, value: unknown, expected: string): void {
  if (value === null || typeof value !== 'object')
    throw new TypeError(`${noun}: ${asWritten(value)}, expected ${expected}`);
}

/** Throws unless the value is a function. */
export function requireFunction(noun: string, value: unknown): void {
  if (typeof value !== 'function') throw new TypeError(`${noun}: ${asWritten(value)}, expected a function`);
}

/** Throws unless the value is a text. */
export function requireText(noun: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${noun}: ${asWritten(value)}, expected a text`);
}
