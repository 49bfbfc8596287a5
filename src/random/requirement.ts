/** Throws `<noun>: <value>, expected <what>` unless the value is finite and passes. */
export function requireNumber(noun: string, value: number, passes: boolean, expected: string): void {
  if (!Number.isFinite(value) || !passes) throw new RangeError(`${noun}: ${value}, expected ${expected}`);
}

/** Throws unless the value is finite. */
export function requireFinite(noun: string, value: number): void {
  requireNumber(noun, value, true, 'a finite number');
}

/** Throws unless the value is finite and above zero. */
export function requirePositive(noun: string, value: number): void {
  requireNumber(noun, value, value > 0, 'a number above 0');
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

function asWritten(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
