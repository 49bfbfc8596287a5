import { createColors } from 'picocolors';
import { inLines } from './wrapped.ts';

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

/** Writes results as a person reads them, in lines that fit a terminal. */
export function printText(console: Console, text: string): void {
  printLine(console, inLines(text));
}

/** Writes a line about the run itself, which is no part of the results. */
export function noteLine(console: Console, line: string): void {
  console.error.write(`${line}\n`);
}

/** Colours for the results, none unless they go to a terminal that has some. */
export function coloursOf(console: Console): ReturnType<typeof createColors> {
  const { NO_COLOR } = process.env;
  return createColors(console.out.isTTY === true && NO_COLOR === undefined && !isDumb());
}

/** Whether a terminal shows colours and cursor movements as rubbish, or does not say that it knows them. */
export function isDumb({ TERM = '' }: Readonly<NodeJS.ProcessEnv> = process.env): boolean {
  return TERM === 'dumb' || (TERM === '' && process.platform !== 'win32');
}
