import { CauseKind } from '../../../src/kernel/index.ts';
import type { Deployment, InstallJob } from './deployment.ts';
import type { PositionBlock, SiteState } from './site.ts';

/** Puts a docked rack in the queue for a position. */
export function queueRack(deployment: Deployment, rack: number): void {
  deployment.waiting.racks.push(rack);
  deployment.waiting.length++;
}

/** Makes a batch of positions available and matches what waits for them. */
export function openPositions(deployment: Deployment, site: SiteState, block: PositionBlock): void {
  if (block.count <= 0) return;
  site.blocks.push(block);
  site.open += block.count;
  site.ready += block.count;
  deployment.tally.positionsReady(site, deployment.world.simulation.now, block.count);
  matchRacks(deployment);
}

/**
 * Gives ready positions to waiting racks, first come first served, in the order of the placement policy.
 *
 * Racks of one lot that go to one site at one moment are one job of its crew. The record of a placement joins
 * rack and position: whichever came last is the parent, the other is the runner-up.
 */
export function matchRacks(deployment: Deployment): void {
  let job: { site: SiteState; lot: number; first: number } | undefined;
  for (;;) {
    const site = firstOpenSite(deployment);
    const rack = site === undefined ? undefined : nextWaiting(deployment);
    if (site === undefined || rack === undefined) break;
    const lot = deployment.racks.lot[rack]!;
    if (job !== undefined && (job.site !== site || job.lot !== lot)) {
      closeJob(deployment, job);
      job = undefined;
    }
    job ??= { site, lot, first: deployment.placed.length };
    place(deployment, rack, site);
  }
  if (job !== undefined) closeJob(deployment, job);
}

function closeJob(deployment: Deployment, { site, first }: { site: SiteState; first: number }): void {
  const job: InstallJob = { site, first, count: deployment.placed.length - first };
  const last = deployment.placed.at(-1)!;
  deployment.racks.closesJob[last] = deployment.jobs.push(job) - 1;
}

function firstOpenSite(deployment: Deployment): SiteState | undefined {
  return deployment.placementOrder.find((site) => site.open > 0);
}

function nextWaiting({ waiting, racks }: Deployment): number | undefined {
  while (waiting.head < waiting.racks.length) {
    const rack = waiting.racks[waiting.head++]!;
    if (racks.diverted[rack] === 1) continue;
    waiting.length--;
    return rack;
  }
  return undefined;
}

function place(deployment: Deployment, rack: number, site: SiteState): void {
  const { world, racks, callbacks, tally } = deployment;
  const { simulation } = world;
  while (site.blocks[site.firstOpenBlock]!.taken === site.blocks[site.firstOpenBlock]!.count)
    site.firstOpenBlock++;
  const block = site.blocks[site.firstOpenBlock]!;
  block.taken++;
  site.open--;
  site.filled++;
  racks.site[rack] = site.index;
  racks.placedAt[rack] = simulation.now;
  racks.readyAt[rack] = block.readyAt;
  racks.plantAt[rack] = block.plantAt;
  racks.plantClass[rack] = block.plantClass;
  deployment.placed.push(rack);
  deployment.placedCount++;
  tally.rackPlaced(site, simulation.now);
  const handle = simulation.schedule(
    0,
    callbacks.placed,
    rack,
    world.label('rack meets position'),
    deployment.rackEntity + rack,
  );
  const dockedAt = racks.dockedAt[rack]!;
  const rackWasLast = dockedAt >= block.readyAt;
  simulation.attribute(
    handle,
    CauseKind.joined,
    simulation.currentEvent,
    rackWasLast ? block.readyAt : dockedAt,
    world.label(rackWasLast ? 'L4/L5 commissioning' : 'freight'),
  );
}
