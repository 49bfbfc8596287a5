import { WEIGHT, weightedColumn } from '../answer/index.ts';
import { htmlTable } from '../page/index.ts';
import { weightedMean } from '../statistics/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { estimateCell } from './valueText.ts';

/** Means of every number of a replication, for models that have no milestones to tell of. */
export function scalarsTable({ folder }: Material): string[] {
  const runs = folder.tables.get('runs');
  if (runs === undefined) return [];
  const scalars = runs.fields.filter(
    ({ name, type }) => type === 'number' && name !== 'replication' && name !== WEIGHT,
  );
  const rows = scalars.flatMap(({ name, unit, description }) => {
    const { values, weights } = weightedColumn(runs, runs.rows, name);
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
