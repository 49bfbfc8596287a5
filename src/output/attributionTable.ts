import {
  type Column,
  type PointRecords,
  type Records,
  type Role,
  attributionColumns,
} from '../record/index.ts';
import {
  keptValues,
  NOT_AVAILABLE,
  weightedMean,
  withinBounds,
  weightedProportion,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { pointField } from './milestonesTable.ts';
import type { Table } from './table.ts';

/**
 * `attribution.csv`: mean days on the driving path of each milestone by cause, over the replications that reached it,
 * and how often the cause is on the path at all.
 */
export function attributionTable(records: Records): Table {
  const several = records.points.length > 1;
  return {
    name: 'attribution',
    description:
      'Days on the driving path (stop view) by cause, over the replications that reached the milestone; the causes of a milestone sum to its row `total`. Drags sum to nothing. 95 % intervals: t for days, Wilson for criticality.',
    fields: [
      ...(several ? [pointField] : []),
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      { name: 'cause', type: 'string', description: 'cause, or `total`: the mean day of the milestone' },
      {
        name: 'replications',
        type: 'number',
        unit: 'replications',
        description: 'replications that reached it',
      },
      ...estimateFields('path_days', 'number', 'mean days on the driving path', 'day'),
      ...estimateFields(
        'drag_days',
        'number',
        'mean days gained at least, on the record of the run, if the cause took no time',
        'day',
      ),
      ...estimateFields(
        'criticality',
        'number',
        'share of those replications with the cause on the path',
        'share',
      ),
      {
        name: 'drag_bound',
        type: 'number',
        unit: 'share',
        description:
          'share of those replications in which the drag is a bound: more may be gained than this record tells; 0: it is exact',
      },
    ],
    *rows() {
      for (const point of records.points) {
        for (const row of pointRows(point)) yield [...(several ? [point.name] : []), ...row];
      }
    },
  };
}

function* pointRows(point: PointRecords): Generator<(string | number | undefined)[]> {
  const columns = attributionColumns(point.outputs.columns);
  const milestones = [...new Set(columns.map(({ key }) => key!['milestone']!))];
  for (const milestone of milestones) {
    const own = columns.filter(({ key }) => key!['milestone'] === milestone);
    const { values, weights } = reachedDays(point, own[0]!);
    const total = new Float64Array(values.length);
    for (const column of own) {
      const reached = reachedDays(point, column);
      const days = reached.values;
      for (let i = 0; i < days.length; i++) total[i]! += days[i]!;
      const onPath = days.map((value) => (value > 0 ? 1 : 0));
      const critical = days.length === 0 ? NOT_AVAILABLE : weightedProportion(onPath, reached.weights);
      yield [
        milestone,
        column.key!['cause']!,
        days.length,
        ...estimateCells(meanOf(reached)),
        ...estimateCells(meanOf(reachedDays(point, siblingOf(point, column, 'drag')))),
        ...estimateCells(critical),
        meanOf(reachedDays(point, siblingOf(point, column, 'drag bound'))).estimate,
      ];
    }
    yield [
      milestone,
      'total',
      total.length,
      ...estimateCells(meanOf({ values: total, weights })),
      ...estimateCells(NOT_AVAILABLE),
      ...estimateCells(NOT_AVAILABLE),
      undefined,
    ];
  }
}

/** The column of another role with the same milestone and cause; nothing for models without. */
function siblingOf(point: PointRecords, { key }: Column, role: Role): Column | undefined {
  return point.outputs.columns.find(
    (column) =>
      column.role === role &&
      column.key?.['milestone'] === key?.['milestone'] &&
      column.key?.['cause'] === key?.['cause'],
  );
}

/** Days of the replications that have them, with their weights. */
interface ReachedDays {
  readonly values: Float64Array;
  readonly weights: Weights;
}

function reachedDays(point: PointRecords, column: Column | undefined): ReachedDays {
  if (column === undefined) return { values: new Float64Array(0), weights: undefined };
  return keptValues(point.column(column.name), point.weights, Number.isFinite);
}

/** Days on a path are never below zero. */
function meanOf({ values, weights }: ReachedDays): Estimate {
  return values.length === 0 ? NOT_AVAILABLE : withinBounds(weightedMean(values, weights), { least: 0 });
}
