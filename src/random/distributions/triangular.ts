import { requireFinite, requireNumber, requireWidth } from '../requirement.ts';
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
  requireWidth('triangular max', max, min, 'minimum');
  return min === max ? constant(min) : { kind: 'triangular', min, mode, max };
}

/** Between them squares of the ends' distances are doubles with all their digits. */
const LEAST_PRODUCT = 1e-290;
const MOST_PRODUCT = 1e290;

/** √(ab), by a power of two where the product itself is no double any more. */
function rootOfProduct(a: number, b: number): number {
  const product = a * b;
  if (product > LEAST_PRODUCT && product < MOST_PRODUCT) return Math.sqrt(product);
  const power = product < 1 ? 2 ** 512 : 2 ** -512;
  return Math.sqrt(a * power * (b * power)) / power;
}

/** distance² / (width·side), in two quotients where the squares are no doubles any more. */
function squareShare(distance: number, width: number, side: number): number {
  const square = distance ** 2;
  const whole = width * side;
  return square > LEAST_PRODUCT && whole < MOST_PRODUCT
    ? square / whole
    : (distance / width) * (distance / side);
}

export const triangularShape: Shape<Triangular> = {
  quantile: ({ min, mode, max }, u) => {
    const width = max - min;
    return u * width <= mode - min
      ? min + rootOfProduct(u * width, mode - min)
      : max - rootOfProduct((1 - u) * width, max - mode);
  },
  upperQuantile: ({ min, mode, max }, q) => {
    const width = max - min;
    return q * width <= max - mode
      ? max - rootOfProduct(q * width, max - mode)
      : min + rootOfProduct((1 - q) * width, mode - min);
  },
  cdf: ({ min, mode, max }, x) => {
    if (x <= min) return 0;
    if (x >= max) return 1;
    return x <= mode
      ? squareShare(x - min, max - min, mode - min)
      : 1 - squareShare(max - x, max - min, max - mode);
  },
  survival: ({ min, mode, max }, x) => {
    if (x <= min) return 1;
    if (x >= max) return 0;
    return x >= mode
      ? squareShare(max - x, max - min, max - mode)
      : 1 - squareShare(x - min, max - min, mode - min);
  },
  mean: ({ min, mode, max }) => {
    const sum = min + mode + max;
    return Math.abs(sum) < MOST_PRODUCT ? sum / 3 : min / 3 + mode / 3 + max / 3;
  },
  variance: ({ min, mode, max }) => {
    const width = max - min;
    const place = (mode - min) / width;
    return width * ((1 - place + place * place) / 18) * width;
  },
};
