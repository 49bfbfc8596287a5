import { asWritten } from '../refusal/index.ts';
import { located } from './located.ts';
import type { Command } from './wait.ts';

/**
 * The body of a process: a generator that yields delays and waits.
 *
 * Where many are started, call a generator function that is written once, `() => pour(hall)`: each `function*`
 * expression that runs gets a hidden class of its own from V8, which keeps all that it captured until the next full
 * garbage collection.
 */
export type ProcessBody<T> = () => Generator<Command, T, unknown>;

/** The generator that a body gives; throws where it gives none. `name` and `now` are for errors. @internal */
export function generatorOf<T>(
  body: ProcessBody<T>,
  name: string,
  now: number,
): Generator<Command, T, unknown> {
  let generator: Generator<Command, T, unknown>;
  try {
    generator = body();
  } catch (error) {
    throw located(error, `process "${name}", day ${now}`);
  }
  // One of async function* has next too, and would never end here.
  if (typeof generator?.next === 'function' && !(Symbol.asyncIterator in generator)) return generator;
  throw new Error(
    `process "${name}": body gave ${asWritten(generator)}, expected a generator; write function* (day ${now})`,
  );
}
