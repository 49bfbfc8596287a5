import type { Deployment } from './deployment.ts';

/**
 * A rack is accepted: it fills a slot of the contract, once and for good, or takes the place of one in a hall that goes back.
 *
 * Slots are filled before places are taken, so that N never falls and reaches the contract as early as it can.
 */
export function onInService(deployment: Deployment, rack: number): void {
  const { world, racks, tally, milestones } = deployment;
  const { now } = world.simulation;
  const site = deployment.sites[racks.site[rack]!]!;
  racks.inServiceAt[rack] = now;
  deployment.racksEverAccepted++;
  if (now < site.returnedAt) {
    site.accepted++;
    tally.rackServes(site, now);
    const hall = racks.hall[rack]!;
    world.switching.inService(site.index, { rack, hall, kilowatts: site.blocks[hall]?.kilowatts });
  }
  if (deployment.acceptedRacks === deployment.neededRacks) {
    racks.replaces[rack] = 1;
    return;
  }
  deployment.acceptedRacks++;
  tally.slotFilled(site, now);
  milestones.reach(deployment.acceptedRacks * deployment.gpusPerRack, now, world.simulation.currentEvent);
}
