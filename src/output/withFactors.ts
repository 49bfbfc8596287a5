import { uniqueFields } from './fieldName.ts';
import type { Table } from './table.ts';

/**
 * A table of several points with what each of them sets, as `points.csv` has it, behind the name of the point: one
 * table is then enough for a chart over a factor. A table that names no points is as it was.
 */
export function withFactors(table: Table, points: Table): Table {
  const place = table.fields.findIndex(({ name }) => name === 'point') + 1;
  if (place === 0) return table;
  const count = table.fields.length;
  // A factor that has the name of a column of the table gets another one.
  const factors = uniqueFields([...table.fields, ...points.fields.slice(1)]).slice(count);
  const cells = new Map(Array.from(points.rows(), ([name, ...own]) => [name, own]));
  const none = factors.map(() => undefined);
  return {
    ...table,
    fields: [...table.fields.slice(0, place), ...factors, ...table.fields.slice(place)],
    *rows() {
      for (const row of table.rows())
        yield [...row.slice(0, place), ...(cells.get(row[place - 1]) ?? none), ...row.slice(place)];
    },
  };
}
