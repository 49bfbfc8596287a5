import type { Outcome } from '../../../src/experiment/model.ts';
import type { Fleet } from '../deployment/floor.ts';
import type { ProviderTally } from '../tally/providerTally.ts';
import type { ObservedTotal } from './columns.ts';
import type { ObservedDays } from './observedDays.ts';

/**
 * What a finished replication has of everything that was observed, by column.
 *
 * @param tallyOf counts of the provider of a site; of the first where none is named
 */
export function observedRecord(
  { totals, ends, sites }: ObservedDays,
  fleet: Pick<Fleet, 'racks' | 'placed'>,
  tallyOf: (site: number | undefined) => ProviderTally,
): Outcome {
  const valueOf = ({ kind }: ObservedTotal, index: number): number => {
    const site = sites[index];
    switch (kind) {
      case 'gpus_in_service':
        return gpusInService(fleet, ends[index]!);
      case 'racks_docked':
        return racksDocked(fleet, ends[index]!);
      case 'megawatts_energized':
        return tallyOf(site).watchedMegawatts[index]!;
      case 'first_block_energized':
        return tallyOf(site).firstEnergized[site!]!;
    }
  };
  return Object.fromEntries(totals.map((total, index) => [total.column.name, valueOf(total, index)]));
}

/** GPUs of the first programme in service before a time, from its racks themselves. */
export function gpusInService({ racks, placed }: Pick<Fleet, 'racks' | 'placed'>, end: number): number {
  let gpus = 0;
  // A rack that takes another's place counts for none.
  for (const rack of placed)
    if (racks.programme[rack] === 0 && racks.inServiceAt[rack]! < end) gpus += racks.slotGpus[rack]!;
  return gpus;
}

/** Racks of the first programme that came before a time and had not been given to others by then. */
function racksDocked({ racks }: Pick<Fleet, 'racks'>, end: number): number {
  let docked = 0;
  for (let rack = 0; rack < racks.count; rack++)
    if (racks.programme[rack] === 0 && racks.dockedAt[rack]! < end && !(racks.divertedAt[rack]! < end))
      docked++;
  return docked;
}
