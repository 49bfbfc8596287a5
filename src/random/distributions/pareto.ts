import { requirePositive, requirePower } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Pareto {
  readonly kind: 'pareto';
  readonly alpha: number;
  readonly min: number;
}

/** Pareto distribution: P(X > x) = (min / x)^alpha. The mean is infinite up to alpha 1, the variance up to 2. */
export function pareto(alpha: number, min: number): Pareto {
  requirePower('pareto alpha', alpha);
  requirePositive('pareto min', min);
  return { kind: 'pareto', alpha, min };
}

export const paretoShape: Shape<Pareto> = {
  quantile: ({ alpha, min }, u) => min * Math.exp(-Math.log1p(-u) / alpha),
  upperQuantile: ({ alpha, min }, q) => min * q ** (-1 / alpha),
  cdf: ({ alpha, min }, x) => (x <= min ? 0 : -Math.expm1(alpha * Math.log(min / x))),
  survival: ({ alpha, min }, x) => (x <= min ? 1 : (min / x) ** alpha),
  logSurvival: ({ alpha, min }, x) => (x <= min ? 0 : alpha * Math.log(min / x)),
  mean: ({ alpha, min }) => (alpha > 1 ? (alpha * min) / (alpha - 1) : Infinity),
  variance: ({ alpha, min }) => (alpha > 2 ? (min / (alpha - 1)) ** 2 * (alpha / (alpha - 2)) : Infinity),
};
