import { ROUNDING } from '../rounding.ts';
import { stagingRoom } from '../capacity/staging.ts';
import type { Offer } from '../chips/allotment.ts';
import type { Vendor } from '../chips/vendor.ts';
import type { Floor } from '../deployment/floor.ts';
import type { World } from '../world.ts';
import type { LotTake, Market } from './market.ts';
import { placeAt, type Place } from './place.ts';
import { loadOf } from './product.ts';
import type { Programme } from './programme.ts';
import { shipRacks } from './shipping.ts';
import { shortFromNow } from './shortOfChips.ts';
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

/** How far ahead a tenant looks for positions when it takes racks. */
function sightDays({ policies: { order } }: Programme, { medianFreightDays }: Vendor): number {
  return order.kind === 'push' ? 0 : medianFreightDays + order.buffer;
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
  for (const { programme, provider, taken, askedLater } of takes) {
    if (taken === 0) continue;
    const tenant = floor.programmes[programme]!;
    const place = placeAt(tenant, provider);
    if (askedLater)
      place.shortOfChips = shortFromNow(world, floor, { place, ahead: sightDays(tenant, vendor) });
    shipRacks(world, floor, {
      vendor,
      index,
      programme: tenant,
      place,
      racks: taken,
      askedLater,
    });
  }
}

function takesOf(world: World, floor: Floor, vendor: Vendor, index: number): LotTake[] {
  const takes: LotTake[] = [];
  let left = vendor.shares.produced[index]!;
  for (const { provider, racks, caps, deals } of vendor.shares.offers) {
    const provided = racks[index]!;
    // A lone tenant takes its cap as it is dealt; several share what their provider has.
    let ofProvider = caps.length > 1 ? provided : Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < caps.length; turn++) {
      const cap = caps[turn]!;
      const ofOthers = deals.length === 0 ? 0 : keptFor(caps.slice(turn + 1), deals, index);
      const take = takeOf(world, floor, vendor, {
        programme: floor.programmes[cap.programme]!,
        provider,
        provided,
        cap: cap.racks[index]!,
        left: Math.max(0, Math.min(left, ofProvider - ofOthers)),
        taken: takes,
      });
      left -= take.taken;
      ofProvider -= take.taken;
      takes.push(take);
    }
  }
  return takes;
}

/** Racks of a lot that are those of deals of tenants whose turn is still to come. */
function keptFor(
  later: readonly { readonly programme: number }[],
  deals: Offer['deals'],
  lot: number,
): number {
  let kept = 0;
  for (const { programme, racks } of deals)
    if (later.some((each) => each.programme === programme)) kept += racks[lot]!;
  return kept;
}

interface Claim {
  readonly programme: Programme;
  readonly provider: number;
  /** The provider's racks of the lot, the tenant's cap of them, and what nobody has taken yet. */
  readonly provided: number;
  readonly cap: number;
  readonly left: number;
  /** What was taken of the lot before. */
  readonly taken: readonly LotTake[];
}

function takeOf(
  world: World,
  floor: Floor,
  { product, medianFreightDays }: Vendor,
  { programme, provider, provided, cap, left, taken: before }: Claim,
): LotTake {
  const { need, policies, gpusOfRack, index } = programme;
  const place = placeAt(programme, provider);
  const gpus = gpusOfRack[product.index]!;
  const load = loadOf(product, floor.providers[provider]!.layout);
  // Racks of this lot that it took of other providers are not committed yet.
  const alsoTaken = before.reduce(
    (sum, each) => sum + (each.provider === provider ? each.taken * load : 0),
    0,
  );
  const elsewhere = before.reduce((sum, each) => sum + (each.programme === index ? each.taken * gpus : 0), 0);
  const wants = {
    cap,
    provided,
    left,
    // The last rack of a successor may have brought more than was needed.
    needed: Math.max(
      0,
      Math.ceil(
        Math.min(need.signedGpus - need.committedGpus - elsewhere, place.quotaGpus - place.committedGpus) /
          gpus,
      ),
    ),
    forecast: positionsToCover(world, floor, {
      programme,
      place,
      load,
      freightDays: medianFreightDays,
      alsoTaken,
    }),
    staging: stagingRoom(programme, place, product, alsoTaken + comingOfOthers(floor, programme, provider)),
    owed: place.creditGpus / gpus,
    repayCeiling: policies.divert.repayCeiling,
  };
  const { taken, repaid, owed, reason } = racksToTake(wants);
  place.creditGpus = owed * gpus;
  const askedLater = place.leavesRacks;
  place.leavesRacks =
    reason === 'forecast' && racksToTake({ ...wants, forecast: Number.POSITIVE_INFINITY }).taken > taken;
  return { programme: index, provider, cap, taken, repaid, reason, askedLater };
}

/** Positions that racks of a provider's other tenants, on their way or at the dock, will take. */
function comingOfOthers({ programmes, providers }: Floor, own: Programme, provider: number): number {
  const { layout } = providers[provider]!;
  let positions = 0;
  for (const programme of programmes) {
    if (programme === own) continue;
    const load = loadOf(programme.product, layout);
    for (const { provider: place, queue, racksOnTheWay } of programme.places)
      if (place === provider) positions += (queue.length + racksOnTheWay) * load;
  }
  return positions;
}

/**
 * Racks for which positions are forecast, under `need-by`; positions that any tenant has committed racks to are not
 * there.
 */
function positionsToCover(
  { simulation }: World,
  { programmes, providers }: Floor,
  {
    programme,
    place,
    load,
    freightDays,
    alsoTaken,
  }: {
    programme: Programme;
    place: Place;
    load: number;
    freightDays: number;
    /** Positions that racks of the same lot will take. */
    alsoTaken: number;
  },
): number {
  const { order } = programme.policies;
  if (order.kind === 'push') return Number.POSITIVE_INFINITY;
  const arrival = simulation.now + freightDays;
  let positions = providers[place.provider]!.forecast.positionsBy(arrival + order.buffer) - alsoTaken;
  for (const { places } of programmes)
    for (const { provider, committedPositions } of places)
      if (provider === place.provider) positions -= committedPositions;
  return Math.max(0, Math.floor(positions / load + ROUNDING));
}
