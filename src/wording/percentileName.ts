/**
 * What a point of a distribution is called.
 *
 * @param u its cumulative probability
 * @example percentileName(0.1); // 'P10'
 */
export function percentileName(u: number): string {
  return `P${Number((100 * u).toPrecision(4))}`;
}
