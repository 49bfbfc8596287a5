import type { Distribution } from '../distribution.ts';
import { requireDistribution } from '../distributionKind.ts';
import { requireList, requireNumber, requireObject } from '../requirement.ts';
import { logSurvivalOf, type Shape } from '../shape.ts';

export interface Mixture {
  readonly kind: 'mixture';
  readonly parts: readonly { readonly of: Distribution; readonly share: number }[];
}

/**
 * One of some distributions, with probabilities in proportion to the weights. Its quantile is found by halving: some
 * hundred evaluations a draw.
 *
 * @throws RangeError on no parts, and on weights that are negative or all 0
 * @example mixture([{ of: normal(30, 5), weight: 9 }, { of: uniform(60, 180), weight: 1 }])
 */
export function mixture(parts: readonly { of: Distribution; weight: number }[]): Mixture {
  requireList('mixture parts', parts, 'distributions with weights');
  for (const part of parts) {
    requireObject('mixture part', part, 'an object with a distribution and a weight');
    requireDistribution('mixture distribution', part.of);
    requireNumber('mixture weight', part.weight, part.weight >= 0, 'at least 0');
  }
  const sum = parts.reduce((so, { weight }) => so + weight, 0);
  // By a power of two where the sum is more than any double.
  const shrink = sum === Infinity ? 2 ** -64 : 1;
  const total = parts.reduce((so, { weight }) => so + weight * shrink, 0);
  requireNumber('sum of mixture weights', total, total > 0, 'a number above 0');
  return {
    kind: 'mixture',
    parts: parts
      .filter(({ weight }) => weight > 0)
      .map(({ of, weight }) => ({ of, share: (weight * shrink) / total }))
      // A share of no double is none: nothing times an infinite moment would be no number.
      .filter(({ share }) => share > 0),
  };
}

/** What probabilities that round may err by, relative: a uniform so near to a jump is on it. */
const TIE = 5e-13;

/** What a mixture can do, over what its parts can: they may be of any kind, mixtures too. */
export function mixtureShape(shapeOf: (of: Distribution) => Shape<Distribution>): Shape<Mixture> {
  const sum = ({ parts }: Mixture, term: (of: Distribution, shape: Shape<Distribution>) => number): number =>
    parts.reduce((total, { of, share }) => total + share * term(of, shapeOf(of)), 0);
  const cdf = (mixture: Mixture, x: number): number =>
    Math.min(
      1,
      sum(mixture, (of, shape) => shape.cdf(of, x)),
    );
  const survival = (mixture: Mixture, x: number): number =>
    Math.min(
      1,
      sum(mixture, (of, shape) => shape.survival(of, x)),
    );
  const mean = (mixture: Mixture): number => sum(mixture, (of, shape) => shape.mean(of));

  /** The smallest double that has reached a probability, between the least and the greatest of the parts. */
  function smallest(ends: readonly number[], hasReached: (x: number) => boolean): number {
    // A quantile without end lies beyond the greatest double.
    let low = Math.max(Math.min(...ends), -Number.MAX_VALUE);
    let high = Math.max(...ends);
    if (hasReached(low)) return Math.min(...ends);
    for (;;) {
      const distance = high - low;
      const middle =
        distance < Infinity ? low + distance / 2 : low / 2 + Math.min(high, Number.MAX_VALUE) / 2;
      if (middle <= low || middle >= high) return high;
      if (hasReached(middle)) high = middle;
      else low = middle;
    }
  }

  const upperQuantile = (mixture: Mixture, q: number): number =>
    smallest(
      mixture.parts.map(({ of }) => shapeOf(of).upperQuantile(of, q)),
      (x) => survival(mixture, x) <= q * (1 + TIE),
    );
  return {
    quantile: (mixture, u) =>
      u > 0.5
        ? upperQuantile(mixture, 1 - u)
        : smallest(
            mixture.parts.map(({ of }) => shapeOf(of).quantile(of, u)),
            (x) => cdf(mixture, x) >= u * (1 - TIE),
          ),
    upperQuantile,
    cdf,
    survival,
    logSurvival: ({ parts }, x) => {
      const logs = parts.map(({ of, share }) => Math.log(share) + logSurvivalOf(shapeOf(of), of, x));
      const most = Math.max(...logs);
      if (most === -Infinity) return most;
      return most + Math.log(logs.reduce((total, log) => total + Math.exp(log - most), 0));
    },
    mean,
    variance: (mixture) => {
      const centre = mean(mixture);
      if (!Number.isFinite(centre)) return Number.isNaN(centre) ? NaN : Infinity;
      return sum(mixture, (of, shape) => shape.variance(of) + (shape.mean(of) - centre) ** 2);
    },
  };
}
