import { requireFinite, requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Triangular {
  readonly kind: 'triangular';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/**
 * Triangle over true ends: nothing lies outside [min, max]. For ends that are P10 and P90 use `lowModeHigh`.
 *
 * @example triangular(2, 5, 12)
 */
export function triangular(min: number, mode: number, max: number): Triangular | Constant {
  requireFinite('triangular min', min);
  requireNumber('triangular mode', mode, mode >= min, `at least the minimum ${min}`);
  requireNumber('triangular max', max, max >= mode, `at least the mode ${mode}`);
  return min === max ? constant(min) : { kind: 'triangular', min, mode, max };
}

export const triangularShape: Shape<Triangular> = {
  quantile: ({ min, mode, max }, u) => {
    const width = max - min;
    return u * width <= mode - min
      ? min + Math.sqrt(u * width * (mode - min))
      : max - Math.sqrt((1 - u) * width * (max - mode));
  },
  upperQuantile: ({ min, mode, max }, q) => {
    const width = max - min;
    return q * width <= max - mode
      ? max - Math.sqrt(q * width * (max - mode))
      : min + Math.sqrt((1 - q) * width * (mode - min));
  },
  cdf: ({ min, mode, max }, x) => {
    if (x <= min) return 0;
    if (x >= max) return 1;
    return x <= mode
      ? (x - min) ** 2 / ((max - min) * (mode - min))
      : 1 - (max - x) ** 2 / ((max - min) * (max - mode));
  },
  survival: ({ min, mode, max }, x) => {
    if (x <= min) return 1;
    if (x >= max) return 0;
    return x >= mode
      ? (max - x) ** 2 / ((max - min) * (max - mode))
      : 1 - (x - min) ** 2 / ((max - min) * (mode - min));
  },
  mean: ({ min, mode, max }) => (min + mode + max) / 3,
  variance: ({ min, mode, max }) => ((max - min) ** 2 + (mode - min) ** 2 - (max - min) * (mode - min)) / 18,
};
