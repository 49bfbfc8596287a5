import { textWidth, type TextStyle } from './textWidth.ts';

// A number keeps its percent sign.
const BREAK = / (?!%)/;

/** The lines of a text that fit in a width, broken at spaces, and inside a word only where it is wider than a line. */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK).flatMap((whole) => breakWord(whole, width, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, style) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function breakWord(word: string, width: number, style: TextStyle): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, style) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** The text itself, or as much of its head and its tail as fits in a width with `…` between them. */
export function shortenMiddle(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const letters = Array.from(text);
  for (let kept = letters.length - 1; kept > 2; kept--) {
    const head = letters
      .slice(0, Math.ceil(kept / 2))
      .join('')
      .trimEnd();
    const tail = letters
      .slice(letters.length - Math.floor(kept / 2))
      .join('')
      .trimStart();
    if (textWidth(`${head}…${tail}`, style) <= width) return `${head}…${tail}`;
  }
  return shortenText(text, width, style);
}

/** The text itself, or as much of its head as fits in a width with `…`. */
export function shortenText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, style) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
