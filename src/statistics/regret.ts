import type { Estimate } from './estimate.ts';
import { meanOf } from './moments.ts';
import { requireUtilities } from './requireUtilities.ts';
import { differences, isDust } from './varies.ts';
import { weightedMean } from './weightedMean.ts';
import { weightedProportion } from './weightedProportion.ts';
import { weightedMoments } from './weightedMoments.ts';
import type { Weights } from './weights.ts';
import { withinBounds } from './withinBounds.ts';

const NEVER_BELOW_ZERO = { least: 0 };

/** What is known of one policy among several on common draws. */
export interface PolicyRegret {
  /** Mean utility. */
  readonly utility: Estimate;
  /** Probability that no other is better in the same replication; equal ones share it. */
  readonly best: Estimate;
  /** Mean of the best utility of the replication less one's own. */
  readonly regret: Estimate;
}

/** A choice among policies, and what it is worth on replications that did not make it. */
export interface Decision {
  readonly policies: readonly PolicyRegret[];
  /** The policy with the highest mean utility over the first half of the replications. */
  readonly chosen: number;
  /** Its regret over the second half: what perfect information would be worth, without the luck of having chosen. */
  readonly perfectInformation: Estimate;
  /** Its mean utility over the second half. */
  readonly utility: Estimate;
  /**
   * The policy with the highest mean utility over all replications: beside the one chosen, as half of them may choose
   * another.
   */
  readonly best: number;
  /** By how much its mean exceeds that of the next, over all replications and on common draws. */
  readonly lead: Estimate;
}

/**
 * Expected regret of policies from their utilities (higher is better) on common random numbers, one sample a policy.
 *
 * Choosing on all replications and evaluating on the same ones flatters the choice; so it is chosen on one half and
 * evaluated on the other. Sources: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory (1961); J. E. Smith
 * and R. L. Winkler, Management Science 52 (2006).
 *
 * @param weights how much each replication counts; default all alike
 * @throws RangeError on fewer than two policies or samples that differ in size
 */
export function decide(
  utilities: readonly ArrayLike<number>[],
  confidence = 0.95,
  weights?: Weights,
): Decision {
  if (utilities.length < 2) throw new RangeError(`policies: ${utilities.length}, expected at least two`);
  const count = utilities[0].length;
  for (const values of utilities) {
    if (values.length !== count) {
      throw new RangeError(
        `utilities: ${values.length} values, expected ${count} as many as of the first policy`,
      );
    }
  }
  requireUtilities('policy', utilities, weights);
  const most = Float64Array.from({ length: count }, (_, i) =>
    Math.max(...utilities.map((values) => values[i])),
  );
  const sizes = most.map((_, i) => Math.max(...utilities.map((values) => Math.abs(values[i]))));
  // As good as the best, but for what rounding leaves.
  const isBest = (values: ArrayLike<number>, i: number): boolean => isDust(most[i] - values[i], sizes[i]);
  const winners = most.map((_, i) => utilities.filter((values) => isBest(values, i)).length);
  const half = Math.floor(count / 2);
  const ofSecond = partOf(weights, half, count);
  const firstHalf = utilities.map((values) =>
    half === 0 ? 0 : plainMean(part(values, 0, half), partOf(weights, 0, half)),
  );
  const chosen = firstOfBest(firstHalf, utilities);
  const regretOf = (values: ArrayLike<number>): Float64Array =>
    most.map((value, i) => (isBest(values, i) ? 0 : value - values[i]));
  return {
    policies: utilities.map((values) => ({
      utility: weightedMean(values, weights, confidence),
      best: weightedProportion(
        most.map((_, i) => (isBest(values, i) ? 1 / winners[i] : 0)),
        weights ?? new Float64Array(count).fill(1),
        confidence,
      ),
      regret: withinBounds(weightedMean(regretOf(values), weights, confidence), NEVER_BELOW_ZERO),
    })),
    chosen,
    ...bestOf(utilities, confidence, weights),
    perfectInformation: withinBounds(
      weightedMean(part(regretOf(utilities[chosen]), half, count), ofSecond, confidence),
      NEVER_BELOW_ZERO,
    ),
    utility: weightedMean(part(utilities[chosen], half, count), ofSecond, confidence),
  };
}

function bestOf(
  utilities: readonly ArrayLike<number>[],
  confidence: number,
  weights: Weights,
): Pick<Decision, 'best' | 'lead'> {
  const means = utilities.map((values) => (values.length === 0 ? 0 : plainMean(values, weights)));
  const best = firstOfBest(means, utilities);
  // Means are finite, so that the best itself is out.
  const next = firstOfBest(means.with(best, -Infinity), utilities);
  const lead = weightedMean(differences(utilities[best], utilities[next]), weights, confidence);
  return { best, lead };
}

/** The first policy with the greatest mean but for what rounding leaves. */
function firstOfBest(means: readonly number[], utilities: readonly ArrayLike<number>[]): number {
  let size = 0;
  for (const values of utilities)
    for (let i = 0; i < values.length; i++)
      if (Number.isFinite(values[i])) size = Math.max(size, Math.abs(values[i]));
  const greatest = Math.max(...means);
  return means.findIndex((mean) => isDust(greatest - mean, size));
}

function part(values: ArrayLike<number>, from: number, to: number): Float64Array {
  return Float64Array.from({ length: to - from }, (_, i) => values[from + i]);
}

function partOf(weights: Weights, from: number, to: number): Weights {
  return weights === undefined ? undefined : part(weights, from, to);
}

/** The mean; 0 where nothing counts. */
function plainMean(values: ArrayLike<number>, weights: Weights): number {
  return weights === undefined ? meanOf(values) : (weightedMoments(values, weights)?.mean ?? 0);
}
