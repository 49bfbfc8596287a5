import { normalQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { correlation } from './moments.ts';
import { hasNoNumber, rankCorrelation } from './rankCorrelation.ts';
import { scaled } from './scaled.ts';
import { varies } from './varies.ts';
import { weightedMoments } from './weightedMoments.ts';
import { effectiveSize, keptValues, requireWeights, weightSums, type Weights } from './weights.ts';

/** Pearson correlation of weighted pairs; undefined where one side does not vary among those that count. */
export function weightedCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  weights: Weights,
): number | undefined {
  if (weights === undefined) return correlation(first, second);
  const counts = (_: number, place: number): boolean => weights[place]! > 0;
  const a = keptValues(Float64Array.from(first), weights, counts);
  const b = keptValues(Float64Array.from(second), weights, counts);
  if (a.values.length < 2 || !varies(a.values) || !varies(b.values)) return undefined;
  // Each by its own power and over its own deviation: their sizes have nothing to do with one another.
  const [inA, inB] = [a, b].map((side) => scaled([side.values]).samples[0]!);
  const [ofA, ofB] = [weightedMoments(inA!, a.weights!)!, weightedMoments(inB!, b.weights!)!];
  const { weights: counted, total } = weightSums(a.weights!);
  let products = 0;
  for (let i = 0; i < inA!.length; i++) {
    const awayInA = (inA![i]! - ofA.mean) / Math.sqrt(ofA.variance);
    const awayInB = (inB![i]! - ofB.mean) / Math.sqrt(ofB.variance);
    products += (counted[i]! / total) * awayInA * awayInB;
  }
  return Math.min(1, Math.max(-1, products));
}

/**
 * Spearman's rank correlation of weighted pairs: the correlation of the middles of their places in the weighted
 * distributions, with the interval of `rankCorrelation` for Kish's effective size; without weights `rankCorrelation`.
 *
 * @throws RangeError when the samples and weights differ in number.
 */
export function weightedRankCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  weights: Weights,
  confidence = 0.95,
): Estimate {
  if (weights === undefined) return rankCorrelation(first, second, confidence);
  requireConfidence(confidence);
  requireWeights(first, weights);
  requireWeights(second, weights);
  const effective = effectiveSize(weights);
  if (hasNoNumber(first) || hasNoNumber(second)) return NOT_AVAILABLE;
  const estimate = weightedCorrelation(middles(first, weights), middles(second, weights), weights);
  if (effective < 4 || estimate === undefined) return NOT_AVAILABLE;
  const half = -normalQuantile((1 - confidence) / 2) * Math.sqrt((1 + estimate ** 2 / 2) / (effective - 3));
  const at = (shift: number): number =>
    Math.abs(estimate) === 1 ? estimate : Math.tanh(Math.atanh(estimate) + shift);
  return { estimate, low: at(-half), high: at(half), n: first.length };
}

/** Weight below each value, and half of that of the values equal to it. */
function middles(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, place) => place).sort((a, b) =>
    values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b,
  );
  const found = new Float64Array(values.length);
  let below = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let own = 0;
    while (to < order.length && values[order[to]!] === values[order[from]!]) own += weights[order[to++]!]!;
    for (let i = from; i < to; i++) found[order[i]!] = below + own / 2;
    below += own;
    from = to;
  }
  return found;
}
