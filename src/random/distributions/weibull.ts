import { gammaFunction } from '../logGamma.ts';
import { requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Weibull {
  readonly kind: 'weibull';
  readonly shape: number;
  readonly scale: number;
}

/** Weibull distribution by shape and scale; a shape above 1 means that it wears out. */
export function weibull(shape: number, scale: number): Weibull {
  requirePositive('weibull shape', shape);
  requirePositive('weibull scale', scale);
  return { kind: 'weibull', shape, scale };
}

export const weibullShape: Shape<Weibull> = {
  quantile: ({ shape, scale }, u) => scale * (-Math.log1p(-u)) ** (1 / shape),
  upperQuantile: ({ shape, scale }, q) => scale * (-Math.log(q)) ** (1 / shape),
  cdf: ({ shape, scale }, x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
  survival: ({ shape, scale }, x) => (x <= 0 ? 1 : Math.exp(-((x / scale) ** shape))),
  logSurvival: ({ shape, scale }, x) => (x <= 0 ? 0 : -((x / scale) ** shape)),
  mean: ({ shape, scale }) => scale * gammaFunction(1 + 1 / shape),
  variance: ({ shape, scale }) =>
    scale * scale * (gammaFunction(1 + 2 / shape) - gammaFunction(1 + 1 / shape) ** 2),
};
