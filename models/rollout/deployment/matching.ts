import { CauseKind } from '../../../src/kernel/index.ts';
import { loadOf, type Product } from '../market/product.ts';
import type { Programme } from '../market/programme.ts';
import { productOf, programmeOf, type Floor } from './floor.ts';
import { LOAD_ROUNDING, placeableSite, runLength } from './placement.ts';
import type { PositionBlock, SiteState } from './site.ts';

/** Puts a docked rack in its programme's queue for a position. */
export function queueRack(floor: Floor, rack: number): void {
  const { queue, policies } = programmeOf(floor, rack);
  queue.racks.push(rack);
  queue.length++;
  const lot = floor.fleet.racks.lot[rack]!;
  if (policies.holdFor === undefined || lot === queue.heldLot) return;
  queue.heldLot = lot;
  const { callbacks, labels, rackEntity } = floor.steps;
  floor.clock.simulation.schedule(
    policies.holdFor,
    callbacks.holdEnds,
    rack,
    labels.holdEnds,
    rackEntity + rack,
  );
}

/** Makes a batch of positions available and matches what waits for them; a hall under notice gets none. */
export function openPositions(floor: Floor, site: SiteState, block: PositionBlock): void {
  if (block.count <= 0 || site.closed) return;
  site.blocks.push(block);
  site.open += block.count;
  site.ready += block.count;
  const { tally } = floor.providers[site.provider]!;
  tally.positionsReady(site, floor.clock.simulation.now, block.count);
  matchRacks(floor);
}

/**
 * Gives ready positions to waiting racks, first come first served, at the sites that the placement policy names.
 *
 * Of several programmes the one whose rack docked first has its turn, and of two that docked together the one that the scenario names
 * first; a rack that no site can take holds up those behind it, and no other programme's. Racks of one lot that go to one site at one
 * moment are one job of its crew, or one job a pod where there are several crews to share it.
 */
export function matchRacks(floor: Floor): void {
  const { fleet } = floor;
  for (let turn = nextTurn(floor); turn !== undefined; turn = nextTurn(floor)) {
    const { programme, site } = turn;
    const product = productOf(floor, turn.rack);
    const load = loadOf(product, site.layout);
    const first = fleet.placed.length;
    let { rack } = turn;
    const lot = fleet.racks.lot[rack]!;
    let left = runLength(programme, product, site);
    for (; left >= load - LOAD_ROUNDING && rack >= 0 && fleet.racks.lot[rack] === lot; left -= load) {
      takeHead(programme);
      place(floor, turn, rack, load);
      rack = nextWaiting(floor, programme);
    }
    closeJobs(floor, { product, site, first });
  }
}

interface Turn {
  readonly programme: Programme;
  readonly rack: number;
  readonly site: SiteState;
}

function nextTurn(floor: Floor): Turn | undefined {
  const { dockedAt } = floor.fleet.racks;
  let next: Turn | undefined;
  for (const programme of floor.programmes) {
    const rack = nextWaiting(floor, programme);
    if (rack < 0 || (next !== undefined && dockedAt[rack]! >= dockedAt[next.rack]!)) continue;
    const site = placeableSite(floor, programme, rack);
    if (site !== undefined) next = { programme, rack, site };
  }
  return next;
}

function closeJobs(
  { plan, fleet }: Floor,
  { product, site, first }: { product: Product; site: SiteState; first: number },
): void {
  const { placed, jobs, racks } = fleet;
  const end = placed.length;
  const shared = plan.crews > 1 || plan.travelling !== undefined;
  const most = shared ? product.podRacks : end - first;
  for (let at = first; at < end; at += most) {
    const count = Math.min(most, end - at);
    const last = placed[at + count - 1]!;
    racks.closesJob[last] = jobs.push({ site, first: at, count }) - 1;
  }
}

/** The rack at the head of a programme's queue, −1 when none waits. */
function nextWaiting({ fleet: { racks } }: Floor, { queue }: Programme): number {
  while (queue.head < queue.racks.length) {
    const rack = queue.racks[queue.head]!;
    if (racks.diverted[rack] === 0) return rack;
    queue.head++;
  }
  return -1;
}

function takeHead({ queue }: Programme): void {
  queue.head++;
  queue.length--;
}

/** A rack gets the positions that it takes; the record joins the two: whichever came last is the parent, the other is the runner-up. */
function place(floor: Floor, { programme, site }: Turn, rack: number, load: number): void {
  const { clock, fleet, steps, providers } = floor;
  const { racks, placed } = fleet;
  const { simulation } = clock;
  const { now } = simulation;
  const { labels, callbacks, rackEntity } = steps;
  const block = takePositions(site, load);
  site.open -= load;
  site.filled += load;
  site.toInstall++;
  const gpus = programme.gpusOfRack[racks.product[rack]!]!;
  const share = site.shares[programme.index]!;
  share.gpus += gpus;
  share.positions += load;
  racks.site[rack] = site.index;
  racks.hall[rack] = site.firstOpenBlock;
  racks.placedAt[rack] = now;
  racks.readyAt[rack] = block.readyAt;
  racks.plantAt[rack] = block.plantAt;
  racks.plantClass[rack] = block.plantClass;
  placed.push(rack);
  programme.need.placedGpus += gpus;
  programme.need.placedRacks++;
  programme.need.lastPlaced = rack;
  programme.tally.rackPlaced(now);
  providers[site.provider]!.tally.positionFilled(site, now, load);
  const handle = simulation.schedule(0, callbacks.placed, rack, labels.meetsPosition, rackEntity + rack);
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

/** Takes positions from the halls in the order in which they opened; a rack that needs the rest of one and part of the next stands in the next. */
function takePositions(site: SiteState, load: number): PositionBlock {
  const { blocks } = site;
  let left = load;
  for (;;) {
    const block = blocks[site.firstOpenBlock]!;
    const part = Math.min(left, block.count - block.taken);
    block.taken += part;
    left -= part;
    if (left <= LOAD_ROUNDING || site.firstOpenBlock === blocks.length - 1) return block;
    site.firstOpenBlock++;
  }
}
