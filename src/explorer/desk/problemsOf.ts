import { formatIssue, ScenarioError } from '../../scenario/index.ts';
import type { Problem } from '../exchange.ts';

/** A page sees no folders. */
const REMEDY = '; drop or open the file that it extends together with it';

/** What is wrong, line by line, as the command line prints it. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof ScenarioError)
    return error.issues.map((issue) => ({
      line: `error: ${formatIssue(issue)}${issue.path === 'extends' ? REMEDY : ''}`,
      path: issue.line === 0 ? issue.path : undefined,
      at: issue.line === 0 ? undefined : { file: issue.file, line: issue.line, column: issue.column },
    }));
  return [
    {
      line: `error: ${error instanceof Error ? error.message : String(error)}`,
      path: undefined,
      at: undefined,
    },
  ];
}
