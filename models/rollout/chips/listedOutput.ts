import { uniform, type Distribution, type Stream } from '../../../src/random/index.ts';
import { NO_SHOCKS } from '../disruption/shocks.ts';
import type { Product } from '../market/product.ts';
import type { World } from '../world.ts';
import type { Intake } from './allotment.ts';
import { vendorLots } from './output.ts';
import { outputOptions } from './outputOptions.ts';
import type { OtherVendorScenario } from './schema.ts';
import type { VendorOutput } from './vendor.ts';

const UNIT = uniform(0, 1);

/** The output of a vendor of the list, whose draws go by its own name. */
export function listedOutput(world: World, vendor: OtherVendorScenario, product: Product): VendorOutput {
  const drawsOf = (quantity: string): Stream => world.streams.open('chips', vendor.name, quantity);
  const packageToRack = drawsOf('package to rack').draw(vendor.packageToRack, 0);
  const lots = vendorLots(vendor.output, {
    ...outputOptions(world, vendor.output, { packageToRack, product, vendor: vendor.name }),
    level: drawsOf('output level').draw(UNIT, 0),
  });
  return {
    name: vendor.name,
    product,
    lots,
    intakes: listedIntakes(world, vendor.name),
    allottedFrom: 0,
    freight: vendor.freight,
    shocks: NO_SHOCKS,
  };
}

function listedIntakes({ tables, streams }: World, vendor: string): Intake[] {
  const { tenants, providers } = tables.terms;
  // What the first provider and the first tenant draw bears no name.
  const drawOf = (quantity: string, owner: string, range: Distribution): number =>
    streams.open('chips', vendor, owner === '' ? quantity : `${quantity} of ${owner}`).draw(range, 0);
  let left = 1;
  return providers.flatMap(({ key, shares }, provider) => {
    const own = shares.find((each) => each.vendor === vendor);
    if (own === undefined) return [];
    const share = Math.min(left, drawOf('provider share', key, own.share));
    left -= share;
    const caps = tenants.flatMap(({ places }, programme) => {
      const place = places.find((each) => each.provider === provider);
      const range = place?.caps.find((each) => each.vendor === vendor)?.cap;
      if (place === undefined || range === undefined) return [];
      return [{ programme, cap: drawOf('tenant cap', place.key, range) }];
    });
    return [{ provider, share, rackScalePart: 1, caps }];
  });
}
