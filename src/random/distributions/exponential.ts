import { requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Exponential {
  readonly kind: 'exponential';
  readonly mean: number;
}

/** Waiting time without memory, by its mean. */
export function exponential(mean: number): Exponential {
  requirePositive('exponential mean', mean);
  return { kind: 'exponential', mean };
}

export const exponentialShape: Shape<Exponential> = {
  quantile: ({ mean }, u) => -mean * Math.log1p(-u),
  upperQuantile: ({ mean }, q) => -mean * Math.log(q),
  cdf: ({ mean }, x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
  survival: ({ mean }, x) => (x <= 0 ? 1 : Math.exp(-x / mean)),
  logSurvival: ({ mean }, x) => (x <= 0 ? 0 : -x / mean),
  mean: ({ mean }) => mean,
  variance: ({ mean }) => mean * mean,
};
