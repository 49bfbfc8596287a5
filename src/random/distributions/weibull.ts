import { gammaSpread } from '../gammaSpread.ts';
import { gammaFunction, logGamma } from '../logGamma.ts';
import { requirePositive, requirePower } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Weibull {
  readonly kind: 'weibull';
  readonly shape: number;
  readonly scale: number;
}

/** Weibull distribution by shape and scale; a shape above 1 means that it wears out. */
export function weibull(shape: number, scale: number): Weibull {
  requirePower('weibull shape', shape);
  requirePositive('weibull scale', scale);
  return { kind: 'weibull', shape, scale };
}

function mean({ shape, scale }: Weibull): number {
  const x = 1 / shape;
  const unit = gammaFunction(1 + x);
  if (unit < Infinity) return scale * unit;
  // Together with the scale it may be a double again.
  return x < Infinity ? Math.exp(Math.log(scale) + logGamma(1 + x)) : Infinity;
}

// Γ(1 + 2x) − Γ(1 + x)² is Γ(1 + x)² times eᵈ − 1, in which nothing cancels.
function variance(d: Weibull): number {
  const centre = mean(d);
  if (centre === Infinity) return Infinity;
  const x = 1 / d.shape;
  const spread = gammaSpread(x);
  const log = spread * x * x;
  if (log > 700) return Math.exp(2 * Math.log(centre) + log);
  const growth = log < 1e-17 ? 1 : Math.expm1(log) / log;
  return (centre * x * Math.sqrt(spread * growth)) ** 2;
}

export const weibullShape: Shape<Weibull> = {
  quantile: ({ shape, scale }, u) => scale * (-Math.log1p(-u)) ** (1 / shape),
  upperQuantile: ({ shape, scale }, q) => scale * (-Math.log(q)) ** (1 / shape),
  cdf: ({ shape, scale }, x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
  survival: ({ shape, scale }, x) => (x <= 0 ? 1 : Math.exp(-((x / scale) ** shape))),
  logSurvival: ({ shape, scale }, x) => (x <= 0 ? 0 : -((x / scale) ** shape)),
  mean,
  variance,
};
