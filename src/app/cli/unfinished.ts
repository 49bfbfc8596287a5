import CliTable from 'cli-table3';
import type { PointRecords } from '../../experiment/index.ts';
import { meanInterval, wilson } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';

/** What a rollout can leave unfinished at its horizon: column, what it is, what held it. */
const UNFINISHED = [
  [
    'racks_not_delivered',
    'racks the contract still lacks',
    'chips: not allotted, or not released for want of halls',
  ],
  ['racks_never_placed', 'racks at the dock', 'halls: no position was free'],
  [
    'racks_not_accepted',
    'racks placed, not in service',
    'crews and acceptance: not installed, or a pod not complete',
  ],
] as const;

/** Racks that were not in service at the horizon, by how far they came: counted and named, never dropped. */
export function unfinished(point: PointRecords): string[] {
  const names = new Set(point.outputs.columns.map(({ name }) => name));
  const table = new CliTable({
    head: ['unfinished at the horizon', 'mean a replication', 'in so many replications', 'held by'],
    style: { head: [], border: [], compact: true },
  });
  for (const [column, what, held] of UNFINISHED) {
    if (!names.has(column)) continue;
    const racks = point.column(column);
    const { estimate, low, high } = meanInterval(racks);
    const any = racks.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
    const mean = `${whole(estimate)} (${whole(low)} to ${whole(high)})`;
    table.push([what, mean, percentWithInterval(wilson(any, racks.length)), held]);
  }
  return table.length > 0 ? [table.toString()] : [];
}

function whole(value: number | undefined): string {
  return value === undefined ? '…' : Math.max(0, value).toFixed(1);
}
