import type * as z from 'zod';

export interface ActualsOptions {
  /** Keys that hold the date of something that has happened. */
  readonly keys?: readonly string[];
}

/**
 * Refuses dates of things that happened after `asOf`, wherever they stand in the scenario; without `asOf` every such
 * date is refused.
 *
 * @example schema.superRefine((scenario, context) => refuseActualsAfter(scenario.asOf, scenario, context))
 */
export function refuseActualsAfter(
  asOf: string | undefined,
  scenario: unknown,
  context: z.RefinementCtx,
  { keys = ['started', 'finished'] }: ActualsOptions = {},
): void {
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (keys.includes(key) && typeof inner === 'string') refuse(key, inner, [...path, key]);
        else visit(inner, [...path, key]);
      }
    }
  };
  const refuse = (key: string, actual: string, path: readonly PropertyKey[]): void => {
    if (asOf !== undefined && actual <= asOf) return;
    const until =
      asOf === undefined
        ? 'expected asOf in a scenario with actual dates'
        : `expected a day up to asOf ${asOf}`;
    context.addIssue({ code: 'custom', path: [...path], message: `${until}, got ${key} "${actual}"` });
  };
  visit(scenario, []);
}
