import { MEAN_ESTIMATORS, type DecisionEstimators } from './decisionEstimators.ts';
import type { Estimate } from './estimate.ts';
import { meanOf } from './moments.ts';
import { requireUtilities } from './requireUtilities.ts';
import { isDust } from './varies.ts';
import { weightedProportion } from './weightedProportion.ts';
import { weightedMoments } from './weightedMoments.ts';
import type { Weights } from './weights.ts';

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

/** Options of `decide`. */
export interface DecisionOptions {
  readonly confidence?: number;
  /** How much each replication counts; default all alike. */
  readonly weights?: Weights;
  /** Default those of means; `shareEstimators` where a utility is a share. */
  readonly estimators?: DecisionEstimators | undefined;
}

/**
 * Expected regret of policies from their utilities (higher is better) on common random numbers, one sample a policy.
 *
 * Choosing on all replications and evaluating on the same ones flatters the choice; so it is chosen on one half and
 * evaluated on the other. Sources: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory (1961); J. E. Smith
 * and R. L. Winkler, Management Science 52 (2006).
 *
 * @throws RangeError on fewer than two policies or samples that differ in size
 * @example decide([[1, 3, 2, 2], [2, 2, 2, 2]]).best // 0
 */
export function decide(
  samples: readonly ArrayLike<number>[],
  { confidence = 0.95, weights, estimators = MEAN_ESTIMATORS }: DecisionOptions = {},
): Decision {
  if (samples.length < 2) throw new RangeError(`policies: ${samples.length}, expected at least two`);
  const utilities = samples.map((values) => Float64Array.from(values));
  const count = utilities[0].length;
  for (const values of utilities) {
    if (values.length !== count) {
      throw new RangeError(
        `utilities: ${values.length} values, expected ${count} as many as of the first policy`,
      );
    }
  }
  requireUtilities('policy', utilities, weights);
  const most = utilities[0].map((_, i) => Math.max(...utilities.map((values) => values[i])));
  const sizes = most.map((_, i) => Math.max(...utilities.map((values) => Math.abs(values[i]))));
  // As good as the best, but for what rounding leaves.
  const isBest = (values: Float64Array, i: number): boolean => isDust(most[i] - values[i], sizes[i]);
  const winners = most.map((_, i) => utilities.filter((values) => isBest(values, i)).length);
  const regretOf = (values: Float64Array): Float64Array =>
    most.map((value, i) => (isBest(values, i) ? 0 : value - values[i]));
  const half = Math.floor(count / 2);
  const means = utilities.map((values) =>
    half === 0 ? 0 : plainMean(values.subarray(0, half), partOf(weights, 0, half)),
  );
  const chosen = firstOfBest(means, utilities);
  const ofSecond = partOf(weights, half, count);
  return {
    policies: utilities.map((values) => ({
      utility: estimators.utility(values, weights, confidence),
      best: weightedProportion(
        most.map((_, i) => (isBest(values, i) ? 1 / winners[i] : 0)),
        weights ?? new Float64Array(count).fill(1),
        confidence,
      ),
      regret: estimators.regret(regretOf(values), weights, confidence),
    })),
    chosen,
    ...leadOf(utilities, { confidence, weights, estimators }),
    perfectInformation: estimators.regret(regretOf(utilities[chosen]).subarray(half), ofSecond, confidence),
    utility: estimators.utility(utilities[chosen].subarray(half), ofSecond, confidence),
  };
}

function leadOf(
  utilities: readonly Float64Array[],
  {
    confidence,
    weights,
    estimators,
  }: { confidence: number; weights: Weights; estimators: DecisionEstimators },
): Pick<Decision, 'best' | 'lead'> {
  const means = utilities.map((values) => (values.length === 0 ? 0 : plainMean(values, weights)));
  const best = firstOfBest(means, utilities);
  // Means are finite, so that the best itself is out.
  const next = firstOfBest(means.with(best, -Infinity), utilities);
  return { best, lead: estimators.lead(utilities[best], utilities[next], weights, confidence) };
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

function partOf(weights: Weights, from: number, to: number): Weights {
  return weights === undefined ? undefined : Float64Array.from(weights).subarray(from, to);
}

/** The mean; 0 where nothing counts. */
function plainMean(values: ArrayLike<number>, weights: Weights): number {
  return weights === undefined ? meanOf(values) : (weightedMoments(values, weights)?.mean ?? 0);
}
