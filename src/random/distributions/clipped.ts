import { normalCdf } from '../normalCdf.ts';
import { requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';
import { exponentialShape, type Exponential } from './exponential.ts';
import { lognormalShape, type Lognormal } from './lognormal.ts';

type Endless = Lognormal | Exponential;

export interface Clipped {
  readonly kind: 'clipped';
  readonly of: Endless;
  readonly min: number;
  readonly max: number;
}

/**
 * A distribution without an end whose values outside [min, max] are moved onto the bounds, as those of low / mode / high are.
 *
 * @throws RangeError when the bounds do not rise
 * @example clipped(exponential(2.5), { min: 0.1, max: 100 })
 */
export function clipped(of: Endless, { min, max }: { min: number; max: number }): Clipped | Constant {
  requireNumber('clipped max', max, max >= min, `at least the minimum ${min}`);
  return min === max ? constant(min) : { kind: 'clipped', of, min, max };
}

function clamp(value: number, { min, max }: Clipped): number {
  return Math.min(max, Math.max(min, value));
}

/** Mean of x^power over the values strictly between the bounds, times the chance of being there. */
function partialMoment({ of, min, max }: Clipped, power: 1 | 2): number {
  return of.kind === 'lognormal'
    ? partialLognormal(of, Math.max(min, 0), max, power)
    : upperExponential(of.mean, Math.max(min, 0), power) - upperExponential(of.mean, max, power);
}

function partialLognormal({ meanLog, sdLog }: Lognormal, min: number, max: number, power: 1 | 2): number {
  const [from, to] = [min, max].map((x) => (Math.log(x) - meanLog) / sdLog - power * sdLog) as [
    number,
    number,
  ];
  // The tail that is the smaller loses no digits.
  const share = from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
  return share * Math.exp(power * meanLog + (power * sdLog) ** 2 / 2);
}

function upperExponential(mean: number, from: number, power: 1 | 2): number {
  const moment = power === 1 ? from + mean : from * from + 2 * mean * from + 2 * mean * mean;
  return moment * Math.exp(-from / mean);
}

function moment(d: Clipped, power: 1 | 2): number {
  const { of, min, max } = d;
  const shape = shapeOf(of);
  return min ** power * shape.cdf(of, min) + max ** power * shape.survival(of, max) + partialMoment(d, power);
}

function shapeOf(of: Endless): Shape<Endless> {
  return (of.kind === 'lognormal' ? lognormalShape : exponentialShape) as Shape<Endless>;
}

export const clippedShape: Shape<Clipped> = {
  quantile: (d, u) => clamp(shapeOf(d.of).quantile(d.of, u), d),
  upperQuantile: (d, q) => clamp(shapeOf(d.of).upperQuantile(d.of, q), d),
  cdf: (d, x) => (x < d.min ? 0 : x >= d.max ? 1 : shapeOf(d.of).cdf(d.of, x)),
  survival: (d, x) => (x < d.min ? 1 : x >= d.max ? 0 : shapeOf(d.of).survival(d.of, x)),
  mean: (d) => moment(d, 1),
  variance: (d) => moment(d, 2) - moment(d, 1) ** 2,
};
