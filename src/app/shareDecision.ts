import {
  mirrored,
  weightedProportion,
  weightedProportionDifference,
  type Decision,
  type Weights,
} from '../statistics/index.ts';

/**
 * A decision by a share, with the intervals of shares in place of those of means: where all replications agree they are
 * of no width, though as few replications cannot be sure of it.
 *
 * @param all whether it is so, 0 or 1, one sample a policy
 * @param sign −1 where less is better
 */
export function withShares(
  decision: Decision,
  { all, weights, sign }: { all: readonly Float64Array[]; weights: Weights; sign: 1 | -1 },
): Decision {
  const { best, chosen } = decision;
  const most = all[0]!.map((_, i) => Math.max(...all.map((values) => sign * values[i]!)));
  const regretOf = (values: Float64Array): Float64Array => most.map((value, i) => value - sign * values[i]!);
  const policies = decision.policies.map((policy, index) => {
    const share = weightedProportion(all[index]!, weights);
    return {
      ...policy,
      utility: sign === 1 ? share : mirrored(share),
      regret: weightedProportion(regretOf(all[index]!), weights),
    };
  });
  const next = nextTo(best, decision);
  const half = Math.floor(most.length / 2);
  return {
    ...decision,
    policies,
    lead: weightedProportionDifference(
      ...(sign === 1 ? ([all[best]!, all[next]!] as const) : ([all[next]!, all[best]!] as const)),
      weights,
    ),
    perfectInformation: weightedProportion(
      regretOf(all[chosen]!).subarray(half),
      weights === undefined ? undefined : Float64Array.from(weights).subarray(half),
    ),
  };
}

/** The policy with the highest mean utility of the others. */
function nextTo(best: number, { policies }: Decision): number {
  const means = policies.map(({ utility }, index) =>
    index === best ? -Infinity : (utility.estimate ?? -Infinity),
  );
  return means.indexOf(Math.max(...means));
}
