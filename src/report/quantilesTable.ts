import { htmlTable } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import {
  dateIn,
  datesOf,
  estimateIn,
  fieldFor,
  quarterEnds,
  tableFor,
  type ResultsTable,
} from '../answer/index.ts';
import type { Role } from '../record/index.ts';
import { foldable } from './section.ts';
import { estimateCell } from './valueText.ts';

/** P10, P50 and P90 of the series of a role at quarter ends with their intervals, folded. */
export function quantilesTable({ folder }: Material, role: Role, caption: string): string[] {
  const found = tableFor(role, folder.tables);
  if (found === undefined) return [];
  const { table } = found;
  const columns = [0.1, 0.5, 0.9].flatMap((p) => {
    const field = fieldFor(role, table.fields, p);
    return field === undefined ? [] : [[`P${p * 100}`, field.name] as const];
  });
  return columns.length === 0 ? [] : seriesTable(table, caption, columns);
}

/** What is set beside each other, as the medians of the series of these roles. */
const SUPPLY: readonly (readonly [title: string, role: Role])[] = [
  ['GPUs delivered', 'delivered'],
  ['GPUs installed', 'installed'],
  ['GPUs in service', 'progress'],
  ['MW energized', 'energized'],
  ['MW cooled', 'cooled'],
  ['MW used', 'used'],
];

/** Medians of chips and power at quarter ends with their intervals, folded. */
export function supplyTable({ folder }: Material): string[] {
  const table = tableFor('delivered', folder.tables)?.table;
  if (table === undefined) return [];
  const known = SUPPLY.flatMap(([title, role]) => {
    const field = fieldFor(role, table.fields, 0.5);
    return field === undefined ? [] : [[title, field.name] as const];
  });
  return known.length === 0 ? [] : seriesTable(table, 'Chips and power: medians', known);
}

function seriesTable(
  table: ResultsTable,
  caption: string,
  columns: readonly (readonly [title: string, name: string])[],
): string[] {
  const units = new Map(table.fields.map(({ name, unit }) => [name, unit]));
  const ends = new Set(quarterEnds(datesOf(table.rows)));
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
