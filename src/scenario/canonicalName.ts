/**
 * A name as names are compared: accents and letters in one encoding, every blank a space. What reads the same is then
 * the same, however it was typed.
 *
 * @example canonicalName('cafe\u0301\u00a01') === 'caf\u00e9 1'
 */
export function canonicalName(name: string): string {
  return name.normalize('NFC').replace(/\p{Zs}/gu, ' ');
}
