import type { Estimate } from './estimate.ts';
import { mirrored } from './mirrored.ts';
import { differences } from './varies.ts';
import { weightedMean } from './weightedMean.ts';
import { weightedProportion } from './weightedProportion.ts';
import { weightedProportionDifference } from './weightedDifference.ts';
import type { Weights } from './weights.ts';
import { withinBounds } from './withinBounds.ts';

/** How the means of a decision are estimated from one value a replication. */
export interface DecisionEstimators {
  readonly utility: (values: Float64Array, weights: Weights, confidence: number) => Estimate;
  /** Of what is never below zero. */
  readonly regret: (values: Float64Array, weights: Weights, confidence: number) => Estimate;
  /** Of the first less the second, in the same replications. */
  readonly lead: (
    first: Float64Array,
    second: Float64Array,
    weights: Weights,
    confidence: number,
  ) => Estimate;
}

/** Estimators of utilities of any size. */
export const MEAN_ESTIMATORS: DecisionEstimators = {
  utility: weightedMean,
  regret: (values, ...rest) => withinBounds(weightedMean(values, ...rest), { least: 0 }),
  lead: (first, second, ...rest) => weightedMean(differences(first, second), ...rest),
};

/**
 * Estimators of utilities that are 0 or 1 in each replication, or 0 or −1 where less is better: with the intervals of
 * shares, which have a width also where all replications agree, since few replications cannot be sure of it.
 *
 * @param sign −1 where less is better
 */
export function shareEstimators(sign: 1 | -1): DecisionEstimators {
  const shareOf = (utilities: Float64Array): Float64Array => utilities.map((value) => sign * value);
  return {
    utility: (values, ...rest) => {
      const share = weightedProportion(shareOf(values), ...rest);
      return sign === 1 ? share : mirrored(share);
    },
    regret: weightedProportion,
    lead: (first, second, ...rest) =>
      sign === 1
        ? weightedProportionDifference(first, second, ...rest)
        : weightedProportionDifference(shareOf(second), shareOf(first), ...rest),
  };
}
