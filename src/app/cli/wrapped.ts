import { stripVTControlCharacters } from 'node:util';

/** Columns that a terminal has when nothing says more; a printed page and a terminal side by side have as many. */
export const LINE_WIDTH = 80;

/** How many columns a text takes: letters of East Asian scripts take two. */
export function columnsOf(text: string): number {
  return [...stripVTControlCharacters(text)].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/.test(letter) ? 2 : 1),
    0,
  );
}

/**
 * A text in lines of at most so many columns, broken at its spaces; a word that is longer stands on a line of its own.
 *
 * @example wrapped('one two three', 8, { indent: '  ' }) // ['one two', '  three']
 */
export function wrapped(
  text: string,
  width: number = LINE_WIDTH,
  { indent = '' }: { indent?: string } = {},
): string[] {
  const lines: string[] = [];
  let line = '';
  // A number is not parted from its per cent.
  for (const word of text.split(/ (?!%|pp\b)/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line];
}

/**
 * A text of several lines in which none is too long: what is drawn as a table is so already, and a command that is to
 * be copied stays whole.
 */
export function inLines(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => (isWhole(line) ? [line] : wrapped(line, LINE_WIDTH, { indent: /^ */.exec(line)![0] })))
    .join('\n');
}

function isWhole(line: string): boolean {
  return columnsOf(line) <= LINE_WIDTH || /^ *(gigaramp |[│┌├└])/.test(line);
}
