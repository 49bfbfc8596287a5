import { median } from '../../../src/random/index.ts';
import type { ReadinessForecast } from '../capacity/forecast.ts';
import { stagingRoom } from '../capacity/staging.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { matchRacks, queueRack } from '../deployment/matching.ts';
import { addRack } from '../deployment/racks.ts';
import type { World } from '../world.ts';
import type { LotShares } from './allotment.ts';
import { openVendors, type Vendor } from './vendor.ts';

/** What became of the vendor's racks, in racks. */
export interface VendorLedger {
  finished: number;
  rivals: number;
  otherTenants: number;
  tenant: number;
}

/**
 * Schedules every lot the vendor finishes and, lot by lot, takes the tenant's racks and ships them.
 *
 * The tenant takes its cap of the provider's racks, less what it does not need and, under `need-by`, what no
 * forecast position asks for; what it leaves is owed and repaid out of later lots, within the repayment ceiling.
 */
export function scheduleDeliveries(
  deployment: Deployment,
  forecast: ReadinessForecast,
  ledger: VendorLedger,
): void {
  for (const vendor of openVendors(deployment.world)) scheduleLots(deployment, vendor, { forecast, ledger });
}

function scheduleLots(
  deployment: Deployment,
  vendor: Vendor,
  { forecast, ledger }: { forecast: ReadinessForecast; ledger: VendorLedger },
): void {
  const { world } = deployment;
  const { simulation } = world;
  const { lots, allottedFrom, shocks } = vendor;
  const released = (index: number): void => {
    const allotted = lots[index]!.lot.finishedDay >= allottedFrom;
    takeLot(deployment, lots[index]!, index, { vendor, forecast, ledger, allotted });
  };
  const finished = (index: number): void => {
    const until = shocks.released(simulation.now);
    if (until > simulation.now) simulation.scheduleAt(until, released, index, world.label('defect hold'));
    else released(index);
  };
  const inPipeline = (index: number): void => {
    simulation.scheduleAt(lots[index]!.lot.finishedDay, finished, index, world.label('wafer to rack'));
  };
  lots.forEach(({ lot }, index) => {
    if (allottedFrom > 0 && lot.finishedDay >= allottedFrom)
      simulation.scheduleAt(lot.finishedDay - allottedFrom, inPipeline, index, world.label('vendor output'));
    else simulation.scheduleAt(lot.finishedDay, finished, index, world.label('vendor output'));
  });
}

interface LotContext {
  vendor: Vendor;
  forecast: ReadinessForecast;
  ledger: VendorLedger;
  allotted: boolean;
}

// Serial numbers of two lots never meet: no lot holds this many racks.
const SERIALS_A_LOT = 65_536;

function takeLot(deployment: Deployment, shares: LotShares, index: number, context: LotContext): void {
  const { world } = deployment;
  const { ledger, vendor } = context;
  const taken = context.allotted ? racksToTake(deployment, shares, context) : 0;
  ledger.finished += shares.rivals + shares.provider;
  ledger.rivals += shares.rivals;
  ledger.otherTenants += shares.provider - taken;
  ledger.tenant += taken;
  if (taken === 0) return;
  deployment.committedRacks += taken;
  deployment.racksOnTheWay += taken;
  const lot = vendor.firstLot + index;
  const freightDays = vendor.freightDraws.draw(vendor.freight, index) + seaFreightDays(world, lot);
  const first = deployment.racks.count;
  const label = world.label('freight');
  const dock = (rack: number): void => dockRack(deployment, rack, first + taken - 1);
  for (let i = 0; i < taken; i++) {
    const rack = addRack(deployment.racks, lot, lot * SERIALS_A_LOT + i);
    world.simulation.schedule(freightDays, dock, rack, label, deployment.rackEntity + rack);
  }
}

/** What travelling by sea adds to a lot; nothing where all comes by air. */
function seaFreightDays(world: World, lot: number): number {
  const sea = world.scenario.chips.seaFreight;
  if (sea === undefined) return 0;
  if (!world.streams.open('chips', 'vendor', 'goes by sea').chance(sea.part, lot)) return 0;
  return world.streams.open('chips', 'vendor', 'sea freight').draw(sea.extra, lot);
}

function racksToTake(
  deployment: Deployment,
  shares: LotShares,
  { vendor, forecast }: Pick<LotContext, 'vendor' | 'forecast'>,
): number {
  const { world } = deployment;
  const { policies } = world.scenario;
  const needed = deployment.neededRacks - deployment.committedRacks;
  const covered = Math.max(0, positionsToCover(deployment, vendor, forecast));
  const wanted = Math.min(needed, covered, stagingRoom(deployment));
  const byCap = Math.min(shares.tenantCap, wanted);
  deployment.creditRacks += Math.min(shares.tenantCap, needed) - byCap;
  const ceiling = Math.floor(shares.provider * policies.divert.repayCeiling);
  const repaid = Math.max(0, Math.min(deployment.creditRacks, ceiling - byCap, wanted - byCap));
  deployment.creditRacks -= repaid;
  if (byCap + repaid > SERIALS_A_LOT)
    throw new RangeError(`lot: ${byCap + repaid} racks, expected fewer than ${SERIALS_A_LOT}`);
  return byCap + repaid;
}

function positionsToCover(deployment: Deployment, vendor: Vendor, forecast: ReadinessForecast): number {
  const { world } = deployment;
  const { order } = world.scenario.policies;
  if (order.kind === 'push') return Number.POSITIVE_INFINITY;
  const arrival = world.simulation.now + median(vendor.freight);
  return forecast.positionsBy(arrival + order.buffer) - deployment.committedRacks;
}

function dockRack(deployment: Deployment, rack: number, lastOfLot: number): void {
  const { world, racks, tally } = deployment;
  const now = world.simulation.now;
  racks.dockedAt[rack] = now;
  deployment.racksOnTheWay--;
  tally.rackDocked(now);
  queueRack(deployment, rack);
  if (rack !== lastOfLot) return;
  matchRacks(deployment);
  scheduleDiversion(deployment, racks.lot[rack]!, lastOfLot);
}

function scheduleDiversion(deployment: Deployment, lot: number, lastOfLot: number): void {
  const { world, racks } = deployment;
  const { divert } = world.scenario.policies;
  if (divert.kind === 'never' || !Number.isNaN(racks.placedAt[lastOfLot]!)) return;
  world.simulation.schedule(
    divert.after,
    () => divertLot(deployment, lot, lastOfLot),
    0,
    world.label('diversion'),
  );
}

/** Gives a lot's racks that still wait at the dock to other tenants, who repay them out of later lots. */
function divertLot(deployment: Deployment, lot: number, lastOfLot: number): void {
  const { racks, tally, world } = deployment;
  const { divert } = world.scenario.policies;
  for (let rack = lastOfLot; rack >= 0 && racks.lot[rack] === lot; rack--) {
    if (!Number.isNaN(racks.placedAt[rack]!)) continue;
    racks.diverted[rack] = 1;
    racks.divertedAt[rack] = world.simulation.now;
    deployment.waiting.length--;
    deployment.committedRacks--;
    if (divert.repaid) deployment.creditRacks++;
    tally.rackDiverted(world.simulation.now);
  }
}
