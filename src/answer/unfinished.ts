import { weightedMean, weightedProportion, withinBounds } from '../statistics/index.ts';
import type { Results } from './results.ts';
import { fieldsFor, rowsOf, tableFor, type Estimated } from './resultsTable.ts';
import { weightedColumn } from './weightedColumn.ts';

/** What is not there at the horizon. */
export interface Unfinished {
  readonly what: string;
  readonly heldBy: string;
  readonly unit: string | undefined;
  /** Mean a replication; counts are not below zero, though a symmetric interval of their mean may be. */
  readonly mean: Estimated<number>;
  /** Share of the replications with any. */
  readonly affected: Estimated<number>;
}

/** What a point leaves unfinished, by how far it came: counted and named, never dropped. */
export function unfinishedOf({ tables }: Results, point?: string): Unfinished[] {
  const found = tableFor('unfinished', tables);
  if (found === undefined) return [];
  const rows = rowsOf(found.table, point);
  return fieldsFor('unfinished', found.table.fields).flatMap(
    ({ name, measure = name, heldBy = '', unit }) => {
      const { values: counts, weights } = weightedColumn(found.table, rows, name);
      if (counts.length === 0) return [];
      return [
        {
          what: measure,
          heldBy,
          unit,
          mean: withinBounds(weightedMean(counts, weights), { least: 0 }),
          affected: weightedProportion(
            counts.map((count) => (count > 0 ? 1 : 0)),
            weights,
          ),
        },
      ];
    },
  );
}
