import { asWritten, givenText, isGenerator } from '../refusal/index.ts';
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
  // A wait has next too, and could not be stopped; one of async function* would never end here. Asked in place, as
  // many processes are made.
  if (
    typeof generator?.next === 'function' &&
    typeof generator.return === 'function' &&
    !(Symbol.asyncIterator in generator)
  )
    return generator;
  throw new Error(
    `process "${name}": body gave ${givenText(generator)}, expected a generator; write function* (day ${now})`,
  );
}

/** Throws on what is no body: above all on a generator, which is what a body gives when it is called. @internal */
export function checkBody(body: unknown, name: string, now: number): void {
  if (typeof body === 'function') return;
  const written = isGenerator(body)
    ? `a generator, expected the function that makes it; write process("${name}", () => work(…)) for process("${name}", work(…))`
    : `${asWritten(body)}, expected a generator function; write function* () { … }`;
  throw new Error(`process "${name}": body ${written} (day ${now})`);
}

/** What is wrong with what a body yields and cannot be begun. @internal */
export function wrongCommand(command: unknown): string {
  if (isGenerator(command)) return 'yielded a generator, expected yield* of it, or of a process that runs it';
  return `yielded ${givenText(command)}, expected days, an activity's lasting(days), or yield* of a wait such as signal.wait() or process.finished()`;
}
