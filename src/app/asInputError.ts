import { InputError } from '../experiment/inputError.ts';

/** What a design refuses is something that the person has to change. */
export function asInputError(error: unknown): unknown {
  return error instanceof RangeError ? new InputError(error.message) : error;
}
