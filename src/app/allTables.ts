import { resultTables } from '../output/resultTables.ts';
import type { Table } from '../output/table.ts';
import type { Records } from '../record/index.ts';
import type { LedgerRow } from '../scenario/ledger.ts';
import { calibrationTable } from './calibrationTable.ts';

/**
 * All tables of a run, wherever its records were computed, a browser among it: those of the records and the ledger,
 * and how forecasts of its kind came out, where it rests on a fit.
 */
export function allTables(records: Records, ledger: readonly LedgerRow[], leftOut: string): Table[] {
  return [...resultTables(records, ledger), ...calibrationTable(ledger, leftOut)];
}
