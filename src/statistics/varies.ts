/** Relative size below which a difference is what rounding leaves, and no variation. */
const DUST = 2 ** -46;

/** Whether a value is what rounding leaves of numbers of a size that cancel: no denominator then. */
export function isDust(value: number, size: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= DUST * size;
}

/**
 * first − second of each pair; nothing but zeros where no pair differs by more than rounding does.
 *
 * @example differences([0.1 + 0.2], [0.3]) // [0]
 */
export function differences(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const found = Float64Array.from(first, (value, i) => value - second[i]);
  const isAllDust = found.every((difference, i) =>
    isDust(difference, Math.max(Math.abs(first[i]), Math.abs(second[i]))),
  );
  return isAllDust ? found.fill(0) : found;
}

/**
 * Whether numbers vary by more than rounding does: what lies nearer together than 1.4e-14 of the largest of them is
 * taken to be equal, so that no quotient is made of dust.
 *
 * @example varies([0.1, 0.1, 0.1]); // false
 */
export function varies(values: Iterable<number>): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // In halves: the difference itself may be more than any double.
  return most / 2 - least / 2 > DUST * Math.max(Math.abs(least) / 2, Math.abs(most) / 2);
}
