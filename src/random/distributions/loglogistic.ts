import { requirePositive, requirePower } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Loglogistic {
  readonly kind: 'loglogistic';
  readonly shape: number;
  readonly scale: number;
}

/**
 * Log-logistic distribution by shape and scale (its median). The mean is infinite up to shape 1, the variance up to 2.
 */
export function loglogistic(shape: number, scale: number): Loglogistic {
  requirePower('loglogistic shape', shape);
  requirePositive('loglogistic scale', scale);
  return { kind: 'loglogistic', shape, scale };
}

// sin(π/k) near k = 1 and tan(π/k) near k = 2 by what is left of the angle, which has its digits.
function mean({ shape, scale }: Loglogistic): number {
  if (!(shape > 1)) return Infinity;
  const angle = Math.PI / shape;
  return (scale * angle) / Math.sin(shape < 2 ? angle * (shape - 1) : angle);
}

// The mean squared times tan(a) / a − 1.
function variance(d: Loglogistic): number {
  if (!(d.shape > 2)) return Infinity;
  const angle = Math.PI / d.shape;
  if (d.shape < 4) {
    const tangent = 1 / Math.tan((angle * (d.shape - 2)) / 2);
    return mean(d) ** 2 * (tangent / angle - 1);
  }
  const [rest, whole] = tangentFraction(angle);
  return (mean(d) * angle) ** 2 / (rest * whole);
}

/**
 * Two numbers over which a² is tan(a) / a − 1, by Lambert's continued fraction, in which nothing cancels: Handbook of
 * Mathematical Functions (1964), 4.3.94.
 */
function tangentFraction(angle: number): [number, number] {
  const square = angle * angle;
  let rest = 31;
  for (let odd = 29; odd >= 3; odd -= 2) rest = odd - square / rest;
  return [rest, 1 - square / rest];
}

export const loglogisticShape: Shape<Loglogistic> = {
  quantile: ({ shape, scale }, u) => scale * (u / (1 - u)) ** (1 / shape),
  upperQuantile: ({ shape, scale }, q) => scale * ((1 - q) / q) ** (1 / shape),
  cdf: ({ shape, scale }, x) => (x <= 0 ? 0 : 1 / (1 + (scale / x) ** shape)),
  survival: ({ shape, scale }, x) => (x <= 0 ? 1 : 1 / (1 + (x / scale) ** shape)),
  logSurvival: ({ shape, scale }, x) => {
    if (x <= 0) return 0;
    const log = shape * Math.log(x / scale);
    return log > 40 ? -log : -Math.log1p(Math.exp(log));
  },
  mean,
  variance,
};
