/** A key of several words, `orderShift`; not what begins with a capital or has one alone, such as `OpenAI` or `kW`. */
const KEY = /(?<!\w)[a-z][a-z\d]*(?:[A-Z][a-z\d]+)+(?!\w)/g;

/**
 * Keys in words, wherever they stand; names of parties and units stay as they are written.
 *
 * @example nameInWords('OpenAI.orderShift'); // 'OpenAI.order shift'
 */
export function nameInWords(name: string): string {
  return name.replaceAll(KEY, (key) => key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}
