import { ROUNDING } from '../rounding.ts';
import type { Programme } from '../market/programme.ts';
import type { Floor } from './floor.ts';

/** Whole racks of a programme's product that hold so many GPUs of its contract. */
export function wholeRacks({ product }: Pick<Programme, 'product'>, gpus: number): number {
  return Math.max(0, Math.ceil(gpus / product.gpusPerRack - ROUNDING));
}

/**
 * Racks of its product that a contract lacks beside those that stand in halls or wait at its docks. A successor counts
 * for what it replaces, and the last one may bring more than was needed.
 */
export function racksLacking({ fleet: { racks } }: Pick<Floor, 'fleet'>, programme: Programme): number {
  const { need, places, gpusOfRack } = programme;
  let lacking = need.gpus + need.replacedGpus - need.placedGpus;
  for (const { queue } of places)
    for (const { next, last } of queue.arrivals.slice(queue.head))
      for (let rack = next; rack <= last; rack++)
        if (racks.diverted[rack] === 0) lacking -= gpusOfRack[racks.product[rack]!]!;
  return wholeRacks(programme, lacking);
}
