import { asOfDay, type Records, dateOfDay, targetMilestone } from '../record/index.ts';
import { chancesByDay } from './chancesByDay.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { pointField } from './milestonesTable.ts';
import type { Table } from './table.ts';

/** `readiness.csv`: the probability that the target milestone is reached by the end of each day up to the horizon. */
export function readinessTable(records: Records): Table {
  const several = records.points.length > 1;
  return {
    name: 'readiness',
    description:
      'Share of the replications in which the target is reached by the end of the date, from the as-of date on (Wilson intervals).',
    fields: [
      ...(several ? [pointField] : []),
      { name: 'date', type: 'date', description: 'day, to its end' },
      ...estimateFields(
        'p_ready',
        'number',
        'probability that the target is reached by the end of the date',
        'share',
      ).map((field, index) => (index === 0 ? { ...field, role: 'readiness' as const } : field)),
    ],
    *rows() {
      for (const point of records.points) {
        const target = targetMilestone(point.outputs.columns);
        if (target === undefined) continue;
        const { startDate, horizonDays } = point.outputs;
        const first = Math.max(0, asOfDay(point.outputs));
        const readyBy = chancesByDay(point, target.name);
        for (let day = first; day < horizonDays; day++) {
          const ready = estimateCells(readyBy(day));
          yield [...(several ? [point.name] : []), dateOfDay(startDate, day), ...ready];
        }
      }
    },
  };
}
