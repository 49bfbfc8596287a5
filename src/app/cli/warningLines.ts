import { formatIssue } from '../../scenario/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { wrapped } from './wrapped.ts';

/** What of the compared scenarios may not be meant, where it decides how their numbers are to be read. */
export function warningLines<S>({ warnings }: Pick<RunResult<S>, 'warnings'>): string[] {
  return warnings.flatMap((warning) => wrapped(`warning: ${formatIssue(warning)}`));
}
