import type { PointRecords } from '../record/index.ts';
import { NOT_AVAILABLE } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { inputEffects, overall } from '../explain/index.ts';
import type { Table } from './table.ts';

/**
 * `inputs.csv`: how the runs of a point came out where each main input was drawn low, and where it was high;
 * undefined where none varies.
 */
export function inputsTable(point: PointRecords): Table | undefined {
  const effects = inputEffects(point);
  if (effects.length === 0) return undefined;
  return {
    name: 'inputs',
    description:
      'How the runs came out among the fifth in which one main input was drawn lowest (level 0.1) and the fifth in which it was highest (level 0.9); without an input: among all. Inputs that are correlated move together.',
    fields: [
      { name: 'input', type: 'string', description: 'uncertain input' },
      { name: 'level', type: 'number', unit: 'quantile', description: 'middle of the fifth by that input' },
      { name: 'replications', type: 'integer', unit: 'replications', description: 'runs in that fifth' },
      ...estimateFields(
        'p_target',
        'number',
        'probability of the target by its date among them; empty where that was before the as-of date',
        'share',
      ),
      ...estimateFields(
        'attained',
        'number',
        "mean part of the target's amount in service on its date among them; empty where that was before the as-of date",
        'share',
      ),
      ...estimateFields(
        'mean_days',
        'number',
        'mean days from the start to the target among them, counted up to the horizon',
        'day',
      ),
      ...estimateFields(
        'rank_correlation',
        'number',
        "Spearman's correlation, over all runs, of the input with that part; with the days to the target where its probability is above 80 %, or no such part is forecast",
      ),
    ],
    *rows() {
      const { replications: all, target: base, attained: part, days: mean } = overall(point);
      yield [
        undefined,
        undefined,
        all,
        ...estimateCells(base),
        ...estimateCells(part),
        ...estimateCells(mean),
        ...estimateCells(NOT_AVAILABLE),
      ];
      for (const { input, level, replications, target, attained, days, rankCorrelation: rank } of effects)
        yield [
          input,
          level,
          replications,
          ...estimateCells(target),
          ...estimateCells(attained ?? NOT_AVAILABLE),
          ...estimateCells(days),
          ...estimateCells(rank),
        ];
    },
  };
}
