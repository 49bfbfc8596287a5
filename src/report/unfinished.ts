import type { Answer } from '../answer/index.ts';
import { htmlTable } from '../page/index.ts';
import { dateColumns } from './milestoneTables.ts';
import { estimateCell } from './valueText.ts';

/** What was not there at the horizon, by how far it came. */
export function unfinishedTable(unfinished: Answer['unfinished']): string[] {
  if (unfinished.length === 0) return [];
  return [
    htmlTable({
      caption: 'Unfinished at the horizon: counted and named, never dropped',
      columns: [
        { title: 'what' },
        { title: 'held by' },
        ...dateColumns(['mean a replication', 'share of replications with any']),
      ],
      rows: unfinished.map(({ what, heldBy, unit, mean, affected }) => [
        what,
        heldBy,
        estimateCell(mean, unit),
        estimateCell(affected, 'share'),
      ]),
    }),
  ];
}
