import { openShocks } from '../disruption/open.ts';
import type { Deal } from '../market/deals.ts';
import { inputOf } from '../market/inputNames.ts';
import type { Product } from '../market/product.ts';
import type { World } from '../world.ts';
import { withAddedCapacity } from './addedCapacity.ts';
import type { Intake } from './allotment.ts';
import { queueShares, type Customer } from './allotmentQueue.ts';
import { customerNames, customersOf, dealCustomers } from './customers.ts';
import { vendorLots, type VendorLot } from './output.ts';
import { eligibleAt, outputOptions, rackMakers } from './outputOptions.ts';
import { packageToRackDays, waferToPackageDays } from './pipeline.ts';
import type { VendorOutput } from './vendor.ts';

/** The output that `chips:` itself states, whose draws go by the name `vendor`. */
export function statedOutput(world: World, product: Product, deals: readonly Deal[]): VendorOutput {
  const { chips } = world.scenario;
  const packageToRack = packageToRackDays(world);
  const shocks = openShocks(world, {
    waferToPackageDays: waferToPackageDays(world),
    packageToRackDays: packageToRack,
  });
  const made = vendorLots(chips.output, {
    ...outputOptions(world, chips.output, { packageToRack, product }),
    eligibleAt: eligibleAt(world),
    makers: rackMakers(world),
    shocks,
  });
  const added = deals.flatMap((deal) => (deal.added === undefined ? [] : [deal.added]));
  const lots = withAddedCapacity(
    made,
    added.map(({ packagesPerDay, fromDay }) => ({
      racksPerDay: packagesPerDay / product.gpusPerRack,
      // What is packaged then is a rack later.
      fromDay: fromDay + packageToRack,
    })),
  );
  return {
    name: 'vendor',
    product,
    lots,
    intakes: statedIntakes(world, { lots, product, deals }),
    allottedFrom: allottedPipelineDays(world, packageToRack),
    freight: chips.freight,
    shocks,
  };
}

function statedIntakes(
  world: World,
  {
    lots,
    product: { gpusPerRack },
    deals,
  }: { lots: readonly VendorLot[]; product: Product; deals: readonly Deal[] },
): Intake[] {
  const { scenario, inputs, tables, dayOf } = world;
  const { allotment } = scenario.chips;
  const { providerShare } = inputs;
  const { tenants, providers: owners } = tables.terms;
  const queue =
    allotment?.kind === 'queue'
      ? queueOf(lots, customersOf(allotment, { providerShare, gpusPerRack, dayOf }), {
          names: customerNames(allotment),
          deals: dealCustomers(
            allotment,
            deals,
            owners.map(({ name }) => name),
          ),
        })
      : undefined;
  let left = 1;
  return owners.flatMap((terms, provider) => {
    const customer = provider === 0 ? 0 : queue?.names.indexOf(terms.name);
    const queued = customer === undefined ? undefined : queue?.parts[customer];
    if (queued === undefined && terms.providerShare === undefined) return [];
    const share = queued ?? Math.min(left, inputOf(inputs, terms.key, 'providerShare'));
    // What is dealt to one provider no other gets.
    if (typeof share === 'number') left -= share;
    const owner = terms.rackScalePart === undefined ? '' : terms.key;
    const own = deals.flatMap((deal, index) => (deal.provider === provider ? [{ deal, index }] : []));
    return [
      {
        provider,
        share,
        rackScalePart: inputOf(inputs, owner, 'rackScalePart'),
        caps: tenants.flatMap(({ places }, programme) => {
          const place = places.find((each) => each.provider === provider);
          if (place?.tenantCap !== undefined)
            return [{ programme, cap: inputOf(inputs, place.key, 'tenantCap') }];
          return own.some(({ deal }) => deal.tenant === programme) ? [{ programme, cap: 0 }] : [];
        }),
        ...(own.length > 0 && {
          deals: own.map(({ deal, index }) => ({
            deal: index,
            programme: deal.tenant,
            parts: queue!.ofDeals[index]!,
          })),
        }),
      },
    ];
  });
}

/** What each customer and each deal gets of the lots, the deals behind whoever is not listed. */
function queueOf(
  lots: readonly VendorLot[],
  customers: readonly Customer[],
  { names, deals }: { names: readonly string[]; deals: readonly Customer[] },
) {
  const parts = queueShares(lots, [...customers, ...deals]);
  return { names, parts, ofDeals: parts.slice(customers.length) };
}

/** Days between the point where racks are allotted and the finished rack: racks further on belong to others. */
function allottedPipelineDays(world: World, packageToRack: number): number {
  const { allotAt } = world.scenario.chips;
  if (allotAt === 'rack') return 0;
  return allotAt === 'package' ? packageToRack : packageToRack + waferToPackageDays(world);
}
