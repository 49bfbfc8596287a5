import { variate } from '../../../src/random/index.ts';
import { datedValue } from '../datedValue.ts';
import type { PackageNeeds } from './packaging.ts';
import type { ProductScenario } from './productSchema.ts';

/** What one package of the vendor's output is, on average, at a time. */
export interface ProductMix {
  /** Part of the planned packages that the contract accepts. */
  readonly eligible: number;
  /** By product, in the order of the scenario: part of the planned packages. */
  readonly parts: readonly number[];
}

/**
 * Parts of the vendor's output by product at a time, each product's plan moved by its own slip.
 *
 * What a late product leaves is made as the product it replaces, as far as the scenario says; the rest is not made.
 *
 * @param slips days by which each product is late, in the order of the products
 */
export function productMix(
  products: readonly ProductScenario[],
  slips: readonly number[],
  { day, dayOf }: { day: number; dayOf: (isoDate: string) => number },
): ProductMix {
  const planned = products.map((product) => partAt(product, day, dayOf));
  const parts = products.map((product, i) => partAt(product, day - slips[i]!, dayOf));
  const gaps = parts.map((part, i) => Math.max(0, planned[i]! - part));
  products.forEach(({ replaces, madeInstead = 1 }, i) => {
    const older = products.findIndex(({ name }) => name === replaces);
    if (older >= 0) parts[older]! += gaps[i]! * madeInstead;
  });
  // A late product that ramps while its gap is already closed would make the sum exceed the vendor's output.
  const total = parts.reduce((sum, part) => sum + part, 0);
  const scale = total > 1 ? 1 / total : 1;
  const scaled = parts.map((part) => part * scale);
  return {
    eligible: products.reduce((sum, { eligible }, i) => sum + (eligible ? scaled[i]! : 0), 0),
    parts: scaled,
  };
}

function partAt(
  { part, volumeDate }: ProductScenario,
  day: number,
  dayOf: (isoDate: string) => number,
): number {
  return day < dayOf(volumeDate) ? 0 : datedValue(part, { day, dayOf, read: (value) => value });
}

/**
 * Wafers and memory of one package, averaged over the products made at a time.
 *
 * @param level position of the packages of a wafer inside their range, 0 to 1
 */
export function needsOfMix(
  products: readonly ProductScenario[],
  { parts }: ProductMix,
  level: number,
): PackageNeeds {
  let made = 0;
  let wafers = 0;
  let gigabytes = 0;
  products.forEach(({ packagesPerWafer, memory = 0 }, i) => {
    made += parts[i]!;
    if (packagesPerWafer !== undefined) wafers += parts[i]! / variate(packagesPerWafer, level);
    gigabytes += parts[i]! * memory;
  });
  return made > 0 ? { wafers: wafers / made, gigabytes: gigabytes / made } : { wafers: 1, gigabytes: 0 };
}
