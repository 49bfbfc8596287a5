import { type Records, attributionColumns, targetMilestone } from '../record/index.ts';
import type { LedgerRow } from '../scenario/index.ts';
import { assumptionsTable } from './assumptionsTable.ts';
import { attributionTable } from './attributionTable.ts';
import { latestTenthTable } from './latestTenthTable.ts';
import { inputsTable } from './inputsTable.ts';
import { milestoneDates } from './milestoneDates.ts';
import { milestonesTable } from './milestonesTable.ts';
import { observedTable } from './observedTable.ts';
import { promiseTable } from './promiseTable.ts';
import { readinessTable } from './readinessTable.ts';
import { runsTable } from './runsTable.ts';
import { seriesTable, seriesTableNames } from './seriesTable.ts';
import { stageColumns, stagesTable } from './stagesTable.ts';
import type { Table } from './table.ts';
import { worstTenthTable } from './worstTenthTable.ts';

/**
 * All tables of an experiment: functions of the records in the order of points and replications, and of the ledger.
 */
export function resultTables(records: Records, ledger: readonly LedgerRow[] = []): Table[] {
  const hasMilestones = records.points.some(({ outputs }) => targetMilestone(outputs.columns) !== undefined);
  const datesOf = milestoneDates(records);
  return [
    runsTable(records),
    ...(hasMilestones
      ? [milestonesTable(records, datesOf), promiseTable(records, datesOf), readinessTable(records)]
      : []),
    ...(hasAttribution(records) ? [attributionTable(records)] : []),
    ...(records.points.some(({ outputs }) => stageColumns(outputs.columns).length > 0)
      ? [stagesTable(records)]
      : []),
    ...seriesTableNames(records).map((name) => seriesTable(name, records)),
    ...(records.given === undefined ? [] : [observedTable(records.given)]),
    ...(ledger.length > 0 ? [assumptionsTable(ledger)] : []),
    // Of a sweep the question is what its factors do.
    ...(records.points.length === 1
      ? [latestTenthTable, worstTenthTable, inputsTable].flatMap(
          (tableOf) => tableOf(records.points[0]!) ?? [],
        )
      : []),
  ];
}

function hasAttribution(records: Records): boolean {
  return records.points.some(({ outputs }) => attributionColumns(outputs.columns).length > 0);
}
