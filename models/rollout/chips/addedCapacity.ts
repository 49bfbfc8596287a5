import type { VendorLot } from './output.ts';

/** Racks a day by which a vendor makes more, from a day on. */
export interface AddedCapacity {
  readonly racksPerDay: number;
  readonly fromDay: number;
}

/**
 * Lots with what added capacity brings: each has the further racks of the time since the lot before it.
 *
 * @example withAddedCapacity([{ finishedDay: 25, racks: 100 }], [{ racksPerDay: 2, fromDay: 15 }])
 * // [{ finishedDay: 25, racks: 120 }]
 */
export function withAddedCapacity(
  lots: readonly VendorLot[],
  added: readonly AddedCapacity[],
): readonly VendorLot[] {
  if (added.length === 0) return lots;
  return lots.map(({ finishedDay, racks }, index) => {
    const since = lots[index - 1]?.finishedDay ?? 0;
    const further = added.reduce(
      (sum, { racksPerDay, fromDay }) =>
        sum + racksPerDay * Math.max(0, finishedDay - Math.max(since, fromDay)),
      0,
    );
    return { finishedDay, racks: racks + further };
  });
}
