import { cornishFisher, discreteQuantile, type DiscreteCdf } from '../discreteQuantile.ts';
import { incompleteBeta } from '../incompleteBeta.ts';
import { normalQuantile } from '../normalQuantile.ts';
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
  return {
    cdf: (x) => {
      const k = Math.floor(x);
      if (k < 0) return 0;
      return k >= trials ? 1 : incompleteBeta(trials - k, k + 1, other, probability);
    },
    survival: (x) => {
      const k = Math.floor(x);
      if (k < 0) return 1;
      return k >= trials ? 0 : incompleteBeta(k + 1, trials - k, probability, other);
    },
  };
}

function search(d: Binomial, u: number, q: number): number {
  const sd = Math.sqrt(d.trials * d.probability * (1 - d.probability));
  const guess = cornishFisher(d.trials * d.probability, sd, (1 - 2 * d.probability) / sd, normalQuantile(u));
  return discreteQuantile(counts(d), u, q, Math.min(d.trials, guess));
}

export const binomialShape: Shape<Binomial> = {
  quantile: (d, u) => search(d, u, 1 - u),
  upperQuantile: (d, q) => search(d, 1 - q, q),
  cdf: (d, x) => counts(d).cdf(x),
  survival: (d, x) => counts(d).survival(x),
  mean: ({ trials, probability }) => trials * probability,
  variance: ({ trials, probability }) => trials * probability * (1 - probability),
};
