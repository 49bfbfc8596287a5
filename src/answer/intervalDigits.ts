/**
 * Digits after the point that leave two of an interval's width: what the interval hides is not shown.
 *
 * @param span width of the interval
 * @example intervalDigits(0.5); // 2
 */
export function intervalDigits(span: number): number | undefined {
  return span > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(span)))) : undefined;
}
