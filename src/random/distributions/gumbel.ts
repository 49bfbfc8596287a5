import { requireFinite, requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Gumbel {
  readonly kind: 'gumbel';
  readonly location: number;
  readonly scale: number;
}

const EULER_GAMMA = 0.5772156649015329;

/** Gumbel distribution of maxima by location (its mode) and scale. */
export function gumbel(location: number, scale: number): Gumbel {
  requireFinite('gumbel location', location);
  requirePositive('gumbel scale', scale);
  return { kind: 'gumbel', location, scale };
}

export const gumbelShape: Shape<Gumbel> = {
  quantile: ({ location, scale }, u) => location - scale * Math.log(-Math.log(u)),
  upperQuantile: ({ location, scale }, q) => location - scale * Math.log(-Math.log1p(-q)),
  cdf: ({ location, scale }, x) => Math.exp(-Math.exp((location - x) / scale)),
  survival: ({ location, scale }, x) => -Math.expm1(-Math.exp((location - x) / scale)),
  logSurvival: ({ location, scale }, x) => {
    const z = (location - x) / scale;
    // 1 − exp(−e^z) is e^z there.
    return z < -40 ? z : Math.log(-Math.expm1(-Math.exp(z)));
  },
  mean: ({ location, scale }) => location + EULER_GAMMA * scale,
  variance: ({ scale }) => scale * (Math.PI ** 2 / 6) * scale,
};
