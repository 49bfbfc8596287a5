import type { Programme } from '../market/programme.ts';
import type { Fleet } from './floor.ts';

/** What a programme's racks come to, from the racks themselves. */
export interface Service {
  /** GPUs in service at the end of the target date. */
  readonly gpusAtTargetDate: number;
  /** GPUs in service, integrated to the horizon. */
  readonly gpuDays: number;
}

/**
 * Counts the racks of one programme in service; a rack that takes another's place counts for none.
 *
 * @param options.targetEnd the end of the target date, in days from the start
 */
export function serviceOf(
  { racks, placed }: Pick<Fleet, 'racks' | 'placed'>,
  { index, product: { gpusPerRack } }: Pick<Programme, 'index' | 'product'>,
  { targetEnd, horizonDays }: { targetEnd: number; horizonDays: number },
): Service {
  let gpusAtTargetDate = 0;
  let slotDays = 0;
  for (let place = 0; place < placed.length; place++) {
    const rack = placed[place]!;
    if (racks.programme[rack] !== index) continue;
    const at = racks.inServiceAt[rack]!;
    if (at < targetEnd) gpusAtTargetDate += racks.slotGpus[rack]!;
    if (at < horizonDays) slotDays += (horizonDays - at) * (racks.slotGpus[rack]! / gpusPerRack);
  }
  return { gpusAtTargetDate, gpuDays: slotDays * gpusPerRack };
}
