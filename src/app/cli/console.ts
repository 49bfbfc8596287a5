import { createColors } from 'picocolors';

/** Where a command writes. */
export interface Console {
  readonly out: NodeJS.WritableStream & { isTTY?: boolean };
  readonly error: NodeJS.WritableStream & { isTTY?: boolean };
}

/** The console of this process. */
export function processConsole(): Console {
  return { out: process.stdout, error: process.stderr };
}

/** Writes a line of results. */
export function printLine(console: Console, line: string): void {
  console.out.write(`${line}\n`);
}

/** Writes a line about the run itself, which is no part of the results. */
export function noteLine(console: Console, line: string): void {
  console.error.write(`${line}\n`);
}

/** Colours for the results, none unless they go to a terminal. */
export function coloursOf(console: Console): ReturnType<typeof createColors> {
  return createColors(console.out.isTTY === true && process.env['NO_COLOR'] === undefined);
}
