import { cornishFisher, discreteQuantile, type DiscreteCdf } from '../discreteQuantile.ts';
import { dyadicBinomialCdf } from '../dyadicBinomial.ts';
import { incompleteBeta, logIncompleteBeta } from '../incompleteBeta.ts';
import { normalScore } from '../normalQuantile.ts';
import { requireNumber } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { constant, type Constant } from './constant.ts';

export interface Binomial {
  readonly kind: 'binomial';
  readonly trials: number;
  readonly probability: number;
}

/** Number of successes in independent trials; probability 0 or 1, or no trials, gives a constant. */
export function binomial(trials: number, probability: number): Binomial | Constant {
  requireNumber(
    'binomial trials',
    trials,
    Number.isInteger(trials) && trials >= 0 && trials <= 1e9,
    'a whole number from 0 to 1e9',
  );
  requireNumber(
    'binomial probability',
    probability,
    probability >= 0 && probability <= 1,
    'a number from 0 to 1',
  );
  if (trials === 0 || probability === 0) return constant(0);
  return probability === 1 ? constant(trials) : { kind: 'binomial', trials, probability };
}

function counts({ trials, probability }: Binomial): DiscreteCdf {
  const other = 1 - probability;
  const exactCdf = (k: number): number | undefined =>
    probability === 0.5 && 2 * k + 1 === trials ? 0.5 : dyadicBinomialCdf(trials, probability, k);
  return {
    exactCdf,
    cdf: (x) => {
      const k = Math.floor(x);
      if (k < 0) return 0;
      return k >= trials ? 1 : (exactCdf(k) ?? incompleteBeta(trials - k, k + 1, other, probability));
    },
    survival: (x) => {
      const k = Math.floor(x);
      if (k < 0) return 1;
      if (k >= trials) return 0;
      const exact = exactCdf(k);
      return exact === undefined ? incompleteBeta(k + 1, trials - k, probability, other) : 1 - exact;
    },
  };
}

function search(d: Binomial, u: number, q: number, given: number): number {
  const sd = Math.sqrt(d.trials * d.probability * (1 - d.probability));
  const guess = cornishFisher(d.trials * d.probability, sd, (1 - 2 * d.probability) / sd, normalScore(u, q));
  return discreteQuantile(counts(d), { u, q, given, guess: Math.min(d.trials, guess) });
}

export const binomialShape: Shape<Binomial> = {
  quantile: (d, u) => search(d, u, 1 - u, u),
  upperQuantile: (d, q) => search(d, 1 - q, q, q),
  cdf: (d, x) => counts(d).cdf(x),
  survival: (d, x) => counts(d).survival(x),
  logSurvival: ({ trials, probability }, x) => {
    const k = Math.floor(x);
    if (k < 0) return 0;
    return k >= trials ? -Infinity : logIncompleteBeta(k + 1, trials - k, probability, 1 - probability);
  },
  mean: ({ trials, probability }) => trials * probability,
  variance: ({ trials, probability }) => trials * probability * (1 - probability),
};
