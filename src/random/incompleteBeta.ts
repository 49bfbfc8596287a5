import { devianceTerm, stirlingError } from './logGamma.ts';

const TINY = 1e-300;

/**
 * Regularized incomplete beta function Iₓ(a, b), relative accuracy about 1e-13, and as much as x itself decides: with
 * parameters of 1e8 on both sides its last digit is worth 1e-12.
 *
 * `y` is 1 − x, passed beside x so that both ends keep their digits. The upper tail is `incompleteBeta(b, a, y, x)`.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return isLower(a, b, x, y) ? lowerPart(a, b, x, y) : 1 - lowerPart(b, a, y, x);
}

/** Whether x is up to (a + 1) / (a + b + 2), by the one of x and y that has the digits. */
function isLower(a: number, b: number, x: number, y: number): boolean {
  return x < 0.5 ? x <= (a + 1) / (a + b + 2) : y >= (b + 1) / (a + b + 2);
}

/** Its logarithm, where the function itself is too small for a double. */
export function logIncompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return -Infinity;
  if (y <= 0) return 0;
  if (!isLower(a, b, x, y)) return Math.log1p(-lowerPart(b, a, y, x));
  return (
    binomialExponent(a, b, x, y) +
    Math.log((a * b) / (2 * Math.PI * (a + b))) / 2 -
    Math.log(evenFraction(a, b, x, y))
  );
}

/** Density of the logit ln(x/y) of a beta variate: the density of x itself times x·y. */
export function betaLogitDensity(a: number, b: number, x: number, y: number): number {
  return (binomialTerm(a, b, x, y) * a * b) / (a + b);
}

// Γ(a+b+1) / (Γ(a+1)·Γ(b+1)) · xᵃ·yᵇ: the binomial mass for real counts.
function binomialTerm(a: number, b: number, x: number, y: number): number {
  return Math.exp(binomialExponent(a, b, x, y)) * Math.sqrt((a + b) / (2 * Math.PI * a * b));
}

function binomialExponent(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  return (
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y)
  );
}

/** From here on the fraction of `lowerPart` loses a digit for every tenfold parameter: 1 − x(a + b)/(a + 1) cancels. */
const LARGE = 1000;

function lowerPart(a: number, b: number, x: number, y: number): number {
  if (Math.max(a, b) > LARGE) return (binomialTerm(a, b, x, y) * a * b) / (a + b) / evenFraction(a, b, x, y);
  return ((binomialTerm(a, b, x, y) * b) / (a + b)) * fraction(a, b, x);
}

// Continued fraction, modified Lentz; DLMF 8.17.22.
function fraction(a: number, b: number, x: number): number {
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
  return h;
}

// Its even part, in which nothing cancels but a − (a + b)x, and that is taken from the side that has its digits.
// Source: A. R. DiDonato and A. H. Morris, "Algorithm 708", ACM Trans. Math. Softw. 18 (1992).
function evenFraction(a: number, b: number, x: number, y: number): number {
  const excess = a <= b ? a - (a + b) * x : (a + b) * y - b;
  const denominator = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (excess + 1 + n * (1 + y));
  // The one of n = 0 without its first part, which is 0 / 0 at a = 1.
  let c = guard((a / (a + 1)) * (excess + 1));
  let d = 0;
  let h = c;
  for (let n = 1; n < 100_000; n++) {
    const before = a + 2 * n - 1;
    const numerator = ((a + n - 1) / before) * ((a + b + n - 1) / before) * n * (b - n) * x * x;
    const next = denominator(n);
    d = 1 / guard(next + numerator * d);
    c = guard(next + numerator / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
