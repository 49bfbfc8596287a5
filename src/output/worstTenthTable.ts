import { worstTenth } from '../explain/index.ts';
import { attributionColumns, type PointRecords } from '../record/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { fieldName } from './fieldName.ts';
import type { Table } from './table.ts';

/**
 * `worst_tenth.csv`: what holds back the worst tenth of all replications, of every milestone that some of them do not
 * reach; undefined where there is none.
 */
export function worstTenthTable(point: PointRecords): Table | undefined {
  const milestones = attributionColumns(point.outputs.columns).map(({ key }) => key!.milestone!);
  const found = [...new Set(milestones)].flatMap((milestone) => worstTenth(point, milestone) ?? []);
  const unit = found[0]?.held[0]?.unit;
  if (unit === undefined) return undefined;
  return {
    name: 'worst_tenth',
    description:
      'What is held back, by cause on average over the dates to the horizon, and what is left at it: among the tenth of all replications that reach a milestone last or not at all, the farthest short of it first, and among the others. 95 % intervals: t; of the difference Welch. Of milestones that all replications reach latest_tenth.csv says it by the days on their paths.',
    fields: [
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      {
        name: 'what',
        type: 'string',
        description: 'cause that it waits for, or what is not there at the horizon',
      },
      { name: 'when', type: 'string', description: '`over time` or `at the horizon`' },
      {
        name: 'worst',
        type: 'integer',
        unit: 'replications',
        description: 'replications in the worst tenth',
      },
      {
        name: 'never',
        type: 'integer',
        unit: 'replications',
        description: 'those of them that do not reach it by the horizon',
      },
      { name: 'others', type: 'integer', unit: 'replications', description: 'all other replications' },
      ...estimateFields(fieldName('worst_held', unit), 'number', 'mean held back in the worst tenth', unit),
      ...estimateFields(fieldName('others_held', unit), 'number', 'mean held back in the others', unit),
      ...estimateFields(fieldName('difference', unit), 'number', 'by how much more in the worst tenth', unit),
    ],
    *rows() {
      for (const { milestone, replications, never, others, held } of found)
        for (const { what, when, worst, others: usual, difference } of held)
          yield [
            milestone,
            what,
            when,
            replications,
            never,
            others,
            ...estimateCells(worst),
            ...estimateCells(usual),
            ...estimateCells(difference),
          ];
    },
  };
}
