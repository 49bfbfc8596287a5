import { columnsFor, type PointRecords } from '../../record/index.ts';
import { weightedMean, weightedProportion } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** Racks that were not in service at the horizon, by how far they came: counted and named, never dropped. */
export function unfinished(point: PointRecords): string[] {
  const rows: string[][] = [];
  for (const { name, measure = name, heldBy = '' } of columnsFor('unfinished', point.outputs.columns)) {
    const racks = point.column(name);
    const { estimate, low, high } = weightedMean(racks, point.weights);
    const any = racks.map((value) => (value > 0 ? 1 : 0));
    const mean = `${whole(estimate)} (${whole(low)} to ${whole(high)})`;
    rows.push([measure, mean, percentWithInterval(weightedProportion(any, point.weights)), heldBy]);
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
