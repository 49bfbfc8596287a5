import { minus } from './minus.ts';

/** How much later each group of causes made it: one array a group, one number a replication. */
export interface Blame {
  /** T − T with this group alone at plan: as built, less its delay. Does not sum to anything. */
  readonly leaveOneOut: readonly Float64Array[];
  /** T with this group alone as drawn − T(plan): as planned, with its delay. Does not sum to anything. */
  readonly addOne: readonly Float64Array[];
  /** Average marginal delay over orders; sums to `delay` in every replication, and may be negative. */
  readonly shapley: readonly Float64Array[];
  /** T − T(plan). */
  readonly delay: Float64Array;
  /** Mean of `shapley` over the replications, by group, for each antithetic pair of orders; empty when it is exact. */
  readonly shapleyByPair: readonly Float64Array[];
}

/** The response of every replication when the groups of a bit mask are as drawn and all others at plan. */
export type CoalitionValues = (disturbed: number) => Float64Array;

/**
 * Shares the delay of every replication out among groups of causes, in three ways on the same draws.
 *
 * Without orders the Shapley values are exact, over all 2^m coalitions; with orders they are the mean over those,
 * which needs only the coalitions that the orders pass.
 *
 * Sources: SCL Delay and Disruption Protocol, 2nd edition (2017), for as-built-less and as-planned-plus; L. S. Shapley,
 * "A value for n-person games" (1953).
 *
 * @example blame({ groups: 2, values: (disturbed) => responses[disturbed]! }).shapley[0] // of group 0, one a
 *   replication
 */
export function blame({
  groups,
  values,
  orders,
  weights,
}: {
  groups: number;
  values: CoalitionValues;
  /** In antithetic pairs: each even one is followed by its reverse. */
  orders?: readonly (readonly number[])[] | undefined;
  /** How much each replication counts in `shapleyByPair`; default all alike. */
  weights?: ArrayLike<number> | undefined;
}): Blame {
  const all = 2 ** groups - 1;
  const [plan, asDrawn] = [values(0), values(all)];
  const each = Array.from({ length: groups }, (_, group) => 2 ** group);
  const { shapley, shapleyByPair } =
    orders === undefined
      ? { shapley: exactShapley(groups, values), shapleyByPair: [] }
      : sampledShapley(groups, values, orders, weights);
  return {
    leaveOneOut: each.map((bit) => minus(asDrawn, values(all - bit))),
    addOne: each.map((bit) => minus(values(bit), plan)),
    shapley,
    delay: minus(asDrawn, plan),
    shapleyByPair,
  };
}

function exactShapley(groups: number, values: CoalitionValues): Float64Array[] {
  const weights = shapleyWeights(groups);
  const { length } = values(0);
  const shares = Array.from({ length: groups }, () => new Float64Array(length));
  for (let without = 0; without < 2 ** groups; without++) {
    const weight = weights[bitCount(without)]!;
    for (let group = 0; group < groups; group++) {
      if (((without >> group) & 1) === 1) continue;
      // Gain by gain, so that a cause that changes nothing gets exactly nothing.
      const [before, after] = [values(without), values(without + 2 ** group)];
      const share = shares[group]!;
      for (let i = 0; i < length; i++) share[i]! += weight * (after[i]! - before[i]!);
    }
  }
  return shares;
}

/** Probability that a given set of a size, and then the group, come first in a random order. */
function shapleyWeights(groups: number): number[] {
  const weights = [1 / groups];
  for (let size = 1; size < groups; size++) weights.push((weights[size - 1]! * size) / (groups - size));
  return weights;
}

function sampledShapley(
  groups: number,
  values: CoalitionValues,
  orders: readonly (readonly number[])[],
  weights: ArrayLike<number> | undefined,
): { shapley: Float64Array[]; shapleyByPair: Float64Array[] } {
  const { length } = values(0);
  const total = weights === undefined ? length : Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  const shapley = Array.from({ length: groups }, () => new Float64Array(length));
  const pairs = Math.ceil(orders.length / 2);
  const shapleyByPair = Array.from({ length: groups }, () => new Float64Array(pairs));
  orders.forEach((order, place) => {
    let disturbed = 0;
    let before = values(0);
    for (const group of order) {
      const after = values((disturbed += 2 ** group));
      const share = shapley[group]!;
      let sum = 0;
      for (let i = 0; i < length; i++) {
        const gain = after[i]! - before[i]!;
        share[i]! += gain / orders.length;
        sum += weights === undefined ? gain : gain * weights[i]!;
      }
      shapleyByPair[group]![place >> 1]! += sum / total / 2;
      before = after;
    }
  });
  return { shapley, shapleyByPair };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}
