import type { LedgerRow } from '../scenario/index.ts';
import type { Table } from './table.ts';

const descriptions: Readonly<Record<keyof LedgerRow, string>> = {
  path: 'where in the scenario',
  value: 'as written, with its unit or distribution',
  unit: 'unit that the value is turned into',
  source: 'publication, address, or scenario',
  asOf: 'when the source said so',
  confidence: 'high, medium or low',
  basis: 'fact, recalled, derived, assumption or choice',
  role: 'input, check or correction',
  catalogId: 'row of the catalog',
  overridden: 'whether the scenario replaced a value that it was given',
  note: 'remark',
};

/** `assumptions.csv`: every input of the scenario with where it comes from. */
export function assumptionsTable(ledger: readonly LedgerRow[]): Table {
  const names = Object.keys(descriptions) as (keyof LedgerRow)[];
  return {
    name: 'assumptions',
    description: 'Every input of the scenario with its source and what kind of statement it is.',
    fields: names.map((name) => ({ name, type: 'string', description: descriptions[name] })),
    *rows() {
      for (const row of ledger) {
        yield names.map((name) => {
          const value: string | number | boolean | undefined = row[name];
          return value === undefined ? undefined : String(value);
        });
      }
    },
  };
}
