import { cornishFisher, discreteQuantile, type DiscreteCdf } from '../discreteQuantile.ts';
import { logLowerGamma, lowerGamma, upperGamma } from '../incompleteGamma.ts';
import { normalScore } from '../normalQuantile.ts';
import { requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';

export interface Poisson {
  readonly kind: 'poisson';
  readonly mean: number;
}

/** Number of events where they come independently, by its mean. */
export function poisson(mean: number): Poisson {
  requireWithin('poisson mean', mean, 1e-9, 1e8);
  return { kind: 'poisson', mean };
}

function counts({ mean }: Poisson): DiscreteCdf {
  return {
    cdf: (x) => {
      if (x < 0) return 0;
      return x === Infinity ? 1 : upperGamma(Math.floor(x) + 1, mean);
    },
    survival: (x) => {
      if (x < 0) return 1;
      return x === Infinity ? 0 : lowerGamma(Math.floor(x) + 1, mean);
    },
  };
}

function search(d: Poisson, u: number, q: number, given: number): number {
  const sd = Math.sqrt(d.mean);
  const guess = cornishFisher(d.mean, sd, 1 / sd, normalScore(u, q));
  return discreteQuantile(counts(d), { u, q, given, guess });
}

export const poissonShape: Shape<Poisson> = {
  quantile: (d, u) => search(d, u, 1 - u, u),
  upperQuantile: (d, q) => search(d, 1 - q, q, q),
  cdf: (d, x) => counts(d).cdf(x),
  survival: (d, x) => counts(d).survival(x),
  logSurvival: ({ mean }, x) =>
    x < 0 ? 0 : x === Infinity ? -Infinity : logLowerGamma(Math.floor(x) + 1, mean),
  mean: ({ mean }) => mean,
  variance: ({ mean }) => mean,
};
