/**
 * A number as it is read: whole from 1,000 on, else of three digits, with at most three behind the point.
 *
 * @example roundedText(12_345.6); // '12,346'
 */
export function roundedText(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(3, digits) });
}
