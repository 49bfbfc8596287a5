import { CommanderError } from 'commander';
import { InputError, Interrupted } from '../../experiment/index.ts';
import { codeOf, refusedFile } from '../../refusal/index.ts';
import { formatIssue, printableLine, ScenarioError } from '../../scenario/index.ts';

/** Exit code of a command that failed, and what to say. */
export interface Failure {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

/** 0 asked for help, 1 the model or the machine failed, 2 bad input, 130 stopped. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2, lines: [] };
  if (error instanceof ScenarioError) {
    return { exitCode: 2, lines: error.issues.map((issue) => `error: ${formatIssue(issue)}`) };
  }
  if (error instanceof InputError) return { exitCode: 2, lines: [errorLine(error.message)] };
  if (error instanceof Interrupted) {
    const remedy = 'run the same command again to resume';
    return { exitCode: 130, lines: [`${error.message}; the finished ones are kept: ${remedy}`] };
  }
  const message = refusedFile(error) ?? (error instanceof Error ? error.message : String(error));
  const hint = isDiskFull(error)
    ? '; what was finished is kept: make room and run the same command again'
    : '';
  return { exitCode: 1, lines: [`${errorLine(message)}${hint}`] };
}

function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function errorLine(message: string): string {
  return `error: ${printableLine(message.trim())}`;
}
