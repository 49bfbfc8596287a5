import { TOLD_QUANTILES } from './toldQuantiles.ts';
import { asOfBehindStart, type Column, type PointRecords, type Records } from '../record/index.ts';
import { isPastDue, milestoneProbability } from '../explain/index.ts';
import { NOT_AVAILABLE, type Estimate } from '../statistics/index.ts';
import { saidDateCells, dateFields } from './dateFields.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { fieldName } from './fieldName.ts';
import { milestoneDates } from './milestoneDates.ts';
import type { Table, TableField } from './table.ts';

/**
 * `milestones.csv`: when each milestone is reached, with the share of replications that reach it by the horizon; where
 * several are due, as each tenant's target of a market is, also by its due date. Where only one is due, its share by
 * that date is in `readiness.csv`.
 */
export function milestonesTable(records: Records, datesOf = milestoneDates(records)): Table {
  const several = records.points.length > 1;
  const units = thresholdUnits(records);
  const hasPast = isPastIn(records);
  const areSeveralDue = records.points.some(
    ({ outputs }) => outputs.columns.filter(({ due }) => due !== undefined).length > 1,
  );
  const fields: TableField[] = [
    ...(several ? [pointField] : []),
    { name: 'milestone', type: 'string', description: 'name of the milestone' },
    ...units.map((unit): TableField => ({
      name: fieldName('', unit),
      type: 'number',
      unit,
      description: `threshold, where the milestone is a number in the unit ${unit}`,
    })),
    ...TOLD_QUANTILES.flatMap((p) =>
      dateFields(`date_p${p * 100}`, `date by which ${p * 100} % of the replications are there`, hasPast),
    ),
    ...estimateFields(
      'reached',
      'number',
      'share of the replications that are there by the horizon',
      'share',
    ),
    { name: 'due_date', type: 'date', description: 'date by whose end it is due, where it is' },
    ...(areSeveralDue
      ? estimateFields(
          'in_time',
          'number',
          'share of the replications that are there by the due date',
          'share',
        )
      : []),
    {
      name: 'status',
      type: 'string',
      description:
        'of the milestone: forecast; known: on one date by the as-of date in all replications; unobserved: some of these dates lie before the as-of date, and are left empty',
    },
  ];
  return {
    name: 'milestones',
    description:
      'Quantiles of the date of each milestone (type 7, with order-statistic intervals); an empty cell is a date after the horizon, one before the as-of date that nobody observed, or a bound that so small a sample does not give.',
    fields,
    *rows() {
      for (const { point, column, dates, reached, status } of datesOf(TOLD_QUANTILES)) {
        yield [
          ...(several ? [point.name] : []),
          column.name,
          ...units.map((unit) => amountIn(unit, column)),
          ...saidDateCells(dates, hasPast),
          ...estimateCells(reached),
          column.due,
          ...(areSeveralDue ? estimateCells(inTime(point, column)) : []),
          status,
        ];
      }
    },
  };
}

/** What was due before the as-of date was in time or not, and is not forecast. */
function inTime(point: PointRecords, column: Column): Estimate {
  const isForecast = column.due !== undefined && !isPastDue(column, point.outputs);
  return isForecast ? milestoneProbability(point, column) : NOT_AVAILABLE;
}

/** Whether some point has an as-of date behind its start. */
export function isPastIn({ points }: Records): boolean {
  return points.some(({ outputs }) => asOfBehindStart(outputs) !== undefined);
}

/** Units in which the milestones of the points ask for an amount. */
function thresholdUnits({ points }: Records): string[] {
  const thresholds = points.flatMap(({ outputs }) =>
    outputs.columns.flatMap(({ threshold }) => threshold ?? []),
  );
  return [...new Set(thresholds.flatMap((threshold) => ('unit' in threshold ? threshold.unit : [])))];
}

function amountIn(unit: string, { threshold }: Column): number | undefined {
  return threshold !== undefined && 'unit' in threshold && threshold.unit === unit
    ? threshold.amount
    : undefined;
}

/** The column that names the point, in tables of several points. */
export const pointField: TableField = {
  name: 'point',
  type: 'string',
  description: 'setting of the experiment',
};
