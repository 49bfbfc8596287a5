import type { Column } from './column.ts';
import type { Outcome, OutputValue } from './outputs.ts';

/** An output of a model, declared and read in one place. */
export interface Output<R> {
  readonly column: Column;
  /** Its value in a finished run: a number, or for a series one number a grid day. */
  read(run: R): OutputValue;
}

/**
 * Reads outputs off a finished run.
 *
 * @example
 * const wait: Output<{ days: number }> = {
 *   column: { name: 'wait', unit: 'day', kind: 'scalar', description: 'days waited' },
 *   read: ({ days }) => days,
 * };
 * outcomeOf([wait], { days: 3 }); // { wait: 3 }
 */
export function outcomeOf<R>(outputs: readonly Output<R>[], run: R): Outcome {
  // Hundreds of names: a table from the start, where a literal would pass through hundreds of shapes.
  const outcome = Object.create(null) as Record<string, OutputValue>;
  for (const { column, read } of outputs) outcome[column.name] = read(run);
  return outcome;
}

/** The same values without their names, in the order of the outputs. */
export function valuesOf<R>(outputs: readonly Output<R>[], run: R): OutputValue[] {
  return outputs.map(({ read }) => read(run));
}
