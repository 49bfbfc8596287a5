import { htmlTable } from '../page/index.ts';
import { quarterEnds } from './constraintTables.ts';
import type { Material } from './material.ts';
import { dateColumns } from './milestoneTables.ts';
import { quantileFields } from './progressCharts.ts';
import { dateIn, estimateIn, hasFields, type ResultsTable } from './resultsTable.ts';
import { foldable } from './section.ts';
import { estimateCell } from './valueText.ts';

/** P10, P50 and P90 of a measure of `fan.csv` at quarter ends with their intervals, folded. */
export function quantilesTable({ folder }: Material, stem: string, caption: string): string[] {
  const table = folder.tables.get('fan');
  if (table === undefined || !hasFields(table, quantileFields(stem))) return [];
  return seriesTable(
    table,
    caption,
    [10, 50, 90].map((percentile) => [`P${percentile}`, `${stem}_p${percentile}`]),
  );
}

/** Medians of chips and power at quarter ends with their intervals, folded. */
export function supplyTable({ folder }: Material): string[] {
  const table = folder.tables.get('fan');
  const columns = [
    ['GPUs delivered', 'docked_gpus_p50'],
    ['GPUs installed', 'installed_gpus_p50'],
    ['GPUs in service', 'gpus_p50'],
    ['MW energized', 'energized_mw_p50'],
    ['MW cooled', 'cooled_mw_p50'],
    ['MW used', 'filled_mw_p50'],
  ] as const;
  if (table === undefined) return [];
  const known = columns.filter(([, name]) => hasFields(table, [name]));
  return known.length === 0 ? [] : seriesTable(table, 'Chips and power: medians', known);
}

function seriesTable(
  table: ResultsTable,
  caption: string,
  columns: readonly (readonly [title: string, name: string])[],
): string[] {
  const units = new Map(table.fields.map(({ name, unit }) => [name, unit]));
  const ends = new Set(quarterEnds(table));
  const html = htmlTable({
    caption: `${caption}, at the end of each quarter (every date in ${table.name}.csv)`,
    columns: [{ title: 'date' }, ...dateColumns(columns.map(([title]) => title))],
    rows: table.rows
      .filter((row) => ends.has(row['date'] ?? ''))
      .map((row) => [
        dateIn(row, 'date') ?? '',
        ...columns.map(([, name]) => estimateCell(estimateIn(row, name), units.get(name))),
      ]),
  });
  return [foldable('The same as a table', html)];
}
