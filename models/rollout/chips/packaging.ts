import { variate } from '../../../src/random/index.ts';
import { datedValue } from '../datedValue.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from './months.ts';
import type { PackagingOutput } from './outputSchema.ts';

/** Position of each uncertain quantity of packaging inside its range, 0 to 1: the same for a whole replication. */
export interface PackagingLevels {
  readonly capacity: number;
  readonly vendorShare: number;
  readonly otherAssemblers: number;
  readonly yieldUse: number;
  readonly packagesPerWafer: number;
  readonly inventory: number;
  readonly memory: number;
}

/** What the mix of products makes of a wafer and of memory, per package. */
export interface PackageNeeds {
  readonly wafers: number;
  readonly gigabytes: number;
}

export interface PackagingOptions {
  readonly levels: PackagingLevels;
  /** Needs of one package of the products made around a day. */
  readonly needs: (day: number) => PackageNeeds;
  readonly dayOf: (isoDate: string) => number;
}

/** One derived quarter. */
export interface PackagedQuarter {
  readonly from: string;
  /** Wafers that went in one lag before, of the foundry and of other assemblers. */
  readonly wafers: number;
  readonly packages: number;
  /** Whether memory and not packaging set the number. */
  readonly memoryBound: boolean;
}

/**
 * Packages by quarter from packaging capacity: wafers allotted one lag earlier × packages a wafer × yield and use.
 *
 * Capacity is joined between quarter ends by straight lines and read in the middle of each month. Where the memory
 * gate is set, packages ≤ memory supply / memory a package. Inventory is added to the first quarter.
 */
export function packagedQuarters(output: PackagingOutput, options: PackagingOptions): PackagedQuarter[] {
  const quarters: PackagedQuarter[] = [];
  for (let from = output.from; from <= output.until; from = addMonths(from, MONTHS_IN_A_QUARTER)) {
    const middle = (options.dayOf(from) + options.dayOf(addMonths(from, MONTHS_IN_A_QUARTER))) / 2;
    const wafers = wafersInto(output, from, options);
    const { levels, dayOf, needs } = options;
    const read = (value: Parameters<typeof variate>[0]): number => variate(value, levels.yieldUse);
    // The value of the year in which the wafers went in.
    const yieldUse = datedValue(output.yieldUse, { day: middle - output.lag, dayOf, read });
    const { wafers: wafersAPackage, gigabytes } = needs(middle);
    const packaged = (wafers * yieldUse) / wafersAPackage;
    const memory = memoryPackages(output, middle, gigabytes, options);
    const first = from === output.from && output.inventory !== undefined;
    const carriedIn = first ? variate(output.inventory!, levels.inventory) : 0;
    const packages = Math.min(packaged, memory) + carriedIn;
    quarters.push({ from, wafers, packages, memoryBound: memory < packaged });
  }
  return quarters;
}

/** Wafers of one quarter's packages: those allotted to the vendor in the months one lag before. */
function wafersInto(output: PackagingOutput, from: string, { levels, dayOf }: PackagingOptions): number {
  const { capacity, vendorShare, otherAssemblers = [] } = output;
  let wafers = 0;
  for (let month = 0; month < MONTHS_IN_A_QUARTER; month++) {
    const middle = (dayOf(addMonths(from, month)) + dayOf(addMonths(from, month + 1))) / 2;
    const day = middle - output.lag;
    const capacityThen = datedValue(capacity, { day, dayOf, read: (v) => variate(v, levels.capacity) });
    const share = datedValue(vendorShare, { day, dayOf, read: (v) => variate(v, levels.vendorShare) });
    wafers += capacityThen * share;
    if (otherAssemblers.length > 0) {
      const read = (v: Parameters<typeof variate>[0]): number => variate(v, levels.otherAssemblers);
      wafers += datedValue(otherAssemblers, { day, dayOf, read }) / MONTHS_IN_A_YEAR;
    }
  }
  return wafers;
}

const MONTHS_IN_A_YEAR = 12;

function memoryPackages(
  { memory }: PackagingOutput,
  day: number,
  gigabytesAPackage: number,
  { levels, dayOf }: PackagingOptions,
): number {
  if (memory === undefined || gigabytesAPackage <= 0) return Number.POSITIVE_INFINITY;
  const read = (v: Parameters<typeof variate>[0]): number => variate(v, levels.memory);
  return datedValue(memory.supply, { day, dayOf, read }) / gigabytesAPackage;
}
