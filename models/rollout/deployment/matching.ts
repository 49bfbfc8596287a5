import { CauseKind } from '../../../src/kernel/index.ts';
import type { Place } from '../market/place.ts';
import { loadOf, type Product } from '../market/product.ts';
import type { Programme } from '../market/programme.ts';
import { productOf, programmeOf, type Floor } from './floor.ts';
import { ROUNDING } from '../rounding.ts';
import { placeableSite, runLength } from './placement.ts';
import type { PositionBlock, SiteState } from './site.ts';

/** Puts the racks of a lot that docked together in their programme's queue for positions of their provider. */
export function queueRacks(
  floor: Floor,
  { queue }: Place,
  { first, last }: { first: number; last: number },
): void {
  const { policies } = programmeOf(floor, first);
  queue.arrivals.push({ next: first, last });
  queue.length += last - first + 1;
  if (policies.holdFor === undefined) return;
  const { callbacks, labels, rackEntity } = floor.steps;
  const { simulation } = floor.clock;
  simulation.schedule(policies.holdFor, callbacks.holdEnds, 0, labels.holdEnds, rackEntity + first);
}

/** Makes a batch of positions available and matches what waits for them; a hall under notice gets none. */
export function openPositions(floor: Floor, site: SiteState, block: PositionBlock): void {
  if (block.count <= 0 || site.closed) return;
  block.readyBy = floor.clock.simulation.currentEvent;
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
 * Of several programmes the one whose rack docked first has its turn, and of two that docked together the one that
 * the scenario names first; a rack that no site can take holds up those behind it, and no other programme's. Racks of
 * one lot that go to one site at one moment are one job of its crew, or one job a pod where there are several crews
 * to share it.
 */
export function matchRacks(floor: Floor): void {
  const { fleet } = floor;
  const { now } = floor.clock.simulation;
  for (let turn = nextTurn(floor); turn !== undefined; turn = nextTurn(floor)) {
    const { programme, place: from, site } = turn;
    const product = productOf(floor, turn.rack);
    const load = loadOf(product, site.layout);
    const first = fleet.placed.length;
    let { rack } = turn;
    const lot = fleet.racks.lot[rack]!;
    let left = runLength(programme, product, site);
    for (; left >= load - ROUNDING && rack >= 0 && fleet.racks.lot[rack] === lot; left -= load) {
      takeHead(from);
      place(floor, turn, { rack, load, now });
      rack = nextWaiting(floor, from);
    }
    const racksPlaced = fleet.placed.length - first;
    programme.tally.racksPlaced(now, racksPlaced);
    floor.providers[site.provider]!.tally.positionsFilled(site, now, racksPlaced * load);
    closeJobs(floor, { product, site, first });
  }
}

interface Turn {
  readonly programme: Programme;
  readonly place: Place;
  readonly rack: number;
  readonly site: SiteState;
}

function nextTurn(floor: Floor): Turn | undefined {
  const { dockedAt } = floor.fleet.racks;
  let next: Turn | undefined;
  for (const programme of floor.programmes) {
    for (const from of programme.places) {
      const rack = nextWaiting(floor, from);
      if (rack < 0 || (next !== undefined && dockedAt[rack]! >= dockedAt[next.rack]!)) continue;
      const site = placeableSite(floor, { programme, place: from, rack });
      if (site !== undefined) next = { programme, place: from, rack, site };
    }
  }
  return next;
}

/**
 * Makes jobs of the racks that were placed from `first` on. The record joins rack and position: whichever came last
 * is the parent, the other is the runner-up.
 */
function closeJobs(
  floor: Floor,
  { product, site, first }: { product: Product; site: SiteState; first: number },
): void {
  const { plan, fleet } = floor;
  const { placed, jobs, racks } = fleet;
  const end = placed.length;
  const shared = plan.crews > 1 || plan.travelling !== undefined || plan.crewPolicy !== undefined;
  const most = shared ? product.podRacks : end - first;
  for (let at = first; at < end; at += most) {
    const count = Math.min(most, end - at);
    const job = jobs.push({ site, first: at, count, begunBy: -1, doneBy: -1 }) - 1;
    for (let i = at; i < at + count; i++) racks.job[placed[i]!] = job;
    meet(floor, job, placed[at + count - 1]!);
  }
}

/**
 * The racks of a job meet their positions; its last rack stands for them on the record. Whichever came last is what
 * held them; a rack that was asked to come by then held nothing, though it came last.
 */
function meet({ clock: { simulation }, fleet, steps }: Floor, job: number, rack: number): void {
  const { labels, callbacks, rackEntity } = steps;
  const dockedAt = fleet.racks.dockedAt[rack]!;
  const readyAt = fleet.racks.readyAt[rack]!;
  const rackWasLast = dockedAt >= readyAt;
  const handle = simulation.schedule(0, callbacks.placed, job, labels.meetsPosition, rackEntity + rack);
  if (rackWasLast && fleet.racks.askedLater[rack] === 1) {
    // It came when it was asked to: what it waited for is what its position waited for.
    const position = fleet.racks.readyBy[rack]!;
    const asked = simulation.recordStep(position, dockedAt, labels.askedFor, rackEntity + rack);
    simulation.attribute(handle, CauseKind.joined, position, Number.NaN, 0, 0, asked);
    return;
  }
  simulation.attribute(
    handle,
    CauseKind.joined,
    simulation.currentEvent,
    rackWasLast ? readyAt : dockedAt,
    rackWasLast ? labels.commissioning : labels.freight,
  );
}

/** The rack at the head of a queue, −1 when none waits. */
function nextWaiting({ fleet: { racks } }: Floor, { queue }: Place): number {
  for (; queue.head < queue.arrivals.length; queue.head++) {
    const arrival = queue.arrivals[queue.head]!;
    for (; arrival.next <= arrival.last; arrival.next++)
      if (racks.diverted[arrival.next] === 0) return arrival.next;
  }
  return -1;
}

function takeHead({ queue }: Place): void {
  queue.arrivals[queue.head]!.next++;
  queue.length--;
}

/** A rack gets the positions that it takes. */
function place(
  floor: Floor,
  { programme, site }: Turn,
  { rack, load, now }: { rack: number; load: number; now: number },
): void {
  const { racks, placed } = floor.fleet;
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
  racks.readyBy[rack] = block.readyBy!;
  racks.plantAt[rack] = block.plantAt;
  racks.plantClass[rack] = block.plantClass;
  placed.push(rack);
  const { need } = programme;
  need.placedGpus += gpus;
  need.placedRacks++;
  need.lastPlaced = rack;
}

/**
 * Takes positions from the halls in the order in which they opened; a rack that needs the rest of one and part of the
 * next stands in the next.
 */
function takePositions(site: SiteState, load: number): PositionBlock {
  const { blocks } = site;
  let left = load;
  for (;;) {
    const block = blocks[site.firstOpenBlock]!;
    const part = Math.min(left, block.count - block.taken);
    block.taken += part;
    left -= part;
    if (left <= ROUNDING || site.firstOpenBlock === blocks.length - 1) return block;
    site.firstOpenBlock++;
  }
}
