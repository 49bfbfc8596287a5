/** Relative size below which a difference is what rounding leaves, and no variation. */
const DUST = 2 ** -46;

/** Whether a value is what rounding leaves of numbers of a size that cancel: no denominator then. */
export function isDust(value: number, size: number): boolean {
  return Math.abs(value) <= DUST * size;
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
