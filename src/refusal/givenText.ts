import { asWritten } from './asWritten.ts';
import { isGenerator, isThenable } from './unfinished.ts';

/**
 * What a function of the user gave and should not have, as an error names it.
 *
 * A promise's own failure is passed over with it: nobody would see to it, and it would end the program later, far from
 * the mistake.
 */
export function givenText(value: unknown): string {
  if (isThenable(value)) {
    Promise.resolve(value).catch(() => {});
    return 'a promise';
  }
  if (!isGenerator(value)) return asWritten(value);
  return Symbol.asyncIterator in (value as object) ? 'an async generator' : 'a generator';
}
