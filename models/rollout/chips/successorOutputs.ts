import type { Product } from '../market/product.ts';
import type { World } from '../world.ts';
import { vendorLots } from './output.ts';
import { eligibleAt, ineligibleAt, outputOptions } from './outputOptions.ts';
import { packageToRackDays } from './pipeline.ts';
import { oldPartAt, soldOutDay, successorOf, withSuccessor } from './succession.ts';
import type { VendorOutput } from './vendor.ts';

/** The stated vendor's output of each product that some contract accepts as a successor. */
export function successorOutputs(
  world: World,
  stated: VendorOutput,
  products: readonly Product[],
): VendorOutput[] {
  const { chips } = world.scenario;
  // A successor is one of the further products.
  if (products.length === 1) return [];
  const { tenants } = world.tables.terms;
  const packageToRack = packageToRackDays(world);
  return products.flatMap((product) => {
    const accepting = tenants.map(({ contract }) => successorOf(contract.succession, product.name));
    if (accepting.every((each) => each === undefined)) return [];
    const lots = vendorLots(withSuccessor(chips.output), {
      ...outputOptions(world, chips.output, { packageToRack, product }),
      eligibleAt: ineligibleAt(world),
      shocks: stated.shocks,
    });
    const oldPart = oldPartAt(chips.output, { eligibleAt: eligibleAt(world), dayOf: world.dayOf });
    const fromDays = accepting.map((each) =>
      each === undefined
        ? Number.POSITIVE_INFINITY
        : each.kind === 'as-shipped'
          ? Number.NEGATIVE_INFINITY
          : soldOutDay(lots, { oldPart, below: each.soldOutBelow, packageToRack }),
    );
    const intakes = stated.intakes.map(({ caps, ...intake }) => ({
      ...intake,
      caps: caps
        .filter(({ programme }) => accepting[programme] !== undefined)
        .map((cap) => ({ ...cap, fromDay: fromDays[cap.programme]! })),
    }));
    return [{ ...stated, name: `successor ${product.name}`, product, lots, intakes }];
  });
}
