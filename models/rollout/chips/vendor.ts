import { uniform, type Distribution, type Stream } from '../../../src/random/index.ts';
import { openShocks } from '../disruption/open.ts';
import { NO_SHOCKS, type OutputShocks } from '../disruption/shocks.ts';
import type { World } from '../world.ts';
import { shareLots, type LotShares } from './allotment.ts';
import { queueShares } from './allotmentQueue.ts';
import { customersOf } from './customers.ts';
import { vendorLots } from './output.ts';
import { MOST_LOTS } from './mostLots.ts';
import { eligibleAt, outputOptions, rackMakers } from './outputOptions.ts';
import { packageToRackDays, waferToPackageDays } from './pipeline.ts';
import type { OtherVendorScenario } from './schema.ts';

/** A vendor in one replication: its lots as they are shared out, and how they travel. */
export interface Vendor {
  /** Number of its first lot; lots of different vendors never share a number. */
  readonly firstLot: number;
  readonly lots: readonly LotShares[];
  /** Racks finished before this day had been allotted to others. */
  readonly allottedFrom: number;
  readonly freight: Distribution;
  readonly freightDraws: Stream;
  readonly shocks: OutputShocks;
}

const UNIT = uniform(0, 1);

/** All vendors of a scenario: the one its shares speak of first, then the others in their order. */
export function openVendors(world: World): Vendor[] {
  const others = world.scenario.chips.otherVendors ?? [];
  return [leadVendor(world), ...others.map((other, index) => otherVendor(world, other, index + 1))];
}

function leadVendor(world: World): Vendor {
  const { scenario, inputs, streams, dayOf } = world;
  const { chips, product } = scenario;
  const packageToRack = packageToRackDays(world);
  const shocks = openShocks(world, {
    waferToPackageDays: waferToPackageDays(world),
    packageToRackDays: packageToRack,
  });
  const lots = vendorLots(chips.output, {
    ...outputOptions(world, chips.output, packageToRack),
    eligibleAt: eligibleAt(world),
    makers: rackMakers(world),
    shocks,
  });
  const { allotment } = chips;
  const providerShare =
    allotment?.kind === 'queue'
      ? queueShares(
          lots,
          customersOf(allotment, {
            providerShare: inputs.providerShare,
            gpusPerRack: product.gpusPerRack,
            dayOf,
          }),
        )[0]!
      : inputs.providerShare;
  const { rackScalePart, tenantCap } = inputs;
  return {
    firstLot: 0,
    lots: shareLots(lots, { providerShare, rackScalePart, tenantCap }),
    allottedFrom: allottedPipelineDays(world, packageToRack),
    freight: chips.freight,
    freightDraws: streams.open('chips', 'vendor', 'freight'),
    shocks,
  };
}

function otherVendor(world: World, vendor: OtherVendorScenario, index: number): Vendor {
  const { streams } = world;
  const drawsOf = (quantity: string): Stream => streams.open('chips', vendor.name, quantity);
  const packageToRack = drawsOf('package to rack').draw(vendor.packageToRack, 0);
  const lots = vendorLots(vendor.output, {
    ...outputOptions(world, vendor.output, packageToRack, vendor.name),
    level: drawsOf('output level').draw(UNIT, 0),
  });
  const shares = shareLots(lots, {
    providerShare: drawsOf('provider share').draw(vendor.providerShare, 0),
    rackScalePart: 1,
    tenantCap: drawsOf('tenant cap').draw(vendor.tenantCap, 0),
  });
  return {
    firstLot: index * MOST_LOTS,
    lots: shares,
    allottedFrom: 0,
    freight: vendor.freight,
    freightDraws: streams.open('chips', vendor.name, 'freight'),
    shocks: NO_SHOCKS,
  };
}

/** Days between the point where racks are allotted and the finished rack: racks further on belong to others. */
function allottedPipelineDays(world: World, packageToRack: number): number {
  const { allotAt } = world.scenario.chips;
  if (allotAt === 'rack') return 0;
  return allotAt === 'package' ? packageToRack : packageToRack + waferToPackageDays(world);
}
