import { loadOf } from '../market/product.ts';
import { productOf, programmeOf, siteOf, type Floor } from './floor.ts';

/**
 * Racks of one tenant, product and site are accepted: each fills a slot of its contract, once and for good, or takes
 * the place of one in a hall that goes back.
 *
 * Slots are filled before places are taken, so that N never falls and reaches the contract as early as it can.
 */
export function putInService(floor: Floor, accepted: readonly number[]): void {
  const { clock, fleet } = floor;
  const { racks } = fleet;
  const { now } = clock.simulation;
  const { need, product, gpusOfRack, tally, milestones } = programmeOf(floor, accepted[0]!);
  const gpusOfOne = gpusOfRack[racks.product[accepted[0]!]!]!;
  const site = siteOf(floor, accepted[0]!);
  const gpusBefore = need.acceptedGpus;
  need.acceptedRacks += accepted.length;
  for (let place = 0; place < accepted.length; place++) {
    const rack = accepted[place]!;
    racks.inServiceAt[rack] = now;
    const gpus = Math.min(gpusOfOne, need.gpus - need.acceptedGpus);
    if (gpus > 0) racks.slotGpus[rack] = gpus;
    else racks.replaces[rack] = 1;
    need.acceptedGpus += Math.max(0, gpus);
  }
  if (now < site.returnedAt) switchOn(floor, accepted);
  if (need.acceptedGpus === gpusBefore) return;
  tally.slotsFilled(site.index, now, (need.acceptedGpus - gpusBefore) / product.gpusPerRack);
  milestones.reach(need.acceptedGpus, now, clock.simulation.currentEvent);
}

/** Accepted racks draw power at their site. */
function switchOn(floor: Floor, accepted: readonly number[]): void {
  const { clock, fleet, providers } = floor;
  const site = siteOf(floor, accepted[0]!);
  const load = loadOf(productOf(floor, accepted[0]!), site.layout);
  site.accepted += accepted.length * load;
  providers[site.provider]!.tally.racksServe(site, clock.simulation.now, accepted.length * load);
  if (!clock.switching.isOpen(site.index)) return;
  for (const rack of accepted) {
    const hall = fleet.racks.hall[rack]!;
    const kilowatts = site.blocks[hall]?.kilowatts;
    clock.switching.inService(site.index, {
      rack,
      hall,
      kilowatts: kilowatts === undefined ? undefined : kilowatts * load,
    });
  }
}
