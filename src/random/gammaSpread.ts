import { logGamma } from './logGamma.ts';

/** ζ(n) − 1 for n from 2. */
const ZETA_LESS_1: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
];

/** Up to here the series has all digits with the terms that stand above. */
const SMALL = 1 / 8;

/**
 * ln Γ(1 + 2x) − 2 ln Γ(1 + x) for x > 0, over x²: without cancellation, and also where x² is no double any more.
 *
 * Source of the series: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 6.1.33. Its part
 * without zetas is ln((1 + x)² / (1 + 2x)).
 */
export function gammaSpread(x: number): number {
  if (x > SMALL) return (logGamma(1 + 2 * x) - 2 * logGamma(1 + x)) / (x * x);
  const square = (x * x) / (1 + 2 * x);
  let sum = square < 1e-17 ? 1 / (1 + 2 * x) : Math.log1p(square) / (x * x);
  let power = 1;
  ZETA_LESS_1.forEach((zeta, i) => {
    sum += (zeta * (2 ** (i + 2) - 2) * power) / (i + 2);
    power *= -x;
  });
  return sum;
}
