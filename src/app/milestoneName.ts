import { InputError, type Outputs } from '../experiment/index.ts';
import { targetMilestone } from '../output/index.ts';

/**
 * The milestone that is asked about: one by name, else the target.
 *
 * @throws InputError naming those that there are.
 */
export function milestoneName({ columns }: Outputs, asked: string | undefined): string {
  const names = columns.filter(({ kind }) => kind === 'milestone').map(({ name }) => name);
  const name = asked ?? targetMilestone(columns)?.name;
  if (name === undefined || !names.includes(name)) {
    throw new InputError(`milestone: ${name ?? 'none'}, expected one of ${names.join(', ')}`);
  }
  return name;
}
