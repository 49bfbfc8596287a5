import { gammaLogDensity, gammaLogQuantile } from '../gammaQuantile.ts';
import { logUpperGamma, lowerGamma, upperGamma } from '../incompleteGamma.ts';
import { requireNumber, requirePositive, requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import {
  knotOfExact,
  tabulatedQuantile,
  tabulateQuantile,
  type QuantileTable,
} from '../tabulatedQuantile.ts';

export interface Gamma {
  readonly kind: 'gamma';
  readonly shape: number;
  readonly scale: number;
  /** Logarithm of the quantile at scale 1, for draws; without it they take the exact one. */
  readonly table?: QuantileTable;
}

/** Shapes between which the functions of this room keep their accuracy. */
const LEAST_SHAPE = 0.01;
const MOST_SHAPE = 1e8;

/**
 * Gamma distribution by shape and scale. Its quantile is tabulated once, here (about a millisecond).
 *
 * @example gamma(2.5, 4) // mean 10
 */
export function gamma(shape: number, scale: number): Gamma {
  requireWithin('gamma shape', shape, LEAST_SHAPE, MOST_SHAPE);
  requirePositive('gamma scale', scale);
  const table = tabulateQuantile(
    knotOfExact(
      (u, q) => gammaLogQuantile(shape, u, q),
      (log) => gammaLogDensity(shape, log),
    ),
  );
  return table === undefined ? { kind: 'gamma', shape, scale } : { kind: 'gamma', shape, scale, table };
}

/** Chi-squared distribution: the sum of so many squared standard normals. */
export function chiSquared(degreesOfFreedom: number): Gamma {
  requireWithin('chi-squared degrees of freedom', degreesOfFreedom, 2 * LEAST_SHAPE, 2 * MOST_SHAPE);
  return gamma(degreesOfFreedom / 2, 2);
}

/** Sum of `stages` exponential stages with this mean in all. */
export function erlang(stages: number, mean: number): Gamma {
  requireNumber(
    'erlang stages',
    stages,
    Number.isInteger(stages) && stages > 0 && stages <= MOST_SHAPE,
    `a whole number from 1 to ${MOST_SHAPE}`,
  );
  requireNumber('erlang mean', mean, mean / stages > 0, `a number above 0 for each of ${stages} stages`);
  return gamma(stages, mean / stages);
}

export const gammaShape: Shape<Gamma> = {
  quantile: ({ shape, scale }, u) => scale * Math.exp(gammaLogQuantile(shape, u, 1 - u)),
  upperQuantile: ({ shape, scale }, q) => scale * Math.exp(gammaLogQuantile(shape, 1 - q, q)),
  variate: ({ shape, scale, table }, u, q) =>
    scale * Math.exp(tabulatedQuantile(table, u, q) ?? gammaLogQuantile(shape, u, q)),
  cdf: ({ shape, scale }, x) => lowerGamma(shape, x / scale),
  survival: ({ shape, scale }, x) => upperGamma(shape, x / scale),
  logSurvival: ({ shape, scale }, x) => logUpperGamma(shape, x / scale),
  mean: ({ shape, scale }) => shape * scale,
  variance: ({ shape, scale }) => shape * scale * scale,
};
