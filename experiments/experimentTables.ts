import type { DesignRow } from '../src/design/index.ts';
import type { Records } from '../src/experiment/index.ts';
import { milestonesTable, pointsTable, seriesTable, type Table } from '../src/output/index.ts';

/** What the sweeps here commit: the points, their milestones and what bound; the rest of a run's tables would be megabytes. */
export function experimentTables(rows: readonly DesignRow[]): (records: Records) => Table[] {
  return (records) => [pointsTable(rows), milestonesTable(records), seriesTable('binding', records)];
}
