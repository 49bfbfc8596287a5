import { devianceTerm, stirlingError } from './logGamma.ts';

const TINY = 1e-300;

/** xᵃ·e⁻ˣ / Γ(a + 1): the Poisson mass at a, for real a. */
export function poissonTerm(a: number, x: number): number {
  if (a === 0) return Math.exp(-x);
  if (x === 0) return 0;
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** Regularized lower incomplete gamma function P(a, x), relative accuracy about 1e-14. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? seriesPart(a, x) : 1 - fractionPart(a, x);
}

/** Regularized upper incomplete gamma function Q(a, x) = 1 − P(a, x), accurate in the upper tail. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - seriesPart(a, x) : fractionPart(a, x);
}

/** ln P(a, x), where P itself is too small for a double. */
export function logLowerGamma(a: number, x: number): number {
  if (x <= 0) return -Infinity;
  return x < a + 1 ? logPoissonTerm(a, x) + Math.log(series(a, x)) : Math.log1p(-fractionPart(a, x));
}

/** ln Q(a, x), where Q itself is too small for a double. */
export function logUpperGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return -Infinity;
  return x < a + 1 ? Math.log1p(-seriesPart(a, x)) : logPoissonTerm(a, x) + Math.log(a * fraction(a, x));
}

function logPoissonTerm(a: number, x: number): number {
  if (a === 0) return -x;
  return -stirlingError(a) - devianceTerm(a, x) - Math.log(2 * Math.PI * a) / 2;
}

function seriesPart(a: number, x: number): number {
  return poissonTerm(a, x) * series(a, x);
}

// Power series of P(a, x); Abramowitz and Stegun 6.5.29.
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

function fractionPart(a: number, x: number): number {
  return x === Infinity ? 0 : poissonTerm(a, x) * a * fraction(a, x);
}

// Continued fraction of Q(a, x), modified Lentz; Abramowitz and Stegun 6.5.31.
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    c = b + numerator / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = Math.abs(c) < TINY ? TINY : c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}
