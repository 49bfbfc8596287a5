import { normalQuantile, normalSurvival } from '../../src/random/index.ts';

/** The shape of what is left: a standard law around zero, by its logarithms and its quantile. */
export interface Noise {
  readonly logDensity: (z: number) => number;
  readonly survival: (z: number) => number;
  /** Its logarithm, where the survival itself is too small for a number. */
  readonly logSurvival: (z: number) => number;
  readonly quantile: (p: number) => number;
}

const LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

const FAR = 30;

export type NoiseName = 'logistic' | 'normal';

/** The shapes that can be fitted. The logistic law has scale 1, and so standard deviation π/√3. */
export const NOISES: Readonly<Record<NoiseName, Noise>> = {
  logistic: {
    logDensity: (z) => -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z))),
    survival: (z) => 1 / (1 + Math.exp(z)),
    logSurvival: (z) => (z > 0 ? -z - Math.log1p(Math.exp(-z)) : -Math.log1p(Math.exp(z))),
    quantile: (p) => Math.log(p / (1 - p)),
  },
  normal: {
    logDensity: (z) => -(z * z) / 2 - LOG_ROOT_TWO_PI,
    survival: normalSurvival,
    // Far out, the density over z: Mills' ratio to first order.
    logSurvival: (z) =>
      z < FAR ? Math.log(normalSurvival(z)) : -(z * z) / 2 - LOG_ROOT_TWO_PI - Math.log(z + 1 / z),
    quantile: normalQuantile,
  },
};
