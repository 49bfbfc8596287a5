import { normalCdf, normalSurvival } from '../normalCdf.ts';
import { requireFinite } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import type { Constant } from './constant.ts';
import { exponentialShape, type Exponential } from './exponential.ts';
import { lognormalShape, type Lognormal } from './lognormal.ts';

/** A distribution without ends whose values outside of bounds are moved onto them. */
export interface Clamped {
  readonly kind: 'clamped';
  readonly of: Lognormal | Exponential;
  readonly min: number;
  readonly max: number | null;
}

/**
 * A lognormal or exponential distribution with the values outside of [min, max] moved onto the bounds, as low / mode / high has it.
 * Bounds that leave it as it is are left away; a constant has to lie inside.
 *
 * @throws RangeError on bounds that do not rise, and a constant outside of them
 * @example clamped(fromInterval80(0.1, 5), { min: 0.1 })
 */
export function clamped<D extends Lognormal | Exponential | Constant>(
  of: D,
  { min = 0, max }: { min?: number | undefined; max?: number | undefined },
): D | Clamped {
  requireFinite('clamped min', min);
  if (max !== undefined && !(max >= min))
    throw new RangeError(`clamped max: ${max}, expected at least the min ${min}`);
  if (of.kind === 'constant') {
    if (of.value < min || of.value > (max ?? Infinity))
      throw new RangeError(`constant: ${of.value}, expected a number from ${min} to ${max ?? Infinity}`);
    return of;
  }
  return min <= 0 && max === undefined ? of : { kind: 'clamped', of, min, max: max ?? null };
}

const inside = (value: number, { min, max }: Clamped): number =>
  Math.max(min, Math.min(value, max ?? Infinity));

const shapeOf = (of: Lognormal | Exponential): Shape<Lognormal | Exponential> =>
  (of.kind === 'lognormal' ? lognormalShape : exponentialShape) as Shape<Lognormal | Exponential>;

/** E[Xᵏ; X ≤ x], for k = 1 and 2. */
function momentBelow(of: Lognormal | Exponential, k: 1 | 2, x: number): number {
  if (x <= 0) return 0;
  if (of.kind === 'lognormal') {
    const { meanLog, sdLog } = of;
    const whole = Math.exp(k * meanLog + (k * sdLog) ** 2 / 2);
    const z = (Math.log(x) - meanLog - k * sdLog * sdLog) / sdLog;
    return x === Infinity ? whole : whole * (z < 0 ? normalCdf(z) : 1 - normalSurvival(z));
  }
  const { mean } = of;
  const rest = x === Infinity ? 0 : Math.exp(-x / mean);
  if (k === 1) return mean - rest * (rest === 0 ? 0 : x + mean);
  return 2 * mean * mean - (rest === 0 ? 0 : rest * (x * x + 2 * x * mean + 2 * mean * mean));
}

function moment(d: Clamped, k: 1 | 2): number {
  const { of, min, max } = d;
  const shape = shapeOf(of);
  const top = max ?? Infinity;
  const beyond = max === null ? 0 : max ** k * shape.survival(of, max);
  return min ** k * shape.cdf(of, min) + momentBelow(of, k, top) - momentBelow(of, k, min) + beyond;
}

export const clampedShape: Shape<Clamped> = {
  quantile: (d, u) => inside(shapeOf(d.of).quantile(d.of, u), d),
  upperQuantile: (d, q) => inside(shapeOf(d.of).upperQuantile(d.of, q), d),
  cdf: (d, x) => {
    if (x < d.min) return 0;
    return d.max !== null && x >= d.max ? 1 : shapeOf(d.of).cdf(d.of, x);
  },
  survival: (d, x) => {
    if (x < d.min) return 1;
    return d.max !== null && x >= d.max ? 0 : shapeOf(d.of).survival(d.of, x);
  },
  mean: (d) => moment(d, 1),
  variance: (d) => Math.max(0, moment(d, 2) - moment(d, 1) ** 2),
};
