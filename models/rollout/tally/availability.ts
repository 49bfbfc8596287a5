import { YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import type { Floor } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import type { World } from '../world.ts';
import { levelsOf, newStepsEach, shift } from './curve.ts';

/** Slots of a contract whose racks can be used, at the end of every grid day. */
export interface Availability {
  readonly available: Float64Array;
  /** Those of the site that has most of them: one fabric, so one cluster. */
  readonly largestCluster: Float64Array;
}

/**
 * Accepted racks less those in halls that went back, those dark for want of power, and the share out of service by age.
 *
 * A rack is out of service with the first year's share until a year after its acceptance and with the later share
 * from then on: an expected value, not an event. Spares stand in for racks out of service, as far as they go, and
 * only for those.
 */
export function availabilityOf(world: World, floor: Floor, programme: Programme): Availability {
  const { sites, plan } = floor;
  const { racks, placed } = floor.fleet;
  const { product, gpusOfRack } = programme;
  const { grid } = world.tables;
  const { spares = 0 } = plan;
  const shares = outOfServiceShares(world);
  const standing = newStepsEach(grid, sites.length);
  const out = newStepsEach(grid, sites.length);
  for (let place = 0; place < placed.length; place++) {
    const rack = placed[place]!;
    if (racks.programme[rack] !== programme.index) continue;
    const from = racks.inServiceAt[rack]!;
    const site = racks.site[rack]!;
    const gone = sites[site]!.returnedAt;
    if (!(from < gone)) continue;
    const slots = gpusOfRack[racks.product[rack]!]! / product.gpusPerRack;
    shift(standing[site]!, grid, from, slots);
    if (gone < Infinity) shift(standing[site]!, grid, gone, -slots);
    if (shares === undefined) continue;
    const ageing = Math.min(from + YEAR_DAYS, gone);
    shift(out[site]!, grid, from, slots * shares.firstYear);
    shift(out[site]!, grid, ageing, slots * (shares.later - shares.firstYear));
    if (gone < Infinity) shift(out[site]!, grid, gone, -slots * shares.later);
  }
  const available = new Float64Array(grid.days.length);
  const largestCluster = new Float64Array(grid.days.length);
  const acceptedBySite = levelsOf(standing);
  const missingBySite = levelsOf(out);
  const darkBySite = levelsOf(programme.tally.dark);
  for (const { index } of sites) {
    const accepted = acceptedBySite[index]!;
    const missing = missingBySite[index]!;
    const dark = darkBySite[index]!;
    for (let i = 0; i < available.length; i++) {
      const down = Math.max(0, missing[i]! - spares * accepted[i]!) + dark[i]!;
      const usable = Math.max(0, accepted[i]! - down);
      available[i]! += usable;
      if (usable > largestCluster[i]!) largestCluster[i] = usable;
    }
  }
  return { available, largestCluster };
}

/** Both shares sit at the same place of their ranges: a fleet that starts badly is also the worse one later. */
function outOfServiceShares({ scenario, streams }: World): { firstYear: number; later: number } | undefined {
  const { outOfService } = scenario.deployment;
  if (outOfService === undefined) return undefined;
  const draws = streams.open('acceptance', 'all racks', 'out of service');
  return { firstYear: draws.draw(outOfService.firstYear, 0), later: draws.draw(outOfService.later, 0) };
}
