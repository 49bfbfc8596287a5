import { devianceTerm, stirlingError } from './logGamma.ts';

const TINY = 1e-300;

/**
 * Regularized incomplete beta function Iₓ(a, b), relative accuracy about 1e-13.
 *
 * `y` is 1 − x, passed beside x so that both ends keep their digits. The upper tail is `incompleteBeta(b, a, y, x)`.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x <= (a + 1) / (a + b + 2) ? lowerPart(a, b, x, y) : 1 - lowerPart(b, a, y, x);
}

/** Density of the logit ln(x/y) of a beta variate: the density of x itself times x·y. */
export function betaLogitDensity(a: number, b: number, x: number, y: number): number {
  return (binomialTerm(a, b, x, y) * a * b) / (a + b);
}

// Γ(a+b+1) / (Γ(a+1)·Γ(b+1)) · xᵃ·yᵇ: the binomial mass for real counts.
function binomialTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

// Continued fraction, modified Lentz; DLMF 8.17.22.
function lowerPart(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return ((binomialTerm(a, b, x, y) * b) / (a + b)) * h;
}

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
