import type { Floor } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import { levels, newSteps, shift } from './curve.ts';
import type { Grid } from './grid.ts';

/** Slots of a contract whose rack is installed, at the end of every grid day. */
export function installedSlots(
  floor: Floor,
  { index, product, gpusOfRack }: Programme,
  grid: Grid,
): Float64Array {
  const { racks, placed } = floor.fleet;
  const installed = newSteps(grid);
  for (let place = 0; place < placed.length; place++) {
    const rack = placed[place]!;
    const day = racks.installedAt[rack]!;
    if (racks.programme[rack] === index && !Number.isNaN(day))
      shift(installed, grid, day, gpusOfRack[racks.product[rack]!]! / product.gpusPerRack);
  }
  return levels(installed);
}
