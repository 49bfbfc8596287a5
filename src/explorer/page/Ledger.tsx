import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LedgerRow } from '../../scenario/ledger.ts';
import type { Facts } from '../scenarioFacts.ts';

const COLUMNS = ['path', 'value', 'confidence', 'basis', 'source', 'asOf', 'note'] as const;
type Column = (typeof COLUMNS)[number];

const TITLES: Readonly<Record<Column, string>> = {
  path: 'input',
  value: 'value',
  confidence: 'confidence',
  basis: 'basis',
  source: 'source',
  asOf: 'as of',
  note: 'remark',
};

const RANKS = ['high', 'medium', 'low', ''];

interface Order {
  readonly column: Column;
  readonly isDown: boolean;
}

/**
 * Every input with where it comes from: sorted by a column, filtered by what it rests on, searched; changes stand
 * out.
 */
export function Ledger({ facts }: { facts: Facts }): JSX.Element {
  const { written } = facts;
  const [search, setSearch] = useState('');
  const [basis, setBasis] = useState('');
  const [order, setOrder] = useState<Order | undefined>(undefined);
  const wanted = search.trim().toLowerCase();
  const rows = facts.ledger.filter(
    (row) =>
      (basis === '' || (basis === 'changed' ? row.path in written : row.basis === basis)) &&
      COLUMNS.some((column) => row[column].toLowerCase().includes(wanted)),
  );
  const isChanged = ({ path }: LedgerRow): boolean => path in written;
  // What was changed is what one looks for first.
  const sorted =
    order === undefined
      ? [...rows.filter(isChanged), ...rows.filter((row) => !isChanged(row))]
      : rows.toSorted((a, b) => compared(a, b, order));
  const bases = [...new Set(facts.ledger.map((row) => row.basis))].sort();
  return (
    <>
      <div class="asked">
        <label>
          Search{' '}
          <input
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        <label>
          Basis{' '}
          <select value={basis} onChange={({ currentTarget }) => setBasis(currentTarget.value)}>
            <option value="">all</option>
            <option value="changed">changed here</option>
            {bases.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span class="quiet" role="status">
          {rows.length} of {facts.ledger.length} inputs
        </span>
      </div>
      <LedgerTable rows={sorted} written={written} order={order} onOrder={setOrder} />
    </>
  );
}

function LedgerTable({
  rows,
  written,
  order,
  onOrder,
}: {
  readonly rows: readonly LedgerRow[];
  readonly written: Facts['written'];
  readonly order: Order | undefined;
  readonly onOrder: (order: Order) => void;
}): JSX.Element {
  return (
    <div class="scroll ledger" tabIndex={0} role="region" aria-label="Assumption ledger">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={order?.column === column ? (order.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => onOrder({ column, isDown: order?.column === column && !order.isDown })}
                >
                  {TITLES[column]}
                  {order?.column === column ? (order.isDown ? ' ▾' : ' ▴') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} class={row.path in written ? 'changed' : ''}>
              <th scope="row">{breakable(row.path)}</th>
              <td>
                {row.value}
                {row.path in written && (
                  <em> changed{written[row.path] === '' ? '' : `, was ${written[row.path]}`}</em>
                )}
              </td>
              {COLUMNS.slice(2).map((column) => (
                <td key={column} class={column}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function compared(a: LedgerRow, b: LedgerRow, { column, isDown }: Order): number {
  const order =
    column === 'confidence'
      ? RANKS.indexOf(a.confidence) - RANKS.indexOf(b.confidence)
      : a[column].localeCompare(b[column], 'en', { numeric: true });
  return isDown ? -order : order;
}

/** A path that may be broken after its dots. */
function breakable(path: string): string {
  return path.replaceAll('.', '.\u200b');
}
