import { betaLogitDensity, incompleteBeta } from './incompleteBeta.ts';
import { invertLogCdf } from './invertLogCdf.ts';
import { logGamma, logGammaStep } from './logGamma.ts';
import { requireWithin } from './requirement.ts';

/** Logarithm near that of the smallest double, below which a distribution function is its leading power. */
const FURTHEST = -700;

const below = (logit: number): number => 1 / (1 + Math.exp(-logit));
const above = (logit: number): number => 1 / (1 + Math.exp(logit));

/**
 * ln(x / (1 − x)) of the exact quantile x of the beta distribution, at lower probability u and upper probability q = 1
 * − u.
 *
 * The logit keeps the digits of x near 0 and of 1 − x near 1.
 */
export function betaLogitQuantile(a: number, b: number, u: number, q: number): number {
  const lower = leadingPower(a, b, u);
  if (lower < FURTHEST) return lower;
  const upper = leadingPower(b, a, q);
  if (upper < FURTHEST) return -upper;
  return invertLogCdf(
    {
      lower: (t) => incompleteBeta(a, b, below(t), above(t)),
      upper: (t) => incompleteBeta(b, a, above(t), below(t)),
      density: (t) => betaLogitDensity(a, b, below(t), above(t)),
    },
    u,
    q,
    Math.log(a / b),
  );
}

/** ln x where Iₓ(a, b) is its leading power, xᵃ / (a B(a, b)). */
function leadingPower(a: number, b: number, u: number): number {
  return (Math.log(u) + logGamma(a + 1) - logGammaStep(b, a)) / a;
}

/** The exact quantile of the beta distribution on [0, 1], for u from 0 to 1. */
export function betaQuantile(a: number, b: number, u: number): number {
  requireWithin('probability of the beta quantile', u, 0, 1);
  return below(betaLogitQuantile(a, b, u, 1 - u));
}
