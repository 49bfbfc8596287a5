import { median } from '../../../src/random/index.ts';
import { stagingRoom } from '../capacity/staging.ts';
import type { Vendor } from '../chips/vendor.ts';
import type { Floor } from '../deployment/floor.ts';
import type { World } from '../world.ts';
import type { LotTake, Market } from './market.ts';
import { loadOf } from './product.ts';
import type { Programme } from './programme.ts';
import { shipRacks } from './shipping.ts';
import { racksToTake } from './taking.ts';

/**
 * Schedules every lot that a vendor finishes and, lot by lot, lets the tenants take their racks and ships them.
 *
 * A tenant takes its cap of the provider's racks, less what it does not need and, under `need-by`, what no forecast
 * position asks for; what it leaves is owed and repaid out of later lots, within the repayment ceiling. Tenants of
 * one provider are served in the order of the scenario.
 */
export function scheduleDeliveries(world: World, floor: Floor, market: Market): void {
  for (const vendor of market.vendors) scheduleLots(world, floor, market, vendor);
}

function scheduleLots(world: World, floor: Floor, market: Market, vendor: Vendor): void {
  const { simulation } = world;
  const { lots, allottedFrom, shocks } = vendor;
  const released = (index: number): void => releaseLot(world, floor, market, { vendor, index });
  const finished = (index: number): void => {
    const until = shocks.released(simulation.now);
    if (until > simulation.now) simulation.scheduleAt(until, released, index, world.label('defect hold'));
    else released(index);
  };
  const inPipeline = (index: number): void => {
    simulation.scheduleAt(lots[index]!.finishedDay, finished, index, world.label('wafer to rack'));
  };
  const label = world.label('vendor output');
  lots.forEach(({ finishedDay }, index) => {
    if (allottedFrom > 0 && finishedDay >= allottedFrom)
      simulation.scheduleAt(finishedDay - allottedFrom, inPipeline, index, label);
    else simulation.scheduleAt(finishedDay, finished, index, label);
  });
}

interface ReleasedLot {
  readonly vendor: Vendor;
  readonly index: number;
}

/** Lets each provider's tenants take what they may and want of a lot, keeps who got what, and ships it. */
function releaseLot(
  world: World,
  floor: Floor,
  { allotments }: Market,
  { vendor, index }: ReleasedLot,
): void {
  const isAllotted = vendor.lots[index]!.finishedDay >= vendor.allottedFrom;
  const takes = isAllotted ? takesOf(world, floor, vendor, index) : [];
  const produced = vendor.shares.produced[index]!;
  allotments.push({ vendor, index, day: world.simulation.now, produced, takes });
  for (const { programme, taken } of takes)
    if (taken > 0)
      shipRacks(world, floor, { vendor, index, programme: floor.programmes[programme]!, racks: taken });
}

function takesOf(world: World, floor: Floor, vendor: Vendor, index: number): LotTake[] {
  const takes: LotTake[] = [];
  let left = vendor.shares.produced[index]!;
  for (const { provider, racks, caps } of vendor.shares.offers) {
    const provided = racks[index]!;
    // A lone tenant takes its cap as it is dealt; several share what their provider has.
    let ofProvider = caps.length > 1 ? provided : Number.POSITIVE_INFINITY;
    for (const cap of caps) {
      const take = takeOf(world, floor, vendor, {
        programme: floor.programmes[cap.programme]!,
        provider,
        provided,
        cap: cap.racks[index]!,
        left: Math.min(left, ofProvider),
      });
      left -= take.taken;
      ofProvider -= take.taken;
      takes.push(take);
    }
  }
  return takes;
}

interface Claim {
  readonly programme: Programme;
  readonly provider: number;
  /** The provider's racks of the lot, the tenant's cap of them, and what nobody has taken yet. */
  readonly provided: number;
  readonly cap: number;
  readonly left: number;
}

function takeOf(
  world: World,
  floor: Floor,
  { product, freight }: Vendor,
  { programme, provider, provided, cap, left }: Claim,
): LotTake {
  const { need, policies, gpusOfRack, index } = programme;
  const gpus = gpusOfRack[product.index]!;
  const { taken, repaid, owed, reason } = racksToTake({
    cap,
    provided,
    left,
    // The last rack of a successor may have brought more than was needed.
    needed: Math.max(0, Math.ceil((need.gpus - need.committedGpus) / gpus)),
    forecast: positionsToCover(world, floor, {
      programme,
      load: loadOf(product, floor.providers[provider]!.layout),
      freightDays: median(freight),
    }),
    staging: stagingRoom(programme, product),
    owed: need.creditGpus / gpus,
    repayCeiling: policies.divert.repayCeiling,
  });
  need.creditGpus = owed * gpus;
  return { programme: index, provider, cap, taken, repaid, reason };
}

// Far below one rack, far above the rounding error of a sum of loads.
const ROUNDING = 1e-6;

/**
 * Racks for which positions are forecast, under `need-by`; positions that any tenant has committed racks to are not
 * there.
 */
function positionsToCover(
  { simulation }: World,
  { programmes, providers }: Floor,
  { programme, load, freightDays }: { programme: Programme; load: number; freightDays: number },
): number {
  const { order } = programme.policies;
  if (order.kind === 'push') return Number.POSITIVE_INFINITY;
  const arrival = simulation.now + freightDays;
  let positions = providers[programme.provider]!.forecast.positionsBy(arrival + order.buffer);
  for (const { provider, need } of programmes)
    if (provider === programme.provider) positions -= need.committedPositions;
  return Math.max(0, Math.floor(positions / load + ROUNDING));
}
