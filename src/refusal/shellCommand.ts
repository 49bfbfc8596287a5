/** What a shell takes as it is. */
const PLAIN = /^[\w@%+=:,./-]+(?:#\w+)?$/;

/** Words as a line to be pasted into a shell, where each of them stays one word whatever is in it. */
export function shellCommand(words: readonly string[]): string {
  return words.map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
