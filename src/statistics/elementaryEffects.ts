import type { Stream } from '../random/index.ts';
import { bootstrap } from './bootstrap.ts';
import type { Estimate } from './estimate.ts';
import { meanInterval } from './meanInterval.ts';
import { meanOf, moments } from './moments.ts';
import { isDust, varies } from './varies.ts';

/** Morris's measures of one factor: effect over its whole range, its size whatever its sign, and how much it varies. */
export interface ElementaryEffects {
  readonly mean: Estimate;
  /** Mean of the absolute effects, called μ*. */
  readonly size: Estimate;
  /** Standard deviation of the effects: interaction or curvature; undefined below two effects. */
  readonly spread: number | undefined;
}

/**
 * μ, μ* and σ from the elementary effects of one factor, one a trajectory.
 *
 * Source: M. D. Morris, Technometrics 33 (1991); μ* from F. Campolongo, J. Cariboni and A. Saltelli, Environ. Model.
 * Softw. 22 (2007).
 *
 * @param largest size of the largest response behind the effects: an effect of what rounding leaves beside it is 0
 */
export function elementaryEffects(
  effects: ArrayLike<number>,
  stream: Stream,
  largest = 0,
): ElementaryEffects {
  const kept = Float64Array.from(effects, (effect) => (isDust(effect, largest) ? 0 : effect));
  const isOneNumber = kept.every((effect) => Number.isFinite(effect)) && !varies(kept);
  return measures(isOneNumber ? kept.fill(kept[0]) : kept, stream);
}

function measures(effects: Float64Array, stream: Stream): ElementaryEffects {
  const sizes = Float64Array.from(effects, Math.abs);
  const size = bootstrap(sizes.length, (indices) => meanOf(Array.from(indices, (i) => sizes[i])), {
    stream,
    resamples: 1000,
    method: 'percentile',
  });
  return {
    mean: meanInterval(effects),
    size,
    spread: effects.length < 2 ? undefined : moments(effects).sd,
  };
}
