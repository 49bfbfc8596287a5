import type { Floor } from '../deployment/floor.ts';
import { levels, newSteps, shift } from '../tally/curve.ts';
import type { Grid } from '../tally/grid.ts';

/** GPUs of a tenant's contract that are in service at one provider, at the end of every grid day. */
export function fleetOf(
  { programmes, sites, providers }: Floor,
  grid: Grid,
  { programme, provider }: { programme: number; provider: number },
): Float64Array {
  const { tally, product } = programmes[programme]!;
  const fleet = new Float64Array(grid.days.length);
  for (const { index } of providers[provider]!.sites) {
    const slots = levels(tally.slots[sites[index]!.index]!);
    for (let day = 0; day < fleet.length; day++) fleet[day]! += slots[day]! * product.gpusPerRack;
  }
  return fleet;
}

/** Running totals of amounts by date, at the end of every grid day. */
export function totalsBy(
  grid: Grid,
  amounts: readonly { readonly day: number; readonly amount: number }[],
): Float64Array {
  const steps = newSteps(grid);
  for (const { day, amount } of amounts) shift(steps, grid, day, amount);
  return levels(steps);
}
