import type { RunResult } from '../runToFolder.ts';
import { replicationsText } from './replicationsText.ts';

/** Whether a precision was reached, after how many replications and looks; nothing when none was asked for. */
export function precisionLine<S>({ precise, looks, records }: RunResult<S>): string[] {
  if (precise === undefined) return [];
  const count = looks.length === 1 ? 'the first look' : `${looks.length} looks (${looks.join(', ')})`;
  return [
    `precision ${precise ? '' : 'not '}reached after ${replicationsText(records, { isOver: !precise })} and ${count}`,
  ];
}
