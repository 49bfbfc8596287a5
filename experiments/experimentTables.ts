import type { DesignRow } from 'gigaramp/design';
import type { Records } from 'gigaramp/experiment';
import { milestonesTable, pointsTable, seriesTable, type Table } from 'gigaramp';

/** What the sweeps here commit: the points, their milestones and what bound; the rest of a run's tables would be megabytes. */
export function experimentTables(rows: readonly DesignRow[]): (records: Records) => Table[] {
  return (records) => [pointsTable(rows), milestonesTable(records), seriesTable('binding', records)];
}
