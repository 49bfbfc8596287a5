import { CauseKind } from '../../../src/kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { placeableSite, runLength } from './placement.ts';
import type { PositionBlock, SiteState } from './site.ts';

/** Puts a docked rack in the queue for a position. */
export function queueRack(deployment: Deployment, rack: number): void {
  const { waiting, world, racks } = deployment;
  waiting.racks.push(rack);
  waiting.length++;
  const { holdFor } = world.scenario.policies;
  const lot = racks.lot[rack]!;
  if (holdFor === undefined || lot === waiting.heldLot) return;
  waiting.heldLot = lot;
  world.simulation.schedule(
    holdFor,
    deployment.callbacks.holdEnds,
    rack,
    deployment.labels.holdEnds,
    deployment.rackEntity + rack,
  );
}

/** Makes a batch of positions available and matches what waits for them; a hall under notice gets none. */
export function openPositions(deployment: Deployment, site: SiteState, block: PositionBlock): void {
  if (block.count <= 0 || site.closed) return;
  site.blocks.push(block);
  site.open += block.count;
  site.ready += block.count;
  deployment.tally.positionsReady(site, deployment.world.simulation.now, block.count);
  matchRacks(deployment);
}

/**
 * Gives ready positions to waiting racks, first come first served, at the sites that the placement policy names.
 *
 * Racks of one lot that go to one site at one moment are one job of its crew, or one job a pod where there are several
 * crews to share it. The record of a placement joins rack and position: whichever came last is the parent, the other
 * is the runner-up.
 */
export function matchRacks(deployment: Deployment): void {
  for (let rack = nextWaiting(deployment); rack >= 0; rack = nextWaiting(deployment)) {
    const site = placeableSite(deployment, rack);
    if (site === undefined) return;
    const first = deployment.placed.length;
    const lot = deployment.racks.lot[rack]!;
    let left = Math.min(site.open, runLength(deployment, site));
    for (; left > 0 && rack >= 0 && deployment.racks.lot[rack] === lot; left--) {
      takeHead(deployment);
      place(deployment, rack, site);
      rack = nextWaiting(deployment);
    }
    closeJobs(deployment, site, first);
  }
}

function closeJobs(deployment: Deployment, site: SiteState, first: number): void {
  const { deployment: plan } = deployment.world.scenario;
  const end = deployment.placed.length;
  const shared = plan.crews > 1 || plan.travelling !== undefined;
  const most = shared ? plan.podRacks : end - first;
  for (let at = first; at < end; at += most) {
    const count = Math.min(most, end - at);
    const last = deployment.placed[at + count - 1]!;
    deployment.racks.closesJob[last] = deployment.jobs.push({ site, first: at, count }) - 1;
  }
}

/** The rack at the head of the queue, −1 when none waits. */
function nextWaiting({ waiting, racks }: Deployment): number {
  while (waiting.head < waiting.racks.length) {
    const rack = waiting.racks[waiting.head]!;
    if (racks.diverted[rack] === 0) return rack;
    waiting.head++;
  }
  return -1;
}

function takeHead({ waiting }: Deployment): void {
  waiting.head++;
  waiting.length--;
}

function place(deployment: Deployment, rack: number, site: SiteState): void {
  const { world, racks, labels, tally } = deployment;
  const { simulation } = world;
  const { now } = simulation;
  const { blocks } = site;
  while (blocks[site.firstOpenBlock]!.taken === blocks[site.firstOpenBlock]!.count) site.firstOpenBlock++;
  const block = blocks[site.firstOpenBlock]!;
  block.taken++;
  site.open--;
  site.filled++;
  site.toInstall++;
  racks.site[rack] = site.index;
  racks.hall[rack] = site.firstOpenBlock;
  racks.placedAt[rack] = now;
  racks.readyAt[rack] = block.readyAt;
  racks.plantAt[rack] = block.plantAt;
  racks.plantClass[rack] = block.plantClass;
  deployment.placed.push(rack);
  deployment.placedCount++;
  tally.rackPlaced(site, now);
  const handle = simulation.schedule(
    0,
    deployment.callbacks.placed,
    rack,
    labels.meetsPosition,
    deployment.rackEntity + rack,
  );
  const dockedAt = racks.dockedAt[rack]!;
  const rackWasLast = dockedAt >= block.readyAt;
  simulation.attribute(
    handle,
    CauseKind.joined,
    simulation.currentEvent,
    rackWasLast ? block.readyAt : dockedAt,
    rackWasLast ? labels.commissioning : labels.freight,
  );
}
