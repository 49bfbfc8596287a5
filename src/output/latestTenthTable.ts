import { type PointRecords, attributionColumns } from '../record/index.ts';
import { weightedMean, weightedWelch, weightsAt, withinBounds } from '../statistics/index.ts';
import type { Cell } from './cell.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { lightest } from '../explain/index.ts';
import type { Table } from './table.ts';

/** With fewer in the latest tenth there is nothing to compare. */
const FEWEST = 2;

/**
 * `latest_tenth.csv`: days on the driving path by cause among the latest tenth of the replications that reach a
 * milestone, against the others that do; undefined where no milestone has enough of them.
 */
export function latestTenthTable(point: PointRecords): Table | undefined {
  const rows = [...tableRows(point)];
  if (rows.length === 0) return undefined;
  return {
    name: 'latest_tenth',
    description:
      'Mean days on the driving path (stop view) by cause: the latest tenth of the replications that reach a milestone, and the others that do. 95 % intervals: t; of the difference Welch. The causes sum to the row `total`.',
    fields: [
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      { name: 'cause', type: 'string', description: 'cause, or `total`: the day of the milestone' },
      {
        name: 'latest',
        type: 'integer',
        unit: 'replications',
        description: 'replications in the latest tenth',
      },
      { name: 'others', type: 'integer', unit: 'replications', description: 'the others that reach it' },
      ...estimateFields('latest_days', 'number', 'mean path days among the latest tenth', 'day'),
      ...estimateFields('other_days', 'number', 'mean path days among the others', 'day'),
      ...estimateFields('difference_days', 'number', 'by how many the latest tenth has more', 'day'),
    ],
    rows: () => rows,
  };
}

function* tableRows(point: PointRecords): Generator<Cell[]> {
  const columns = attributionColumns(point.outputs.columns);
  for (const milestone of new Set(columns.map(({ key }) => key!['milestone']!))) {
    const days = point.column(milestone);
    const inOrder = Array.from(days, (_, place) => place)
      .filter((place) => Number.isFinite(days[place]))
      .sort((a, b) => days[a]! - days[b]! || a - b);
    const latest = lightest(inOrder.toReversed(), 0.1, point.weights).reverse();
    const others = inOrder.slice(0, inOrder.length - latest.length);
    if (latest.length < FEWEST) continue;
    const row = (cause: string, values: Float64Array): Cell[] => {
      const [late, rest] = [latest, others].map((places) => ({
        values: places.map((place) => values[place]!),
        weights: weightsAt(point.weights, places),
      }));
      return [
        milestone,
        cause,
        latest.length,
        others.length,
        ...estimateCells(withinBounds(weightedMean(late!.values, late!.weights), { least: 0 })),
        ...estimateCells(withinBounds(weightedMean(rest!.values, rest!.weights), { least: 0 })),
        ...estimateCells(weightedWelch(late!, rest!)),
      ];
    };
    const own = columns.filter(({ key }) => key!['milestone'] === milestone);
    const parts = own.map(({ name }) => point.column(name));
    for (const [index, { key }] of own.entries()) yield row(key!['cause']!, parts[index]!);
    yield row(
      'total',
      days.map((_, place) => parts.reduce((sum, part) => sum + part[place]!, 0)),
    );
  }
}
