import { median } from '../../../src/random/index.ts';
import type { Deal } from '../market/deals.ts';
import type { Product } from '../market/product.ts';
import { placeOf } from '../market/terms.ts';
import { listOf } from '../listOf.ts';
import type { World } from '../world.ts';
import { shareLots } from './allotment.ts';
import { listedOutput } from './listedOutput.ts';
import { MOST_LOTS } from './mostLots.ts';
import { statedOutput } from './statedOutput.ts';
import { successorOutputs } from './successorOutputs.ts';
import type { Vendor } from './vendor.ts';

/** All vendors of a scenario, numbered by their place in it. */
export function openVendors(world: World, products: readonly Product[], deals: readonly Deal[]): Vendor[] {
  const { chips } = world.scenario;
  const names = products.map(({ name }) => name);
  const outputs = [
    statedOutput(world, products[0]!, deals),
    ...(chips.otherVendors ?? []).map((vendor) =>
      listedOutput(world, vendor, products[placeOf(names, vendor.product)]!),
    ),
  ];
  // Last, so that no other vendor's lots take another number.
  outputs.push(...successorOutputs(world, outputs[0]!, products));
  return listOf(outputs, ({ name, product, lots, allottedFrom, freight, shocks, intakes }, index) => ({
    name,
    product,
    lots,
    allottedFrom,
    freight,
    shocks,
    firstLot: index * MOST_LOTS,
    shares: shareLots(lots, intakes),
    medianFreightDays: median(freight),
    freightDraws: world.streams.open('chips', name, 'freight'),
  }));
}
