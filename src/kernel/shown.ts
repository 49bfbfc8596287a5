/**
 * A value as an error names it: a text in quotes and a list in brackets, so that neither is taken for a number; of what
 * can be waited for, or had by waiting, its kind and name.
 */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `[${String(value)}]`;
  const isBare = typeof value === 'object' && value !== null && typeof value.toString !== 'function';
  return isBare ? '[object Object]' : String(value);
}
