import { normalCdf, normalDensity } from '../normalCdf.ts';
import { normalQuantile } from '../normalQuantile.ts';
import { requireFinite, requirePositive } from '../requirement.ts';
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
 * @throws RangeError when there is no probability between the ends
 * @example truncatedNormal(10, 4, { min: 0 })
 */
export function truncatedNormal(
  mean: number,
  sd: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): TruncatedNormal {
  requireFinite('truncated normal mean', mean);
  requirePositive('truncated normal sd', sd);
  if (min !== undefined) requireFinite('truncated normal min', min);
  if (max !== undefined) requireFinite('truncated normal max', max);
  const value = { kind: 'truncatedNormal', mean, sd, min: min ?? null, max: max ?? null } as const;
  if (!(standardEnds(value).mass > 0)) {
    throw new RangeError(
      `truncated normal: no probability from ${min} to ${max}, expected ends near the mean ${mean}`,
    );
  }
  return value;
}

interface StandardEnds {
  readonly low: number;
  readonly high: number;
  readonly mass: number;
  /** Whether both ends lie above the mean, so that upper tails keep the digits. */
  readonly upper: boolean;
}

function standardEnds({ mean, sd, min, max }: TruncatedNormal): StandardEnds {
  const low = min === null ? -Infinity : (min - mean) / sd;
  const high = max === null ? Infinity : (max - mean) / sd;
  return { low, high, mass: massBetween(low, high), upper: low > 0 };
}

function massBetween(low: number, high: number): number {
  return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
}

// z at lower share u and upper share q = 1 − u of the mass between the ends.
function standardQuantile(ends: StandardEnds, u: number, q: number): number {
  const lower = normalCdf(ends.low) + u * ends.mass;
  const upper = normalCdf(-ends.high) + q * ends.mass;
  const z = ends.upper || lower > 0.5 ? -normalQuantile(upper) : normalQuantile(lower);
  return Math.min(ends.high, Math.max(ends.low, z));
}

const timesDensity = (z: number): number => (Number.isFinite(z) ? z * normalDensity(z) : 0);

export const truncatedNormalShape: Shape<TruncatedNormal> = {
  quantile: (d, u) => d.mean + d.sd * standardQuantile(standardEnds(d), u, 1 - u),
  upperQuantile: (d, q) => d.mean + d.sd * standardQuantile(standardEnds(d), 1 - q, q),
  cdf: (d, x) => {
    const { low, high, mass } = standardEnds(d);
    const z = Math.min(high, Math.max(low, (x - d.mean) / d.sd));
    return massBetween(low, z) / mass;
  },
  survival: (d, x) => {
    const { low, high, mass } = standardEnds(d);
    const z = Math.min(high, Math.max(low, (x - d.mean) / d.sd));
    return massBetween(z, high) / mass;
  },
  mean: (d) => {
    const { low, high, mass } = standardEnds(d);
    return d.mean + (d.sd * (normalDensity(low) - normalDensity(high))) / mass;
  },
  variance: (d) => {
    const { low, high, mass } = standardEnds(d);
    const shift = (normalDensity(low) - normalDensity(high)) / mass;
    return d.sd ** 2 * (1 + (timesDensity(low) - timesDensity(high)) / mass - shift * shift);
  },
};
