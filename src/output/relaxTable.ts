import { NOT_AVAILABLE } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Gain, PairGain, RelaxationGains } from '../explain/index.ts';
import type { Table } from './table.ts';

/**
 * `relax.csv`: each relaxation alone, the largest gain first, then the pairs, the largest excess over their sum
 * first.
 */
export function relaxTable({ milestone, gains, pairs }: RelaxationGains): Table {
  return {
    name: 'relax',
    description:
      'What a milestone gains when a constraint is relaxed by a step, on common draws: mean of the scenario as it is less the relaxed one, days counted up to the horizon. 95 % intervals, paired t; of probabilities Bonett and Price. An empty cost was not stated.',
    fields: [
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      { name: 'relaxation', type: 'string', description: 'what is relaxed' },
      { name: 'step', type: 'string', description: 'by how much: the same part of each, where it has parts' },
      { name: 'by', type: 'string', description: 'who can do it' },
      { name: 'together', type: 'integer', description: 'relaxations made at once' },
      { name: 'settings', type: 'string', description: 'what is set in the scenario' },
      ...estimateFields('gained_days', 'number', 'days by which the milestone comes earlier', 'day'),
      ...estimateFields(
        'gained_probability',
        'number',
        'gain of the probability that it is in time; empty for a milestone that is due on no date, or was before the as-of date',
        'share',
      ),
      ...estimateFields('further_spend_dollars', 'number', 'spend gained by the horizon', '$'),
      { name: 'cost_dollars', type: 'number', unit: '$', description: 'stated cost of the step' },
      ...estimateFields('dollars_per_day', 'number', 'stated cost over the days gained', '$/day'),
      { name: 'binds_next', type: 'string', description: 'cause whose days on the driving path grow most' },
      ...estimateFields('binds_next_days', 'number', 'by how much they grow', 'day'),
      ...estimateFields('beyond_sum_days', 'number', 'gain of a pair less the sum of both alone', 'day'),
      {
        name: 'censored',
        type: 'integer',
        unit: 'replications',
        description: 'replications that the horizon cut, with or without',
      },
    ],
    *rows() {
      const settingsText = (settings: Gain['settings']): string =>
        Object.entries(settings)
          .map(([path, value]) => `${path}=${value}`)
          .join('; ');
      for (const gain of [...gains, ...pairs]) {
        yield [
          milestone,
          gain.name,
          gain.step,
          gain.by,
          gain.relaxed.length,
          settingsText(gain.settings),
          ...estimateCells(gain.days),
          ...estimateCells(gain.probability ?? NOT_AVAILABLE),
          ...estimateCells(gain.worthDollars ?? NOT_AVAILABLE),
          gain.costDollars,
          ...estimateCells(gain.dollarsPerDay),
          gain.bindsNext?.cause,
          ...estimateCells(gain.bindsNext?.days ?? NOT_AVAILABLE),
          ...estimateCells('interaction' in gain ? (gain as PairGain).interaction : NOT_AVAILABLE),
          gain.censored,
        ];
      }
    },
  };
}
