import type { Answer } from '../../answer/index.ts';
import { separated } from './estimateText.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** What was not there at the horizon, by how far it came: counted and named, never dropped. */
export function unfinished(found: Answer['unfinished']): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ what, mean: { estimate, low, high }, affected, heldBy }) => [
    what,
    `${whole(estimate)} (${whole(low)} to ${whole(high)})`,
    percentWithInterval(affected),
    heldBy,
  ]);
  const head = [
    'unfinished at the horizon',
    'mean a replication',
    'share of replications affected',
    'held by',
  ];
  return [plainTable(head, rows, 'Unfinished at the horizon')];
}

function whole(value: number | undefined): string {
  return value === undefined ? '…' : separated(Math.max(0, value), 1);
}
