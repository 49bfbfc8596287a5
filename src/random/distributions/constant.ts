import { requireFinite } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Constant {
  readonly kind: 'constant';
  readonly value: number;
}

/** A quantity that is known: every draw is the value. */
export function constant(value: number): Constant {
  requireFinite('constant', value);
  return { kind: 'constant', value };
}

export const constantShape: Shape<Constant> = {
  quantile: ({ value }) => value,
  upperQuantile: ({ value }) => value,
  cdf: ({ value }, x) => (x >= value ? 1 : 0),
  survival: ({ value }, x) => (x < value ? 1 : 0),
  mean: ({ value }) => value,
  variance: () => 0,
};
