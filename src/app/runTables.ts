import type { Table } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import type { LedgerRow } from '../scenario/index.ts';
import { allTables } from './allTables.ts';
import { shippedLeftOut } from './shippedLeftOut.ts';

/** All tables of a run, with the record as this package ships it. */
export function runTables(records: Records, ledger: readonly LedgerRow[]): Table[] {
  return allTables(records, ledger, shippedLeftOut());
}
