import { requirePositive } from '../requirement.ts';
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
  requirePositive('loglogistic shape', shape);
  requirePositive('loglogistic scale', scale);
  return { kind: 'loglogistic', shape, scale };
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
  mean: ({ shape, scale }) => {
    const angle = Math.PI / shape;
    return shape > 1 ? (scale * angle) / Math.sin(angle) : Infinity;
  },
  variance: ({ shape, scale }) => {
    const angle = Math.PI / shape;
    return shape > 2
      ? scale * scale * ((2 * angle) / Math.sin(2 * angle) - (angle / Math.sin(angle)) ** 2)
      : Infinity;
  },
};
