import { givenText, isGenerator, isThenable } from '../refusal/index.ts';

/**
 * Throws on what a callback has given where that is still to be done: a promise would go on outside of simulated time,
 * and of a generator nothing has run.
 */
export function refuseUnfinished(callback: string, given: unknown): void {
  if (isThenable(given))
    throw new Error(
      `${callback}: gave ${givenText(given)}, expected one that is done when it returns, no async function`,
    );
  if (isGenerator(given))
    throw new Error(
      `${callback}: gave a generator, of which nothing has run, expected a plain function; process(name, function* () { … }) runs one`,
    );
}
