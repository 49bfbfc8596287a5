import { CauseKind } from '../../../src/kernel/index.ts';
import type { Vendor } from '../chips/vendor.ts';
import { slotsOf, type Floor } from '../deployment/floor.ts';
import { matchRacks, queueRacks } from '../deployment/matching.ts';
import { addRack } from '../deployment/racks.ts';
import type { World } from '../world.ts';
import type { Place } from './place.ts';
import { loadOf } from './product.ts';
import type { Programme } from './programme.ts';
import { rowOfWait } from './shortOfChips.ts';

// Serial numbers of two lots never meet: no lot holds this many racks.
const SERIALS_A_LOT = 65_536;

/** Racks of one lot that go to one tenant. */
interface Shipment {
  readonly programme: Programme;
  readonly place: Place;
  /** First and last rack of it. */
  readonly first: number;
  readonly last: number;
}

/** Sends a tenant its racks of a lot: by freight to the dock, and from there into its queue. */
export function shipRacks(
  world: World,
  floor: Floor,
  {
    vendor,
    index,
    programme,
    place,
    racks: count,
    askedLater,
  }: {
    vendor: Vendor;
    index: number;
    programme: Programme;
    place: Place;
    racks: number;
    askedLater: boolean;
  },
): void {
  if (count > SERIALS_A_LOT)
    throw new RangeError(`lot: ${count} racks, expected fewer than ${SERIALS_A_LOT}`);
  const { racks } = floor.fleet;
  const { need, gpusOfRack } = programme;
  const { product } = vendor;
  const gpus = count * gpusOfRack[product.index]!;
  need.committedGpus += gpus;
  place.committedGpus += gpus;
  place.committedPositions += count * loadOf(product, floor.providers[place.provider]!.layout);
  place.racksOnTheWay += count;
  const lot = vendor.firstLot + index;
  const freightDays = vendor.freightDraws.draw(vendor.freight, index) + seaFreightDays(world, lot);
  const { shortOfChips } = place;
  const shipment = { programme, place, first: racks.count, last: racks.count + count - 1 };
  for (let i = 0; i < count; i++)
    addRack(racks, {
      lot,
      serial: lot * SERIALS_A_LOT + i,
      programme: programme.index,
      product: product.index,
      askedLater,
    });
  // The last rack stands for all that travel with it.
  const freight = world.simulation.schedule(
    freightDays,
    () => dockRacks(world, floor, shipment),
    0,
    world.label('freight'),
    floor.steps.rackEntity + shipment.last,
  );
  if (shortOfChips === undefined) return;
  const row = rowOfWait(world, shortOfChips, vendor.lots[index]!.finishedDay);
  world.simulation.attribute(freight, CauseKind.elapsed, row, Number.NaN, 0, 0, row);
}

/** What travelling by sea adds to a lot; nothing where all comes by air. */
function seaFreightDays({ scenario, streams }: World, lot: number): number {
  const sea = scenario.chips.seaFreight;
  if (sea === undefined) return 0;
  if (!streams.open('chips', 'vendor', 'goes by sea').chance(sea.part, lot)) return 0;
  return streams.open('chips', 'vendor', 'sea freight').draw(sea.extra, lot);
}

function dockRacks(world: World, floor: Floor, shipment: Shipment): void {
  const { racks } = floor.fleet;
  const { programme, place, first, last } = shipment;
  const now = world.simulation.now;
  const count = last - first + 1;
  racks.dockedAt.fill(now, first, last + 1);
  place.racksOnTheWay -= count;
  programme.tally.racksDocked(now, { racks: count, slots: count * slotsOf(floor, first) });
  queueRacks(floor, place, shipment);
  matchRacks(floor);
  scheduleDiversion(world, floor, shipment);
}

function scheduleDiversion(world: World, floor: Floor, shipment: Shipment): void {
  const { divert } = shipment.programme.policies;
  if (divert.kind === 'never' || !Number.isNaN(floor.fleet.racks.placedAt[shipment.last]!)) return;
  world.simulation.schedule(
    divert.after,
    () => divertRacks(world, floor, shipment),
    0,
    world.label('diversion'),
  );
}

/** Gives racks of a lot that still wait at the dock to other tenants, who repay them out of later lots. */
function divertRacks({ simulation }: World, floor: Floor, { programme, place, first, last }: Shipment): void {
  const { racks } = floor.fleet;
  const { need, policies, tally, gpusOfRack } = programme;
  const { layout } = floor.providers[place.provider]!;
  for (let rack = last; rack >= first; rack--) {
    if (!Number.isNaN(racks.placedAt[rack]!)) continue;
    const product = floor.products[racks.product[rack]!]!;
    const gpus = gpusOfRack[product.index]!;
    racks.diverted[rack] = 1;
    racks.divertedAt[rack] = simulation.now;
    place.queue.length--;
    need.committedGpus -= gpus;
    place.committedGpus -= gpus;
    place.committedPositions -= loadOf(product, layout);
    if (policies.divert.repaid) place.creditGpus += gpus;
    tally.rackDiverted(simulation.now, slotsOf(floor, rack));
  }
}
