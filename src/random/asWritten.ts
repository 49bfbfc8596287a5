/**
 * A value as an error names it: texts in quotes, so that `"1"` is not taken for 1, and what has no short text by its
 * sort.
 */
export function asWritten(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) || ArrayBuffer.isView(value) ? 'a list' : 'an object';
}
