import { InputError } from '../experiment/inputError.ts';

/** What is made; what a design refuses is, as InputError, something that the person has to change. */
export function orInputError<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  }
}
