import { formatIssue, type Issue } from '../../scenario/index.ts';
import { noteLine, type Console } from './console.ts';

/** One line a warning, beside the results: what of a valid scenario may not be meant, and where it stands. */
export function noteWarnings(console: Console, warnings: readonly Issue[]): void {
  for (const warning of warnings) noteLine(console, `warning: ${formatIssue(warning)}`);
}
