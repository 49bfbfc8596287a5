import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { CellEvent } from './cellEvent.ts';

/** What is reported of an error that ended the script, with the innermost line of the script that it came through. */
export function failureEvent(error: unknown, script: string): CellEvent {
  return { kind: 'failure', message: messageOf(error), line: lineIn(error, script) };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${inspect(error)}`;
  const text = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return error.cause === undefined ? text : `${text}\ncaused by ${messageOf(error.cause)}`;
}

function lineIn(error: unknown, script: string): number | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  const frames = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  const names = [script, pathToFileURL(script).pathname].map((name) => `${name}:`);
  for (const frame of frames) {
    const name = names.find((candidate) => frame.includes(candidate));
    if (name !== undefined) return Number.parseInt(frame.slice(frame.indexOf(name) + name.length), 10);
  }
  return undefined;
}
