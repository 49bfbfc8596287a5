import type { Column } from './column.ts';
import { milestoneTitle } from './roles.ts';

/**
 * What an output of several points is called: as all of them call it, else `the target`, else its name, for each point
 * means its own.
 *
 * @example sharedTitle([{ role: 'readiness', title: '90 % of the contract', … }, { … '100 % of the contract', … }])
 *   // 'the target'
 */
export function sharedTitle(columns: readonly Column[]): string {
  const [first, ...others] = columns.map(milestoneTitle);
  if (others.every((title) => title === first)) return first!;
  return columns[0]!.role === 'readiness' ? 'the target' : columns[0]!.name;
}
