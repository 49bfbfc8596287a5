import { resultTables, type Table } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import type { LedgerRow } from '../scenario/index.ts';
import { calibrationTable } from './calibrationTable.ts';

/**
 * All tables of a run, wherever its records were computed: those of the records and the ledger, and how forecasts of
 * its kind came out, where it rests on a fit.
 */
export function runTables(records: Records, ledger: readonly LedgerRow[]): Table[] {
  return [...resultTables(records, ledger), ...calibrationTable(ledger)];
}
