import { clampedMoments } from '../clampedMoments.ts';
import type { Distribution } from '../distribution.ts';
import { logSurvivalOf, type Shape } from '../shape.ts';

/** A distribution whose values outside of bounds are moved onto them; `clamped` of this room makes it. */
export interface Clamped {
  readonly kind: 'clamped';
  readonly of: Distribution;
  readonly min: number | null;
  readonly max: number | null;
}

const inside = (value: number, { min, max }: Clamped): number =>
  Math.max(min ?? -Infinity, Math.min(value, max ?? Infinity));

/** What a clamped distribution can do, over what it can unclamped. */
export function clampedShape(shapeOf: (of: Distribution) => Shape<Distribution>): Shape<Clamped> {
  return {
    quantile: (d, u) => inside(shapeOf(d.of).quantile(d.of, u), d),
    upperQuantile: (d, q) => inside(shapeOf(d.of).upperQuantile(d.of, q), d),
    cdf: (d, x) => {
      if (d.min !== null && x < d.min) return 0;
      return d.max !== null && x >= d.max ? 1 : shapeOf(d.of).cdf(d.of, x);
    },
    survival: (d, x) => {
      if (d.min !== null && x < d.min) return 1;
      return d.max !== null && x >= d.max ? 0 : shapeOf(d.of).survival(d.of, x);
    },
    logSurvival: (d, x) => {
      if (d.min !== null && x < d.min) return 0;
      return d.max !== null && x >= d.max ? -Infinity : logSurvivalOf(shapeOf(d.of), d.of, x);
    },
    mean: (d) => clampedMoments(d, shapeOf(d.of)).mean,
    variance: (d) => clampedMoments(d, shapeOf(d.of)).variance,
  };
}
