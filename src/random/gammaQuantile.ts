import { lowerGamma, poissonTerm, upperGamma } from './incompleteGamma.ts';
import { invertLogCdf } from './invertLogCdf.ts';
import { logGamma } from './logGamma.ts';
import { normalQuantile } from './normalQuantile.ts';

/** Logarithm near that of the smallest double, below which a distribution function is its leading power. */
const FURTHEST = -700;

/**
 * The logarithm of the exact quantile of the gamma distribution with scale 1, at lower probability u and upper
 * probability q = 1 − u.
 *
 * Starts from the approximation of E. B. Wilson and M. M. Hilferty (1931).
 */
export function gammaLogQuantile(shape: number, u: number, q: number): number {
  // P(a, x) is xᵃ / Γ(a + 1) there, and x itself may be no double any more.
  const asPower = (Math.log(u) + logGamma(shape + 1)) / shape;
  if (asPower < FURTHEST) return asPower;
  const z = u <= 0.5 ? normalQuantile(u) : -normalQuantile(q);
  const cubeRoot = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const guess = cubeRoot > 0.1 ? Math.log(shape) + 3 * Math.log(cubeRoot) : Math.log(u * shape) / shape + 1;
  return invertLogCdf(
    {
      lower: (t) => lowerGamma(shape, Math.exp(t)),
      upper: (t) => upperGamma(shape, Math.exp(t)),
      density: (t) => gammaLogDensity(shape, t),
    },
    u,
    q,
    guess,
  );
}

/** Density of the logarithm of a gamma variate with scale 1. */
export function gammaLogDensity(shape: number, log: number): number {
  return shape * poissonTerm(shape, Math.exp(log));
}
