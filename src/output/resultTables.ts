import type { Records } from '../experiment/index.ts';
import type { LedgerRow } from '../scenario/index.ts';
import { assumptionsTable } from './assumptionsTable.ts';
import { milestonesTable, targetMilestone } from './milestonesTable.ts';
import { readinessTable } from './readinessTable.ts';
import { runsTable } from './runsTable.ts';
import { seriesTable, seriesTableNames } from './seriesTable.ts';
import type { Table } from './table.ts';

/**
 * All tables of an experiment: functions of the records in the order of points and replications, and of the ledger.
 */
export function resultTables(records: Records, ledger: readonly LedgerRow[] = []): Table[] {
  const hasMilestones = records.points.some(({ outputs }) => targetMilestone(outputs.columns) !== undefined);
  return [
    runsTable(records),
    ...(hasMilestones ? [milestonesTable(records), readinessTable(records)] : []),
    ...seriesTableNames(records).map((name) => seriesTable(name, records)),
    ...(ledger.length > 0 ? [assumptionsTable(ledger)] : []),
  ];
}
