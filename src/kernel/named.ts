import { Process } from './process.ts';
import { shown } from './shown.ts';
import { Signal } from './signal.ts';
import { Supply } from './supply.ts';
import { Wait } from './wait.ts';

/** A value as an error names it; of what can be waited for, or had by waiting, its kind and name. */
export function named(value: unknown): string {
  if (value instanceof Process) return `process "${value.name}"`;
  const isNamed = value instanceof Wait || value instanceof Signal || value instanceof Supply;
  return isNamed ? value.describe() : shown(value);
}
