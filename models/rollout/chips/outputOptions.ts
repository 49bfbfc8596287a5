import { uniform, type Stream } from '../../../src/random/index.ts';
import { holidayRanges } from '../calendars.ts';
import type { Product } from '../market/product.ts';
import type { World } from '../world.ts';
import { needsOfMix, productMix, type ProductMix } from './generations.ts';
import type { RackMaker } from './makers.ts';
import type { OutputOptions } from './output.ts';
import type { OutputScenario, PackagingOutput } from './outputSchema.ts';
import type { PackagingOptions } from './packaging.ts';

const UNIT = uniform(0, 1);
const DAYS_A_WEEK = 7;

/** What the output of a vendor needs from the world of one replication; `vendor` names its draws. */
export function outputOptions(
  world: World,
  output: OutputScenario,
  { packageToRack, product, vendor = 'vendor' }: { packageToRack: number; product: Product; vendor?: string },
): OutputOptions {
  const { scenario, inputs, calendars, horizonDays, dayOf } = world;
  return {
    level: inputs.outputLevel,
    gpusPerRack: product.gpusPerRack,
    packageToRackDays: packageToRack,
    horizonDays,
    makerHolidays: calendars.makerHolidays,
    dayOf,
    daysOfQuarter: world.tables.daysOfQuarter,
    asOf: scenario.asOf,
    packaging: output.kind === 'packaging' ? packagingOptions(world, output, vendor) : undefined,
  };
}

/** The mix of products around a day, with one slip a product and replication; absent without products. */
function mixAt(world: World): ((day: number) => ProductMix) | undefined {
  const { products } = world.scenario.chips;
  if (products === undefined) return undefined;
  const slips = products.map(({ name, slip }) =>
    slip === undefined ? 0 : world.streams.open('chips', name, 'slip').draw(slip, 0),
  );
  return (day) => productMix(products, slips, { day, dayOf: world.dayOf });
}

/** Part of the vendor's packages that the contract accepts around a day; absent without products. */
export function eligibleAt(world: World): ((day: number) => number) | undefined {
  const mix = mixAt(world);
  return mix && ((day) => mix(day).eligible);
}

/**
 * Part of the vendor's packages around a day that are made and that the contract does not accept; absent without
 * products.
 */
export function ineligibleAt(world: World): ((day: number) => number) | undefined {
  const mix = mixAt(world);
  return (
    mix &&
    ((day) => {
      const { parts, eligible } = mix(day);
      return parts.reduce((sum, part) => sum + part, 0) - eligible;
    })
  );
}

function packagingOptions(world: World, output: PackagingOutput, vendor: string): PackagingOptions {
  const drawsOf = (quantity: string): Stream => world.streams.open('chips', vendor, quantity);
  const level = (quantity: string): number => drawsOf(quantity).draw(UNIT, 0);
  const packagesPerWafer = level('packages per wafer');
  const { products } = world.scenario.chips;
  const mix = vendor === 'vendor' ? mixAt(world) : undefined;
  const alone = {
    wafers:
      output.packagesPerWafer === undefined
        ? 1
        : 1 / drawsOf('packages per wafer').draw(output.packagesPerWafer, 0),
    gigabytes: output.memory?.perPackage ?? 0,
  };
  return {
    levels: {
      capacity: vendor === 'vendor' ? world.inputs.outputLevel : level('packaging capacity'),
      vendorShare: level('share of packaging'),
      otherAssemblers: level('other assemblers'),
      yieldUse: level('yield and use'),
      packagesPerWafer,
      inventory: level('inventory'),
      memory: level('memory'),
    },
    needs: mix ? (day) => needsOfMix(products!, mix(day), packagesPerWafer) : () => alone,
    dayOf: world.dayOf,
  };
}

/** The makers of racks; absent where the scenario lists none. */
export function rackMakers(world: World): RackMaker[] | undefined {
  return world.scenario.chips.makers?.map(({ share, capacity, backlog = 0, holidays }) => ({
    share,
    racksPerDay: capacity / DAYS_A_WEEK,
    backlog,
    holidays: (holidays && holidayRanges(holidays, world.scenario.start)) ?? world.calendars.makerHolidays,
  }));
}
