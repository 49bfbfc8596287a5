import { htmlTable } from '../page/index.ts';
import { weightedMean, weightedProportion, type Estimate } from '../statistics/index.ts';
import type { Material } from './material.ts';
import { dateColumns } from './milestoneTables.ts';
import { fieldsFor } from './resultsTable.ts';
import { estimateCell } from './valueText.ts';
import { WEIGHT, weightedColumn } from './weightedColumn.ts';

/** Racks that were not in service at the horizon, by how far they came. */
export function unfinishedTable({ folder }: Material): string[] {
  const runs = folder.tables.get('runs');
  if (runs === undefined) return [];
  const rows = fieldsFor('unfinished', runs.fields).flatMap(({ name, measure = name, heldBy = '', unit }) => {
    const { values: racks, weights } = weightedColumn(runs, name);
    if (racks.length === 0) return [];
    const any = racks.map((count) => (count > 0 ? 1 : 0));
    return [
      [
        measure,
        heldBy,
        estimateCell(notBelowZero(weightedMean(racks, weights)), unit),
        estimateCell(weightedProportion(any, weights), 'share'),
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
  const scalars = runs.fields.filter(
    ({ name, type }) => type === 'number' && name !== 'replication' && name !== WEIGHT,
  );
  const rows = scalars.flatMap(({ name, unit, description }) => {
    const { values, weights } = weightedColumn(runs, name);
    return values.length === 0
      ? []
      : [
          [
            description === undefined || description === '' ? name : description,
            unit ?? '',
            estimateCell(weightedMean(values, weights), unit),
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

/** Counts are not below zero, though a symmetric interval of their mean may be. */
function notBelowZero({ estimate, low, high }: Estimate): Estimate {
  return { estimate, low: low === undefined ? undefined : Math.max(0, low), high };
}
