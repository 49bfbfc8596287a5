import type { Column, Records } from '../experiment/index.ts';
import { weightedProportion, weightedQuantiles } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { countedDays, forecastCell, standingOf } from './known.ts';
import type { Table, TableField } from './table.ts';

const probabilities = [0.1, 0.5, 0.9] as const;

/** `milestones.csv`: when each milestone is reached, with the share of replications that reach it by the horizon. */
export function milestonesTable(records: Records): Table {
  const several = records.points.length > 1;
  const fields: TableField[] = [
    ...(several ? [pointField] : []),
    { name: 'milestone', type: 'string', description: 'name of the milestone' },
    {
      name: 'gpus',
      type: 'number',
      unit: 'gpus',
      description: 'threshold, where the milestone is a number of GPUs',
    },
    ...probabilities.flatMap((p) => {
      return estimateFields(
        `date_p${p * 100}`,
        'date',
        `date by which ${p * 100} % of the replications are there`,
      );
    }),
    ...estimateFields(
      'reached',
      'number',
      'share of the replications that are there by the horizon',
      'share',
    ),
    { name: 'due_date', type: 'date', description: 'date by whose end it is due, where it is' },
    {
      name: 'status',
      type: 'string',
      description:
        'forecast; known: on one date by the as-of date in all replications; unobserved: some dates lie before the as-of date, and are left empty',
    },
  ];
  return {
    name: 'milestones',
    description:
      'Quantiles of the date of each milestone (type 7, with order-statistic intervals); an empty cell is a date after the horizon, one before the as-of date that nobody observed, or a bound that so small a sample does not give.',
    fields,
    *rows() {
      for (const point of records.points) {
        for (const { column } of point.layout.fields) {
          if (column.kind !== 'milestone') continue;
          const days = point.column(column.name);
          const status = standingOf(point.outputs, countedDays(days, point.weights));
          const dates = weightedQuantiles(days, point.weights, probabilities).flatMap((date) => {
            return estimateCells(date).map((day) => forecastCell(point.outputs, day, status));
          });
          const reached = weightedProportion(
            days.map((day) => (day < Infinity ? 1 : 0)),
            point.weights,
          );
          yield [
            ...(several ? [point.name] : []),
            column.name,
            column.gpus,
            ...dates,
            ...estimateCells(reached),
            column.due,
            status,
          ];
        }
      }
    },
  };
}

/** The column that names the point, in tables of several points. */
export const pointField: TableField = {
  name: 'point',
  type: 'string',
  description: 'setting of the experiment',
};

/** The milestone that `readiness.csv` is about: the one of table `readiness`, else `target`, else the last. */
export function targetMilestone(columns: readonly Column[]): Column | undefined {
  const milestones = columns.filter((column) => column.kind === 'milestone');
  return (
    milestones.find((column) => column.table === 'readiness') ??
    milestones.find((column) => column.name === 'target') ??
    milestones.at(-1)
  );
}
