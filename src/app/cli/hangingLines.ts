/** Columns of a terminal that every line fits into. */
const WIDTH = 80;

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
  const lines = brokenText(text, WIDTH - left);
  // A label that is too long has a line of its own.
  const [first = '', ...rest] = head.length < left ? lines : ['', ...lines];
  return [
    `${head.padEnd(first === '' ? 0 : left)}${first}`,
    ...rest.map((line) => `${' '.repeat(left)}${line}`),
  ];
}

/** A text in lines of at most so many characters; a word that is longer stands alone. */
export function brokenText(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
