import { studentTQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { shareOfMeans } from './ratioOfMeans.ts';
import { isDust } from './varies.ts';
import { FEWEST_EFFECTIVE } from './weightedMean.ts';
import { weightedMoments } from './weightedMoments.ts';
import { requireWeights, type Weights } from './weights.ts';

/**
 * A share E[part] / E[whole] of weighted replications, 0 ≤ part ≤ whole in each, with its interval inside [0, 1];
 * without weights `shareOfMeans`, whose method it is: the delta method on the logit, from the weighted residuals.
 *
 * @throws RangeError when the samples and weights differ in number.
 */
export function weightedShare(
  part: ArrayLike<number>,
  whole: ArrayLike<number>,
  weights: Weights,
  confidence = 0.95,
): Estimate {
  if (weights === undefined) return shareOfMeans(part, whole, confidence);
  requireConfidence(confidence);
  requireWeights(part, weights);
  const below = weightedMoments(whole, weights);
  if (below === undefined || isDust(below.mean, largest(whole, weights))) return NOT_AVAILABLE;
  const estimate = weightedMoments(part, weights)!.mean / below.mean;
  if (estimate <= 0) return { estimate: 0, low: 0, high: undefined };
  if (estimate >= 1) return { estimate: 1, low: undefined, high: 1 };
  const residuals = Float64Array.from(part, (value, i) => value - estimate * whole[i]!);
  const { effective, standardError } = weightedMoments(residuals, weights)!;
  // A single replication that has anything says nothing about how much another would have.
  if (effective < FEWEST_EFFECTIVE || withAny(whole, weights) < 2)
    return { estimate, low: undefined, high: undefined };
  const half = (studentTQuantile(effective - 1, (1 + confidence) / 2) * standardError) / below.mean;
  const logit = Math.log(estimate / (1 - estimate));
  const reach = half / (estimate * (1 - estimate));
  return { estimate, low: 1 / (1 + Math.exp(reach - logit)), high: 1 / (1 + Math.exp(-reach - logit)) };
}

function largest(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (weights[i] !== 0) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

function withAny(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0 && weights[i]! > 0) count++;
  return count;
}
