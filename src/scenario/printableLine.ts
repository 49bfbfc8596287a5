/** Longest line of a message; what comes behind it is cut. */
const MOST_CHARACTERS = 1000;

// Controls, line ends, and marks that turn the direction of text: what a terminal obeys and does not show.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text from outside as one line that a terminal shows and does not obey: line ends, escapes and marks of direction
 * are written out, and what is too long is cut.
 *
 * @example printableLine('a\nerror: b'); // 'a\\nerror: b'
 */
export function printableLine(text: string, most = MOST_CHARACTERS): string {
  // Cut twice: what is written out is longer than what it stands for.
  const line = text
    .slice(0, most + 1)
    .replaceAll(
      UNPRINTABLE,
      (mark) => SHORT[mark] ?? `\\u${mark.codePointAt(0)!.toString(16).padStart(4, '0')}`,
    );
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
