import { LINE_WIDTH, wrapped } from './wrapped.ts';

const INDENT = 2;
const LABEL = 25;

/**
 * A label with its text beside it, broken between words so that every line fits a terminal of 80 columns.
 *
 * @example hangingLines('campus', 'A campus of one\'s own') // ['  campus                   A campus of one\'s own']
 */
export function hangingLines(label: string, text: string): string[] {
  const left = INDENT + LABEL;
  const head = `${' '.repeat(INDENT)}${label}`;
  const lines = wrapped(text, LINE_WIDTH - left);
  // A label that is too long has a line of its own.
  const [first = '', ...rest] = head.length < left ? lines : ['', ...lines];
  return [
    `${head.padEnd(first === '' ? 0 : left)}${first}`,
    ...rest.map((line) => `${' '.repeat(left)}${line}`),
  ];
}
