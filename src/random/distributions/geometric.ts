import { ROUNDING } from '../discreteQuantile.ts';
import { dyadicComplementPower } from '../dyadicBinomial.ts';
import { LEAST_CHANCE, requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Geometric {
  readonly kind: 'geometric';
  readonly probability: number;
}

/** Number of trials up to and with the first success (1, 2, …); probability 1 gives the constant 1. */
export function geometric(probability: number): Geometric | Constant {
  requireWithin('geometric probability', probability, LEAST_CHANCE, 1);
  return probability === 1 ? constant(1) : { kind: 'geometric', probability };
}

/** Relative error of the quotient of two logarithms: what is a whole number but for that is one. */
const TIE = 1e-13;

// The fewest trials with P(X > k) at most q, which is given by its logarithm too; `given` is q or its complement.
function trials({ probability }: Geometric, q: number, logSurvival: number, given: number): number {
  const error = TIE * -logSurvival + (given > 0.5 ? ROUNDING / q : 0);
  const k = Math.max(1, Math.ceil((logSurvival + error) / Math.log1p(-probability)));
  // Where the powers are doubles, they decide.
  const before = dyadicComplementPower(probability, k - 1);
  const here = dyadicComplementPower(probability, k);
  if (before !== undefined && k > 1 && before <= q) return k - 1;
  return here !== undefined && here > q ? k + 1 : k;
}

function survival({ probability }: Geometric, x: number): number {
  if (x < 1) return 1;
  const k = Math.floor(x);
  if (k === 1) return 1 - probability;
  return dyadicComplementPower(probability, k) ?? Math.exp(k * Math.log1p(-probability));
}

export const geometricShape: Shape<Geometric> = {
  quantile: (d, u) => trials(d, 1 - u, Math.log1p(-u), u),
  upperQuantile: (d, q) => trials(d, q, Math.log(q), q),
  cdf: ({ probability }, x) => {
    const k = Math.floor(x);
    if (k < 2) return k === 1 ? probability : 0;
    const exact = dyadicComplementPower(probability, k);
    return exact === undefined ? -Math.expm1(k * Math.log1p(-probability)) : 1 - exact;
  },
  survival,
  logSurvival: ({ probability }, x) => (x < 1 ? 0 : Math.floor(x) * Math.log1p(-probability)),
  mean: ({ probability }) => 1 / probability,
  variance: ({ probability }) => (1 - probability) / (probability * probability),
};
