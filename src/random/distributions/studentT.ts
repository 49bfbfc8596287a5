import { normalCdf, normalDensity } from '../normalCdf.ts';
import { normalScore } from '../normalQuantile.ts';
import { requireFinite, requirePositive, requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import {
  logStudentTSurvival,
  studentTDensity,
  studentTSurvival,
  studentTUpperQuantile,
} from '../studentTFunctions.ts';
import { tabulatedQuantile, tabulateQuantile, type QuantileTable } from '../tabulatedQuantile.ts';

export interface StudentT {
  readonly kind: 'studentT';
  readonly degreesOfFreedom: number;
  readonly location: number;
  readonly scale: number;
  /** ln(t / z) of the quantile t, z being the normal score, for draws; without it they take the exact one. */
  readonly table?: QuantileTable;
}

/** Student's t, shifted and stretched. The mean needs more than 1 degree of freedom, a finite variance more than 2. */
export function studentT(degreesOfFreedom: number, location = 0, scale = 1): StudentT {
  requireWithin('degrees of freedom', degreesOfFreedom, 0.1, 1e8);
  requireFinite('student t location', location);
  requirePositive('student t scale', scale);
  const table = tabulateQuantile((z) => logRatioKnot(degreesOfFreedom, z), { rising: false });
  const value = { kind: 'studentT', degreesOfFreedom, location, scale } as const;
  return table === undefined ? value : { ...value, table };
}

// ln(t/z) is even and smooth in z, and gives t its full relative accuracy also beside the median.
function logRatioKnot(degreesOfFreedom: number, z: number): [number, number] {
  if (z === 0) return [Math.log(normalDensity(0) / studentTDensity(degreesOfFreedom, 0)), 0];
  const distance = Math.abs(z);
  const t = studentTUpperQuantile(degreesOfFreedom, normalCdf(-distance));
  const slope = normalDensity(z) / studentTDensity(degreesOfFreedom, t) / t - 1 / distance;
  return [Math.log(t / distance), Math.sign(z) * slope];
}

function standardVariate({ degreesOfFreedom, table }: StudentT, u: number, q: number): number {
  const logRatio = tabulatedQuantile(table, u, q);
  if (logRatio === undefined)
    return u < q ? -studentTUpperQuantile(degreesOfFreedom, u) : studentTUpperQuantile(degreesOfFreedom, q);
  return normalScore(u, q) * Math.exp(logRatio);
}

export const studentTShape: Shape<StudentT> = {
  quantile: (d, u) => d.location - d.scale * studentTUpperQuantile(d.degreesOfFreedom, u),
  upperQuantile: (d, q) => d.location + d.scale * studentTUpperQuantile(d.degreesOfFreedom, q),
  variate: (d, u, q) => d.location + d.scale * standardVariate(d, u, q),
  cdf: (d, x) => studentTSurvival(d.degreesOfFreedom, (d.location - x) / d.scale),
  survival: (d, x) => studentTSurvival(d.degreesOfFreedom, (x - d.location) / d.scale),
  logSurvival: (d, x) => {
    const t = (x - d.location) / d.scale;
    return t > 0
      ? logStudentTSurvival(d.degreesOfFreedom, t)
      : Math.log(studentTSurvival(d.degreesOfFreedom, t));
  },
  mean: ({ degreesOfFreedom, location }) => (degreesOfFreedom > 1 ? location : NaN),
  variance: ({ degreesOfFreedom, scale }) => {
    if (degreesOfFreedom > 2) return scale * (degreesOfFreedom / (degreesOfFreedom - 2)) * scale;
    return degreesOfFreedom > 1 ? Infinity : NaN;
  },
};
