import { requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Geometric {
  readonly kind: 'geometric';
  readonly probability: number;
}

/** Number of trials up to and with the first success (1, 2, …); probability 1 gives the constant 1. */
export function geometric(probability: number): Geometric | Constant {
  requireNumber(
    'geometric probability',
    probability,
    probability > 0 && probability <= 1,
    'a number above 0 and up to 1',
  );
  return probability === 1 ? constant(1) : { kind: 'geometric', probability };
}

// Trials needed so that the logarithm of P(X > k) is at most this.
function trials({ probability }: Geometric, logSurvival: number): number {
  // A logarithm rounds: what is a whole number but for that is one.
  const exact = logSurvival / Math.log1p(-probability);
  return Math.max(1, Math.ceil(exact * (1 - 1e-13)));
}

export const geometricShape: Shape<Geometric> = {
  quantile: (d, u) => trials(d, Math.log1p(-u)),
  upperQuantile: (d, q) => trials(d, Math.log(q)),
  cdf: ({ probability }, x) => (x < 1 ? 0 : -Math.expm1(Math.floor(x) * Math.log1p(-probability))),
  survival: ({ probability }, x) => (x < 1 ? 1 : Math.exp(Math.floor(x) * Math.log1p(-probability))),
  mean: ({ probability }) => 1 / probability,
  variance: ({ probability }) => (1 - probability) / (probability * probability),
};
