import { estimateCells, estimateFields } from './estimateFields.ts';
import type { ReachedStep } from '../explain/index.ts';
import type { Table } from './table.ts';

/** `reach.csv`: the steps in their order, each with what it and those before it bring. */
export function reachTable(
  steps: readonly ReachedStep[],
  { milestone, date, probability }: { milestone: string; date: string; probability: number },
): Table {
  return {
    name: 'reach',
    description: `The fewest steps found with which ${milestone} is reached by ${date} with ${probability * 100} %, else with the most that all steps bring: each row is with the steps of the rows above it. They were chosen on other draws than these. 95 % intervals: Wilson, Bonett and Price, paired t.`,
    fields: [
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      { name: 'by_date', type: 'date', description: 'date by whose end it is to be reached' },
      { name: 'wanted', type: 'number', unit: 'share', description: 'probability asked for' },
      { name: 'relaxation', type: 'string', description: 'what is relaxed' },
      { name: 'step', type: 'string', description: 'by how much' },
      { name: 'by', type: 'string', description: 'who can do it' },
      { name: 'settings', type: 'string', description: 'what is set in the scenario' },
      { name: 'cost_dollars', type: 'number', unit: '$', description: 'stated cost of the step' },
      ...estimateFields('probability', 'number', 'probability with this step and those above it', 'share'),
      ...estimateFields(
        'gained_probability',
        'number',
        'how much more that is than without any step',
        'share',
      ),
      ...estimateFields(
        'gained_days',
        'number',
        'days by which the milestone comes earlier than without',
        'day',
      ),
    ],
    *rows() {
      for (const { step, chance, gained, days } of steps) {
        yield [
          milestone,
          date,
          probability,
          step.name,
          step.step,
          step.by,
          Object.entries(step.settings)
            .map(([path, value]) => `${path}=${value}`)
            .join('; '),
          step.costDollars,
          ...estimateCells(chance),
          ...estimateCells(gained),
          ...estimateCells(days),
        ];
      }
    },
  };
}
