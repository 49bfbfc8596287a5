import { asWritten } from '../refusal/index.ts';

/** Throws unless the value is a whole number from 1. */
export function requireCount(noun: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${noun}: ${asWritten(value)}, expected a whole number from 1`);
}
