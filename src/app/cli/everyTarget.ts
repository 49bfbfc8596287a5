import type { Answer } from '../../answer/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** How likely every tenant's target is by its date, where there are several. */
export function everyTarget(targets: Answer['targets']): string[] {
  if (targets.length === 0) return [];
  const rows = targets.map(({ title, by, probability }) => [title, by, percentWithInterval(probability)]);
  return [plainTable(['target of each tenant', 'due', 'probability'], rows, 'The target of each tenant')];
}
