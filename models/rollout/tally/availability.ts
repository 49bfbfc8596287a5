import type { Floor } from '../deployment/floor.ts';
import { slotsOf } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import type { World } from '../world.ts';
import { levels, newSteps, shift } from './curve.ts';

/** Slots of a contract whose racks can be used, at the end of every grid day. */
export interface Availability {
  readonly available: Float64Array;
  /** Those of the site that has most of them: one fabric, so one cluster. */
  readonly largestCluster: Float64Array;
}

const YEAR_DAYS = 365.25;

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
  const { grid } = world.tables;
  const { spares = 0 } = plan;
  const shares = outOfServiceShares(world);
  const standing = sites.map(() => newSteps(grid));
  const out = sites.map(() => newSteps(grid));
  for (const rack of placed) {
    if (racks.programme[rack] !== programme.index) continue;
    const from = racks.inServiceAt[rack]!;
    const site = racks.site[rack]!;
    const gone = sites[site]!.returnedAt;
    if (!(from < gone)) continue;
    const slots = slotsOf(floor, rack);
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
  for (const { index } of sites) {
    const accepted = levels(standing[index]!);
    const missing = levels(out[index]!);
    const dark = levels(programme.tally.dark[index]!);
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
