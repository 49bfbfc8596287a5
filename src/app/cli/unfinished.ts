import type { PointRecords } from '../../experiment/index.ts';
import { UNFINISHED } from '../../output/index.ts';
import { weightedMean, weightedProportion } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** Racks that were not in service at the horizon, by how far they came: counted and named, never dropped. */
export function unfinished(point: PointRecords): string[] {
  const names = new Set(point.outputs.columns.map(({ name }) => name));
  const rows: string[][] = [];
  for (const [column, what, held] of UNFINISHED) {
    if (!names.has(column)) continue;
    const racks = point.column(column);
    const { estimate, low, high } = weightedMean(racks, point.weights);
    const any = racks.map((value) => (value > 0 ? 1 : 0));
    const mean = `${whole(estimate)} (${whole(low)} to ${whole(high)})`;
    rows.push([what, mean, percentWithInterval(weightedProportion(any, point.weights)), held]);
  }
  const head = [
    'unfinished at the horizon',
    'mean a replication',
    'share of replications affected',
    'held by',
  ];
  return rows.length > 0 ? [plainTable(head, rows)] : [];
}

function whole(value: number | undefined): string {
  return value === undefined ? '…' : Math.max(0, value).toFixed(1);
}
