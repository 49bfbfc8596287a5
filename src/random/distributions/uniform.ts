import { requireFinite, requireNumber, requireWidth } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Uniform {
  readonly kind: 'uniform';
  readonly min: number;
  readonly max: number;
}

/** Equally likely anywhere between two ends; equal ends give a constant. */
export function uniform(min: number, max: number): Uniform | Constant {
  requireFinite('uniform min', min);
  requireNumber('uniform max', max, max >= min, `at least the minimum ${min}`);
  requireWidth('uniform max', max, min, 'minimum');
  return min === max ? constant(min) : { kind: 'uniform', min, max };
}

export const uniformShape: Shape<Uniform> = {
  quantile: ({ min, max }, u) => min + u * (max - min),
  upperQuantile: ({ min, max }, q) => max - q * (max - min),
  cdf: ({ min, max }, x) => Math.min(1, Math.max(0, (x - min) / (max - min))),
  survival: ({ min, max }, x) => Math.min(1, Math.max(0, (max - x) / (max - min))),
  mean: ({ min, max }) => (Math.abs(min + max) < Infinity ? (min + max) / 2 : min / 2 + max / 2),
  variance: ({ min, max }) => ((max - min) / 12) * (max - min),
};
