import {
  logShareAbove,
  momentsWithin,
  quantileWithin,
  relativeMass,
  type NormalInterval,
} from '../normalInterval.ts';
import { requireFinite, requireObject, requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface TruncatedNormal {
  readonly kind: 'truncatedNormal';
  readonly mean: number;
  readonly sd: number;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Normal distribution by the mean and standard deviation it would have untruncated, conditioned on [min, max].
 *
 * Exact also where the ends are close together, far out in a tail, or wide apart.
 *
 * @throws RangeError when there is no room between the ends, or no probability that doubles can tell
 * @example truncatedNormal(10, 4, { min: 0 })
 */
export function truncatedNormal(
  mean: number,
  sd: number,
  bounds: { min?: number | undefined; max?: number | undefined },
): TruncatedNormal {
  requireFinite('truncated normal mean', mean);
  requirePositive('truncated normal sd', sd);
  requireObject('truncated normal bounds', bounds, 'an object with a min or a max');
  const { min, max } = bounds;
  if (min !== undefined) requireFinite('truncated normal min', min);
  if (max !== undefined) requireFinite('truncated normal max', max);
  if (min !== undefined && max !== undefined && !(max > min))
    throw new RangeError(`truncated normal max: ${max}, expected more than the min ${min}`);
  const value = { kind: 'truncatedNormal', mean, sd, min: min ?? null, max: max ?? null } as const;
  const { low, high } = ends(value);
  if (!(relativeMass({ low, high }) > 0) || Math.abs(Math.max(low, -high)) > FURTHEST)
    throw new RangeError(
      `truncated normal: ends from ${min} to ${max}, expected some within ${FURTHEST} standard deviations of the mean ${mean}`,
    );
  return value;
}

/** Standard deviations beyond which doubles have no digits left for where in the interval a value lies. */
const FURTHEST = 1e6;

function ends({ mean, sd, min, max }: TruncatedNormal): NormalInterval {
  return {
    low: min === null ? -Infinity : (min - mean) / sd,
    high: max === null ? Infinity : (max - mean) / sd,
  };
}

function inside(d: TruncatedNormal, z: number): number {
  return Math.min(d.max ?? Infinity, Math.max(d.min ?? -Infinity, d.mean + d.sd * z));
}

function standardised(d: TruncatedNormal, x: number): number {
  const { low, high } = ends(d);
  return Math.min(high, Math.max(low, (x - d.mean) / d.sd));
}

export const truncatedNormalShape: Shape<TruncatedNormal> = {
  quantile: (d, u) => inside(d, quantileWithin(ends(d), u, 1 - u)),
  upperQuantile: (d, q) => inside(d, quantileWithin(ends(d), 1 - q, q)),
  cdf: (d, x) => {
    const whole = ends(d);
    return Math.min(1, relativeMass(whole, whole.low, standardised(d, x)) / relativeMass(whole));
  },
  survival: (d, x) => {
    const whole = ends(d);
    return Math.min(1, relativeMass(whole, standardised(d, x), whole.high) / relativeMass(whole));
  },
  logSurvival: (d, x) => logShareAbove(ends(d), standardised(d, x)),
  mean: (d) => d.mean + d.sd * momentsWithin(ends(d)).mean,
  variance: (d) => (d.sd * momentsWithin(ends(d)).sd) ** 2,
};
