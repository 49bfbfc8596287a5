import type { Decision, Selection } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Table } from './table.ts';

/** `decide.csv`: what each policy gives, how often it is best, what choosing it costs, and when it was ruled out. */
export function decisionTable({
  policies,
  response: { name, unit },
  decision: { policies: found, chosen, best: leader },
  selection: { eliminatedAt, selected },
  sign,
  censored,
}: {
  policies: readonly string[];
  response: { name: string; unit: string };
  decision: Decision;
  selection: Selection;
  sign: 1 | -1;
  /** Replications of each policy that the horizon cut. */
  censored: readonly number[];
}): Table {
  return {
    name: 'decide',
    description:
      'Policies on common draws. Regret is the best value of the replication less the own one; chosen is the best mean of the first half of the replications, selected is what procedure KN selects.',
    fields: [
      { name: 'policy', type: 'string', description: 'point of the experiment' },
      { name: 'response', type: 'string', description: 'what the policies are judged by' },
      { name: 'unit', type: 'string', description: 'unit of value and regret' },
      ...estimateFields('mean', 'number', 'mean of the response'),
      ...estimateFields(
        'p_best',
        'number',
        'probability that no other policy is better in the same replication',
        'share',
      ),
      ...estimateFields('regret', 'number', 'mean of what the best policy of the replication has more'),
      {
        name: 'chosen',
        type: 'string',
        description: 'yes for the policy with the best mean over the first half',
      },
      {
        name: 'best',
        type: 'string',
        description: 'yes for the policy with the best mean over all replications',
      },
      { name: 'selected', type: 'string', description: 'yes for the policy that KN selects' },
      { name: 'ruled_out_at', type: 'integer', description: 'replications at which KN ruled it out' },
      {
        name: 'censored',
        type: 'integer',
        unit: 'replications',
        description: 'replications that the horizon cut: they count as reached then',
      },
    ],
    *rows() {
      for (const [index, policy] of policies.entries()) {
        const { utility, best, regret } = found[index];
        const mean =
          sign === 1
            ? utility
            : { estimate: minus(utility.estimate), low: minus(utility.high), high: minus(utility.low) };
        yield [
          policy,
          name,
          unit,
          ...estimateCells(mean),
          ...estimateCells(best),
          ...estimateCells(regret),
          index === chosen ? 'yes' : 'no',
          index === leader ? 'yes' : 'no',
          index === selected ? 'yes' : 'no',
          eliminatedAt[index],
          censored[index],
        ];
      }
    },
  };
}

/** `perfect_information.csv`: the worth of knowing everything beforehand, for a choice that other replications made. */
export function perfectInformationTable(
  policies: readonly string[],
  { unit }: { unit: string },
  { chosen, perfectInformation }: Decision,
): Table {
  return {
    name: 'perfect_information',
    description:
      'Expected regret, over the second half of the replications, of the policy that the first half chose: the expected value of perfect information without the luck of the choice.',
    fields: [
      { name: 'policy', type: 'string', description: 'policy that the first half chose' },
      { name: 'unit', type: 'string', description: 'unit of the value' },
      ...estimateFields('value', 'number', 'expected value of perfect information'),
    ],
    *rows() {
      yield [policies[chosen], unit, ...estimateCells(perfectInformation)];
    },
  };
}

function minus(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}
