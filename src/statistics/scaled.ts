/** Powers of two between which fourth powers of numbers and of their differences are doubles. */
const PLAIN = 200;

/** Samples as they are, or by a power of two nearer to 1. */
export interface Scaled {
  readonly samples: readonly ArrayLike<number>[];
  /** Each number is that of `samples` times 2 to this. */
  readonly exponent: number;
}

/**
 * Samples whose squares neither overflow nor vanish: all of them by one power of two, which rounds nothing, and not at
 * all where they are of a usual size.
 *
 * @example scaled([[1e200, 2e200]]).samples // numbers between 1 and 2
 */
export function scaled(samples: readonly ArrayLike<number>[]): Scaled {
  let most = 0;
  for (const values of samples)
    for (let i = 0; i < values.length; i++) {
      const size = Math.abs(values[i]);
      if (size > most && size < Infinity) most = size;
    }
  const exponent = plainExponent(most);
  if (exponent === 0) return { samples, exponent };
  return {
    samples: samples.map((values) => Float64Array.from(values, (value) => timesPower(value, -exponent))),
    exponent,
  };
}

/** The power of two by which the squares of numbers up to this size are doubles; 0 for a usual size. */
export function plainExponent(most: number): number {
  const exponent = most === 0 ? 0 : Math.floor(Math.log2(most));
  return Math.abs(exponent) <= PLAIN ? 0 : exponent;
}

/** value·2^exponent, in two steps as the power itself may be no double. */
export function timesPower(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
