import { TOLD_QUANTILES } from './toldQuantiles.ts';
import { columnsFor, type Column, type PointRecords, type Records } from '../record/index.ts';
import { keptValues, weightedProportion, weightedQuantiles, type Weights } from '../statistics/index.ts';
import { dateCell } from './dateCell.ts';
import type { Cell } from './cell.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { endsOf, standingOfSaid, type Standing } from './known.ts';
import { isPastIn, pointField } from './milestonesTable.ts';
import type { Table, TableField } from './table.ts';

const EDGES = ['start', 'finish'] as const;

/** Columns that hold the days on which a stage of a site starts or finishes. */
export function stageColumns(columns: readonly Column[]): Column[] {
  return columnsFor('stage', columns);
}

/** `stages.csv`: when the stages of each site start and finish, and how often they finish by the horizon. */
export function stagesTable(records: Records): Table {
  const several = records.points.length > 1;
  const hasPast = isPastIn(records);
  return {
    name: 'stages',
    description:
      'Quantiles of the first start and the last finish of every stage of every site, over the replications that begin it (type 7, with order-statistic intervals); an empty cell is a date after the horizon, or a bound that so small a sample does not give.',
    fields: [
      ...(several ? [pointField] : []),
      { name: 'site', type: 'string', description: 'site' },
      { name: 'stage', type: 'string', description: 'stage of its schedule' },
      ...EDGES.flatMap((edge) =>
        TOLD_QUANTILES.flatMap((p) =>
          estimateFields(
            `${edge}_date_p${p * 100}`,
            'date',
            `date by which ${p * 100} % of the replications that begin it see its ${edge === 'start' ? 'first start' : 'last finish'}`,
          ),
        ),
      ),
      ...(hasPast ? EDGES.map(statusField) : []),
      ...estimateFields('begun', 'number', 'share of the replications that begin it by the horizon', 'share'),
      ...estimateFields(
        'finished',
        'number',
        'share of the replications that finish it by the horizon',
        'share',
      ),
    ],
    *rows() {
      for (const point of records.points) {
        for (const row of pointRows(point, hasPast)) yield [...(several ? [point.name] : []), ...row];
      }
    },
  };
}

function* pointRows(point: PointRecords, hasPast: boolean): Generator<Cell[]> {
  const columns = stageColumns(point.outputs.columns);
  for (const start of columns.filter(({ key }) => key?.['edge'] === 'start')) {
    const { site, stage } = start.key!;
    const finish = columns.find(
      ({ key }) => key?.['edge'] === 'finish' && key['site'] === site && key['stage'] === stage,
    );
    if (finish === undefined)
      throw new Error(`stage ${stage} of ${site}: no finish, expected a column of it`);
    const [starts, days] = [point.column(start.name), point.column(finish.name)];
    // Where nothing begins nothing is late: a site that is not used is not unfinished.
    const isBegun = (_: number, place: number): boolean => Number.isFinite(starts[place]!);
    const { weights } = point;
    const begun = weightedProportion(starts.map(oneIfReached), weights);
    const edges = [starts, days].map((all) =>
      datesOf(point, keptValues(all, weights, isBegun), begun.estimate === 1),
    );
    yield [
      site,
      stage,
      ...edges.flatMap(({ dates }) => dates),
      ...(hasPast ? edges.map(({ status }) => status) : []),
      ...estimateCells(begun),
      ...estimateCells(weightedProportion(days.map(oneIfReached), weights)),
    ];
  }
}

function oneIfReached(day: number): number {
  return Number.isFinite(day) ? 1 : 0;
}

/** What is said of the days of one edge of a stage: what only some replications begin nobody has observed. */
function datesOf(
  { outputs }: PointRecords,
  { values, weights }: { values: Float64Array; weights: Weights },
  isAlwaysBegun: boolean,
): { dates: Cell[]; status: Standing | undefined } {
  if (values.length === 0)
    return { dates: TOLD_QUANTILES.flatMap(() => [undefined, undefined, undefined]), status: undefined };
  const said = weightedQuantiles(values, weights, TOLD_QUANTILES).flatMap(estimateCells);
  const status = standingOfSaid(outputs, endsOf(values, weights), said);
  return {
    dates: said.map((day) => dateCell(outputs.startDate, day)),
    status: status === 'known' && !isAlwaysBegun ? 'unobserved' : status,
  };
}

function statusField(edge: (typeof EDGES)[number]): TableField {
  return {
    name: `${edge}_status`,
    type: 'string',
    description: `of its ${edge}: forecast; known: on one date by the as-of date in all replications; unobserved: some of these dates lie before the as-of date, where nobody told the model what happened: computed, and no forecast`,
  };
}
