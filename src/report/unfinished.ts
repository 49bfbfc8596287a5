import { htmlTable } from '../page/index.ts';
import { meanInterval, wilson } from '../statistics/index.ts';
import type { Material } from './material.ts';
import { dateColumns } from './milestoneTables.ts';
import { fieldsFor, numberIn, type ResultsTable } from './resultsTable.ts';
import { estimateCell } from './valueText.ts';

/** Racks that were not in service at the horizon, by how far they came. */
export function unfinishedTable({ folder }: Material): string[] {
  const runs = folder.tables.get('runs');
  if (runs === undefined) return [];
  const rows = fieldsFor('unfinished', runs.fields).flatMap(({ name, measure = name, heldBy = '', unit }) => {
    const racks = numbersOf(runs, name);
    if (racks.length === 0) return [];
    const some = racks.filter((count) => count > 0).length;
    return [
      [
        measure,
        heldBy,
        estimateCell(notBelowZero(meanInterval(racks)), unit),
        estimateCell(wilson(some, racks.length), 'share'),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    htmlTable({
      caption: 'Unfinished at the horizon: counted and named, never dropped',
      columns: [
        { title: 'what' },
        { title: 'held by' },
        ...dateColumns(['mean a replication', 'share of replications with any']),
      ],
      rows,
    }),
  ];
}

/** Means of every number of a replication, for models that have no milestones to tell of. */
export function scalarsTable({ folder }: Material): string[] {
  const runs = folder.tables.get('runs');
  if (runs === undefined) return [];
  const scalars = runs.fields.filter(({ name, type }) => type === 'number' && name !== 'replication');
  const rows = scalars.flatMap(({ name, unit, description }) => {
    const values = numbersOf(runs, name);
    return values.length === 0
      ? []
      : [
          [
            description === undefined || description === '' ? name : description,
            unit ?? '',
            estimateCell(meanInterval(values), unit),
          ],
        ];
  });
  if (rows.length === 0) return [];
  return [
    htmlTable({
      caption: 'Means over the replications',
      columns: [{ title: 'output' }, { title: 'unit' }, ...dateColumns(['mean'])],
      rows,
    }),
  ];
}

function numbersOf(table: ResultsTable, column: string): Float64Array {
  return Float64Array.from(table.rows.flatMap((row) => numberIn(row, column) ?? []));
}

/** Counts are not below zero, though a symmetric interval of their mean may be. */
function notBelowZero({
  estimate,
  low,
  high,
}: ReturnType<typeof meanInterval>): ReturnType<typeof meanInterval> {
  return { estimate, low: low === undefined ? undefined : Math.max(0, low), high };
}
