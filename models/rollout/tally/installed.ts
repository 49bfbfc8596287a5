import { slotsOf, type Floor } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import { levels, newSteps, shift } from './curve.ts';
import type { Grid } from './grid.ts';

/** Slots of a contract whose rack is installed, at the end of every grid day. */
export function installedSlots(floor: Floor, { index }: Programme, grid: Grid): Float64Array {
  const { racks, placed } = floor.fleet;
  const installed = newSteps(grid);
  for (const rack of placed) {
    const day = racks.installedAt[rack]!;
    if (racks.programme[rack] === index && !Number.isNaN(day))
      shift(installed, grid, day, slotsOf(floor, rack));
  }
  return levels(installed);
}
