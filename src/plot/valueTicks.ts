/**
 * Round values at even distances that cover [`low`, `high`], about `count` of them; the ends are the axis.
 * Days are whole ones.
 *
 * @example valueTicks(0, 187, 4); // [0, 50, 100, 150, 200]
 */
export function valueTicks(low: number, high: number, count: number, unit?: string): number[] {
  // An axis on which there is nothing has no fractions of it.
  if (low === 0 && high === 0) return [0, 1];
  // Where nothing differs an axis still needs a length.
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const usual = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const step = unit === 'day' ? Math.ceil(usual) : usual;
  const [first, last] = [Math.floor(low / step), Math.ceil((low + span) / step)];
  // Multiplying keeps 3 × 0.1 from the tails of sums.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
