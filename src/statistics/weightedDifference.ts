import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence } from './estimate.ts';
import { pairedDifference, type PairedDifference } from './pairedDifference.ts';
import { pairedProportions } from './pairedProportions.ts';
import { weightedCorrelation } from './weightedCorrelation.ts';
import { differences } from './varies.ts';
import { hasCensoredWeight, weightedMean } from './weightedMean.ts';
import { weightedMoments } from './weightedMoments.ts';
import type { Weights } from './weights.ts';

/**
 * The mean of first − second over weighted pairs on common random numbers, with the interval of `weightedMean`; without
 * weights `pairedDifference`.
 *
 * @throws RangeError when the samples and weights differ in number.
 * @example weightedDifference([3, 5], [1, 1], [1, 1]).estimate // 3
 */
export function weightedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  weights: Weights,
  confidence = 0.95,
): PairedDifference {
  if (weights === undefined) return pairedDifference(first, second, confidence);
  requirePairs(first, second);
  if (hasCensoredWeight(first, weights) || hasCensoredWeight(second, weights))
    return { ...NOT_AVAILABLE, correlation: undefined };
  const counted = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(values, (value, i) => (weights[i] === 0 ? 0 : value));
  return {
    ...weightedMean(differences(counted(first), counted(second)), weights, confidence),
    correlation: weightedCorrelation(first, second, weights),
  };
}

/**
 * The difference first − second of two proportions over the same weighted replications, each value 0 or 1, with the
 * adjusted interval of `pairedProportions` for the effective number of pairs; without weights `pairedProportions`.
 *
 * The effective number is the variance of the pairs' differences over that of their mean, at most Kish's effective
 * size.
 *
 * @throws RangeError when the samples and weights differ in number.
 */
export function weightedProportionDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  weights: Weights,
  confidence = 0.95,
): PairedDifference {
  if (weights === undefined) return pairedProportions(first, second, confidence);
  requireConfidence(confidence);
  requirePairs(first, second);
  const changes = Float64Array.from(first, (value, i) => value - second[i]!);
  const found = weightedMoments(changes, weights);
  if (found === undefined) return { ...NOT_AVAILABLE, correlation: undefined };
  const { mean: estimate, variance, standardError, effective } = found;
  const ofMean = effective > 1 ? (standardError ** 2 * (effective - 1)) / effective : 0;
  const pairs = ofMean > 0 ? Math.min(effective, variance / ofMean) : effective;
  const size = weightedMoments(changes.map(Math.abs), weights)!.mean;
  const p = ((pairs * (size + estimate)) / 2 + 1) / (pairs + 2);
  const q = ((pairs * (size - estimate)) / 2 + 1) / (pairs + 2);
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt((p + q - (p - q) ** 2) / (pairs + 2));
  return {
    estimate,
    low: Math.max(-1, Math.min(estimate, p - q - half)),
    high: Math.min(1, Math.max(estimate, p - q + half)),
    correlation: weightedCorrelation(first, second, weights),
  };
}

function requirePairs(first: ArrayLike<number>, second: ArrayLike<number>): void {
  if (first.length !== second.length)
    throw new RangeError(`pairs: ${first.length} with ${second.length} values, expected as many of both`);
}
