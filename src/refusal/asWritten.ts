/**
 * A value as an error names it: texts in quotes, so that `"1"` is not taken for 1; what has no short text by its sort;
 * and what says itself what it is, such as what can be waited for, in its own words.
 *
 * @example asWritten('3 days'); // "3 days", in quotes
 */
export function asWritten(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'a list';
  return saysItself(value) ? String(value) : 'an object';
}

function saysItself(value: object): boolean {
  return typeof value.toString === 'function' && value.toString !== Object.prototype.toString;
}
