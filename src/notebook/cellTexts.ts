import type { CellFailure, Output } from './cellRun.ts';

/** What is said where a cell failed. */
export function failureText({ message, line }: CellFailure): string {
  return line === undefined ? `Failed: ${message}` : `Failed at line ${line}: ${message}`;
}

/** What is said where a cell did not run. */
export const NOT_RUN = 'Not run: an earlier cell failed.';

/** What is said where a cell printed too much. */
export function cutText({ characters }: Extract<Output, { kind: 'cut' }>): string {
  return `${characters.toLocaleString('en-US')} more characters are not shown.`;
}
