/**
 * Things in a sentence.
 *
 * @example listText(['a', 'b', 'c']); // 'a, b and c'
 */
export function listText(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
