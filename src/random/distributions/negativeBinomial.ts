import { cornishFisher, discreteQuantile, type DiscreteCdf } from '../discreteQuantile.ts';
import { incompleteBeta } from '../incompleteBeta.ts';
import { normalQuantile } from '../normalQuantile.ts';
import { requireNumber, requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface NegativeBinomial {
  readonly kind: 'negativeBinomial';
  readonly successes: number;
  readonly probability: number;
}

/** Number of failures before that many successes (which may be fractional); probability 1 gives the constant 0. */
export function negativeBinomial(successes: number, probability: number): NegativeBinomial | Constant {
  requireWithin('negative binomial successes', successes, 0.01, 1e8);
  requireNumber(
    'negative binomial probability',
    probability,
    probability > 0 && probability <= 1,
    'a number above 0 and up to 1',
  );
  return probability === 1 ? constant(0) : { kind: 'negativeBinomial', successes, probability };
}

function counts({ successes, probability }: NegativeBinomial): DiscreteCdf {
  const failure = 1 - probability;
  return {
    cdf: (x) => {
      if (x < 0) return 0;
      return x === Infinity ? 1 : incompleteBeta(successes, Math.floor(x) + 1, probability, failure);
    },
    survival: (x) => {
      if (x < 0) return 1;
      return x === Infinity ? 0 : incompleteBeta(Math.floor(x) + 1, successes, failure, probability);
    },
  };
}

function search(d: NegativeBinomial, u: number, q: number): number {
  const failure = 1 - d.probability;
  const mean = (d.successes * failure) / d.probability;
  const skewness = (1 + failure) / Math.sqrt(d.successes * failure);
  const guess = cornishFisher(mean, Math.sqrt(mean / d.probability), skewness, normalQuantile(u));
  return discreteQuantile(counts(d), u, q, guess);
}

export const negativeBinomialShape: Shape<NegativeBinomial> = {
  quantile: (d, u) => search(d, u, 1 - u),
  upperQuantile: (d, q) => search(d, 1 - q, q),
  cdf: (d, x) => counts(d).cdf(x),
  survival: (d, x) => counts(d).survival(x),
  mean: ({ successes, probability }) => (successes * (1 - probability)) / probability,
  variance: ({ successes, probability }) => (successes * (1 - probability)) / (probability * probability),
};
