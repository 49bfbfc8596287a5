import { InputError } from '../experiment/index.ts';
import { type Column, type Outputs, targetMilestone } from '../record/index.ts';
import { expectedOneOf } from '../scenario/index.ts';

/**
 * The milestone that is asked about: one by name, else the target.
 *
 * @throws InputError naming those that there are.
 */
export function milestoneName({ columns }: Outputs, asked: string | undefined): string {
  const names = columns.filter(({ kind }) => kind === 'milestone').map(({ name }) => name);
  const name = asked ?? targetMilestone(columns)?.name;
  if (name === undefined || !names.includes(name)) {
    throw new InputError(`milestone: ${name ?? 'none'}, ${expectedOneOf(name ?? '', names)}`);
  }
  return name;
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
