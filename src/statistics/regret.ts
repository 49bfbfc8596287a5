import type { Estimate } from './estimate.ts';
import { meanInterval } from './meanInterval.ts';
import { meanOf } from './moments.ts';

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
 * @throws RangeError on fewer than two policies or samples that differ in size
 */
export function decide(utilities: readonly ArrayLike<number>[], confidence = 0.95): Decision {
  if (utilities.length < 2) throw new RangeError(`policies: ${utilities.length}, expected at least two`);
  const count = utilities[0].length;
  for (const values of utilities) {
    if (values.length !== count) {
      throw new RangeError(
        `utilities: ${values.length} values, expected ${count} as many as of the first policy`,
      );
    }
  }
  const most = Float64Array.from({ length: count }, (_, i) =>
    Math.max(...utilities.map((values) => values[i])),
  );
  const winners = Float64Array.from(
    most,
    (value, i) => utilities.filter((values) => values[i] === value).length,
  );
  const half = Math.floor(count / 2);
  const firstHalf = utilities.map((values) => (half === 0 ? 0 : meanOf(part(values, 0, half))));
  const chosen = firstHalf.indexOf(Math.max(...firstHalf));
  const regretOf = (values: ArrayLike<number>): Float64Array => most.map((value, i) => value - values[i]);
  return {
    policies: utilities.map((values) => ({
      utility: meanInterval(values, confidence),
      best: within(
        meanInterval(
          most.map((value, i) => (values[i] === value ? 1 / winners[i] : 0)),
          confidence,
        ),
      ),
      regret: atLeastZero(meanInterval(regretOf(values), confidence)),
    })),
    chosen,
    ...bestOf(utilities, confidence),
    perfectInformation: atLeastZero(meanInterval(part(regretOf(utilities[chosen]), half, count), confidence)),
    utility: meanInterval(part(utilities[chosen], half, count), confidence),
  };
}

function bestOf(
  utilities: readonly ArrayLike<number>[],
  confidence: number,
): Pick<Decision, 'best' | 'lead'> {
  const means = utilities.map((values) => (values.length === 0 ? 0 : meanOf(values)));
  const [best, next] = means.map((_, policy) => policy).sort((a, b) => means[b] - means[a] || a - b);
  const differences = Float64Array.from(utilities[best], (value, i) => value - utilities[next][i]);
  return { best, lead: meanInterval(differences, confidence) };
}

function part(values: ArrayLike<number>, from: number, to: number): Float64Array {
  return Float64Array.from({ length: to - from }, (_, i) => values[from + i]);
}

function atLeastZero({ estimate, low, high }: Estimate): Estimate {
  return { estimate, low: low === undefined ? undefined : Math.max(0, low), high };
}

function within({ estimate, low, high }: Estimate): Estimate {
  return {
    estimate,
    low: low === undefined ? undefined : Math.max(0, low),
    high: high === undefined ? undefined : Math.min(1, high),
  };
}
