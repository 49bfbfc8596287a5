import { loadOf } from '../market/product.ts';
import { productOf, programmeOf, siteOf, type Floor } from './floor.ts';

/**
 * A rack is accepted: it fills a slot of its contract, once and for good, or takes the place of one in a hall that goes back.
 *
 * Slots are filled before places are taken, so that N never falls and reaches the contract as early as it can.
 */
export function onInService(floor: Floor, rack: number): void {
  const { clock, fleet, providers } = floor;
  const { racks } = fleet;
  const { now } = clock.simulation;
  const site = siteOf(floor, rack);
  const { need, product, gpusOfRack, tally, milestones } = programmeOf(floor, rack);
  racks.inServiceAt[rack] = now;
  need.acceptedRacks++;
  if (now < site.returnedAt) {
    const load = loadOf(productOf(floor, rack), site.layout);
    site.accepted += load;
    providers[site.provider]!.tally.rackServes(site, now, load);
    const hall = racks.hall[rack]!;
    const kilowatts = site.blocks[hall]?.kilowatts;
    clock.switching.inService(site.index, {
      rack,
      hall,
      kilowatts: kilowatts === undefined ? undefined : kilowatts * load,
    });
  }
  if (need.acceptedGpus >= need.gpus) {
    racks.replaces[rack] = 1;
    return;
  }
  const gpus = Math.min(gpusOfRack[racks.product[rack]!]!, need.gpus - need.acceptedGpus);
  racks.slotGpus[rack] = gpus;
  need.acceptedGpus += gpus;
  tally.slotFilled(site.index, now, gpus / product.gpusPerRack);
  milestones.reach(need.acceptedGpus, now, clock.simulation.currentEvent);
}
