import { normalCdf, normalDensity } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { requireLevel, requirePositive } from './estimate.ts';
import { requireWeights, weightSums } from './weights.ts';

/**
 * Continuous ranked probability score of a normal forecast; smaller is better, in the unit of the observation.
 *
 * Source: T. Gneiting and A. E. Raftery, J. Amer. Statist. Assoc. 102 (2007), section 4.2.
 */
export function crpsNormal(mean: number, sd: number, observed: number): number {
  requirePositive('standard deviation of the forecast', sd);
  const z = (observed - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/**
 * Continuous ranked probability score of a sample as the forecast: E|X − y| − E|X − X′|/2.
 *
 * `fair` takes the pairs without repetition, so that the score does not favour a certain size of sample (C. A. T.
 * Ferro, Q. J. R. Meteorol. Soc. 140 (2014)); it needs two members. With weights E is the weighted mean.
 */
export function crpsEnsemble(
  members: ArrayLike<number>,
  observed: number,
  { fair = false, weights }: { fair?: boolean; weights?: ArrayLike<number> | undefined } = {},
): number {
  if (weights !== undefined) return weightedCrps(members, weights, observed, fair);
  const n = members.length;
  if (n < (fair ? 2 : 1)) throw new RangeError(`ensemble size: ${n}, expected at least ${fair ? 2 : 1}`);
  const sorted = Float64Array.from(members).sort();
  let distance = 0;
  let spread = 0;
  // Σᵢⱼ |xᵢ − xⱼ| = 2 Σᵢ (2i − n + 1) x₍ᵢ₎ over the sorted members.
  sorted.forEach((member, i) => {
    distance += Math.abs(member - observed);
    spread += 2 * (2 * i - n + 1) * member;
  });
  return distance / n - spread / (2 * n * (fair ? n - 1 : n));
}

function weightedCrps(
  members: ArrayLike<number>,
  given: ArrayLike<number>,
  observed: number,
  fair: boolean,
): number {
  requireWeights(members, given);
  const { weights, total, squares } = weightSums(given);
  const pairs = total ** 2 - (fair ? squares : 0);
  if (!(pairs > 0))
    throw new RangeError(`ensemble weights: ${total}, expected at least ${fair ? 2 : 1} above 0`);
  const order = Array.from(members, (_, place) => place).sort((a, b) => members[a]! - members[b]!);
  let distance = 0;
  let spread = 0;
  let below = 0;
  // Σᵢⱼ wᵢwⱼ |xᵢ − xⱼ| = 2 Σᵢ wᵢ (weight below − weight above) xᵢ over the sorted members.
  for (const place of order) {
    const [member, weight] = [members[place]!, weights[place]!];
    distance += weight * Math.abs(member - observed);
    spread += 2 * weight * (2 * below + weight - total) * member;
    below += weight;
  }
  return distance / total - spread / (2 * pairs);
}

/** Pinball loss of a quantile forecast at level p. Source: R. Koenker and G. Bassett, Econometrica 46 (1978). */
export function pinball(p: number, forecast: number, observed: number): number {
  requireLevel('quantile level', p);
  return observed >= forecast ? p * (observed - forecast) : (1 - p) * (forecast - observed);
}

/** Squared error of a probability forecast. Source: G. W. Brier, Monthly Weather Review 78 (1950). */
export function brier(probability: number, happened: boolean): number {
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1))
    throw new RangeError(`probability: ${asWritten(probability)}, expected a number from 0 to 1`);
  return (probability - (happened ? 1 : 0)) ** 2;
}
