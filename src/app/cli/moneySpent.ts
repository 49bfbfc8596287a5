import { partOf, type Answer, type Estimated } from '../../answer/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

const DECEMBER = '-12-31';

/** Spend up to the end of every year, as a part of the commitment too where there is one of all that is bought. */
export function moneySpent(spend: Answer['spend']): string[] {
  if (spend === undefined) return [];
  const { committed, byDate } = spend;
  const rows = byDate
    .filter(({ date }) => date.endsWith(DECEMBER))
    .map(({ date, spend: quantiles }) => [
      date.slice(0, 4),
      ...quantiles.map(billions),
      ...(committed === undefined ? [] : [percentWithInterval(partOf(quantiles[1], committed))]),
    ]);
  const part = committed === undefined ? [] : ['P50 of the commitment'];
  const head = ['spend by the end of', 'P10', 'P50', 'P90', ...part];
  return rows.length > 0 ? [plainTable(head, rows, 'Spend by the end of each year')] : [];
}

function billions({ estimate, low, high }: Estimated<number>): string {
  const amount = (dollars: number | undefined): string =>
    dollars === undefined ? '…' : `$${(dollars / 1e9).toFixed(2)}B`;
  return `${amount(estimate)} (${amount(low)} to ${amount(high)})`;
}
