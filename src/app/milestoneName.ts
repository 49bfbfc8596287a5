import { InputError } from '../experiment/inputError.ts';
import { type Column, type Outputs, targetMilestone } from '../record/index.ts';
import { expectedOneOf } from '../scenario/suggestion.ts';

/**
 * The milestone that is asked about: one by name, else the target.
 *
 * @throws InputError naming those that there are.
 */
export function milestoneName({ columns }: Outputs, asked: string | undefined): string {
  const names = columns.filter(({ kind }) => kind === 'milestone').map(({ name }) => name);
  if (names.length === 0) throw new InputError(noMilestone(asked));
  const name = asked ?? targetMilestone(columns)?.name;
  if (name === undefined || !names.includes(name)) {
    throw new InputError(`milestone: ${name ?? 'none'}, ${expectedOneOf(name ?? '', names)}`);
  }
  return name;
}

/** What is said where a milestone is asked about and the model has none. */
export function noMilestone(asked: string | undefined): string {
  return `milestone: ${asked ?? 'none named'}, and the model has no milestone`;
}

/**
 * The milestone that a table speaks of: one by name, else the target, where the model has one.
 *
 * @throws InputError naming those that there are.
 */
export function askedMilestone(outputs: Outputs, asked: string | undefined): Column | undefined {
  if (asked === undefined) return targetMilestone(outputs.columns);
  const name = milestoneName(outputs, asked);
  return outputs.columns.find((column) => column.name === name);
}
