import { requireFinite, requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { normalCdf, normalSurvival } from '../normalCdf.ts';
import { logNormalSurvival } from '../normalInterval.ts';
import { normalQuantile } from '../normalQuantile.ts';

export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

/** Normal distribution by mean and standard deviation. It is unbounded: not for durations. */
export function normal(mean: number, sd: number): Normal {
  requireFinite('normal mean', mean);
  requirePositive('normal sd', sd);
  return { kind: 'normal', mean, sd };
}

export const normalShape: Shape<Normal> = {
  quantile: ({ mean, sd }, u) => mean + sd * normalQuantile(u),
  upperQuantile: ({ mean, sd }, q) => mean - sd * normalQuantile(q),
  cdf: ({ mean, sd }, x) => normalCdf((x - mean) / sd),
  survival: ({ mean, sd }, x) => normalSurvival((x - mean) / sd),
  logSurvival: ({ mean, sd }, x) => logNormalSurvival((x - mean) / sd),
  mean: ({ mean }) => mean,
  variance: ({ sd }) => sd * sd,
};
