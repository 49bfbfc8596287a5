import { cornishFisher, discreteQuantile, type DiscreteCdf } from '../discreteQuantile.ts';
import { dyadicBinomialCdf } from '../dyadicBinomial.ts';
import { incompleteBeta, logIncompleteBeta } from '../incompleteBeta.ts';
import { normalScore } from '../normalQuantile.ts';
import { LEAST_CHANCE, requireWithin } from '../requirement.ts';
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
  requireWithin('negative binomial probability', probability, LEAST_CHANCE, 1);
  return probability === 1 ? constant(0) : { kind: 'negativeBinomial', successes, probability };
}

function counts({ successes, probability }: NegativeBinomial): DiscreteCdf {
  const failure = 1 - probability;
  // More than k failures come first where r + k trials have fewer than r successes.
  const exactSurvival = (k: number): number | undefined =>
    dyadicBinomialCdf(successes + k, probability, successes - 1);
  return {
    exactCdf: (k) => {
      if (k < 0) return 0;
      const exact = exactSurvival(k);
      return exact === undefined ? undefined : 1 - exact;
    },
    cdf: (x) => {
      if (x < 0) return 0;
      if (x === Infinity) return 1;
      const exact = exactSurvival(Math.floor(x));
      return exact === undefined
        ? incompleteBeta(successes, Math.floor(x) + 1, probability, failure)
        : 1 - exact;
    },
    survival: (x) => {
      if (x < 0) return 1;
      if (x === Infinity) return 0;
      const k = Math.floor(x);
      return exactSurvival(k) ?? incompleteBeta(k + 1, successes, failure, probability);
    },
  };
}

function search(d: NegativeBinomial, u: number, q: number, given: number): number {
  const failure = 1 - d.probability;
  const mean = (d.successes * failure) / d.probability;
  const skewness = (1 + failure) / Math.sqrt(d.successes * failure);
  const guess = cornishFisher(mean, Math.sqrt(mean / d.probability), skewness, normalScore(u, q));
  return discreteQuantile(counts(d), { u, q, given, guess });
}

export const negativeBinomialShape: Shape<NegativeBinomial> = {
  quantile: (d, u) => search(d, u, 1 - u, u),
  upperQuantile: (d, q) => search(d, 1 - q, q, q),
  cdf: (d, x) => counts(d).cdf(x),
  survival: (d, x) => counts(d).survival(x),
  logSurvival: ({ successes, probability }, x) => {
    if (x < 0) return 0;
    if (x === Infinity) return -Infinity;
    return logIncompleteBeta(Math.floor(x) + 1, successes, 1 - probability, probability);
  },
  mean: ({ successes, probability }) => (successes * (1 - probability)) / probability,
  variance: ({ successes, probability }) => (successes * (1 - probability)) / (probability * probability),
};
