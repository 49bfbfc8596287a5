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
  const urlPath = pathToFileURL(script).pathname;
  const frames = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
  for (const frame of frames) {
    const [, path, line] = /(?:\(|at (?:async )?)(?:file:\/\/)?([^()]*):(\d+):\d+\)?$/.exec(frame) ?? [];
    if (path !== undefined && (path === script || path === urlPath)) return Number(line);
  }
  return undefined;
}
