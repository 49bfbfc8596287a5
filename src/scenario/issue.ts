import { printableLine } from './printableLine.ts';

/**
 * One thing wrong with a scenario. Line and column count from 1; both are 0 where the value was not written in a file.
 */
export interface Issue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/**
 * `file.yaml:12:9: sites[1].power.firm: expected …, got …` on one line; without line, or without path, that part is
 * left out.
 */
export function formatIssue({ file, line, column, path, message }: Issue): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return [place, path, message]
    .filter((part) => part !== '')
    .map((part) => printableLine(part))
    .join(': ');
}

/** Everything that is wrong with one scenario, one line an issue. */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'ScenarioError';
    this.issues = issues;
  }
}

/** `sites[1].power.firm`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
