import { uniform, type Distribution, type Stream } from '../../../src/random/index.ts';
import { openShocks } from '../disruption/open.ts';
import { NO_SHOCKS, type OutputShocks } from '../disruption/shocks.ts';
import type { Deal } from '../market/deals.ts';
import { inputOf } from '../market/inputNames.ts';
import type { Product } from '../market/product.ts';
import { placeOf, providerTerms, tenantTerms } from '../market/terms.ts';
import type { World } from '../world.ts';
import { shareLots, type Intake, type LotShares } from './allotment.ts';
import { withAddedCapacity } from './addedCapacity.ts';
import { queueShares, type Customer } from './allotmentQueue.ts';
import { customerNames, customersOf, dealCustomers } from './customers.ts';
import { vendorLots, type VendorLot } from './output.ts';
import { MOST_LOTS } from './mostLots.ts';
import { eligibleAt, ineligibleAt, outputOptions, rackMakers } from './outputOptions.ts';
import { packageToRackDays, waferToPackageDays } from './pipeline.ts';
import type { OtherVendorScenario } from './schema.ts';
import { oldPartAt, soldOutDay, successorOf, withSuccessor } from './succession.ts';

/** A vendor in one replication: its lots as they are shared out, and how they travel. */
export interface Vendor {
  readonly name: string;
  /** What its racks are. */
  readonly product: Product;
  /** Number of its first lot; lots of different vendors never share a number. */
  readonly firstLot: number;
  readonly lots: readonly VendorLot[];
  /** Who may have what of each lot. */
  readonly shares: LotShares;
  /** Racks finished before this day had been allotted to others. */
  readonly allottedFrom: number;
  readonly freight: Distribution;
  readonly freightDraws: Stream;
  readonly shocks: OutputShocks;
}

/** A vendor's output before anybody has a part of it. */
type Output = Pick<Vendor, 'name' | 'product' | 'lots' | 'allottedFrom' | 'freight' | 'shocks'> & {
  /** What each provider and its tenants may have of these lots. */
  readonly intakes: readonly Intake[];
};

/** All vendors of a scenario, numbered by their place in it. */
export function openVendors(world: World, products: readonly Product[], deals: readonly Deal[]): Vendor[] {
  const { chips } = world.scenario;
  const outputs = [
    statedOutput(world, products[0]!, deals),
    ...(chips.otherVendors ?? []).map((vendor) =>
      listedOutput(
        world,
        vendor,
        products[
          placeOf(
            products.map(({ name }) => name),
            vendor.product,
          )
        ]!,
      ),
    ),
  ];
  // Last, so that no other vendor's lots take another number.
  outputs.push(...successorOutputs(world, outputs[0]!, products));
  return outputs.map(({ intakes, ...vendor }, index) => ({
    ...vendor,
    firstLot: index * MOST_LOTS,
    shares: shareLots(vendor.lots, intakes),
    freightDraws: world.streams.open('chips', vendor.name, 'freight'),
  }));
}

/** The output that `chips:` itself states, whose draws go by the name `vendor`. */
function statedOutput(world: World, product: Product, deals: readonly Deal[]): Output {
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
  const { scenario, inputs, dayOf } = world;
  const { allotment } = scenario.chips;
  const { providerShare } = inputs;
  const owners = providerTerms(scenario);
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
  const tenants = tenantTerms(scenario);
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

/** The stated vendor's output of each product that some contract accepts as a successor. */
function successorOutputs(world: World, stated: Output, products: readonly Product[]): Output[] {
  const { chips } = world.scenario;
  // A successor is one of the further products.
  if (products.length === 1) return [];
  const tenants = tenantTerms(world.scenario);
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

const UNIT = uniform(0, 1);

/** The output of a vendor of the list, whose draws go by its own name. */
function listedOutput(world: World, vendor: OtherVendorScenario, product: Product): Output {
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

function listedIntakes({ scenario, streams }: World, vendor: string): Intake[] {
  const tenants = tenantTerms(scenario);
  // What the first provider and the first tenant draw bears no name.
  const drawOf = (quantity: string, owner: string, range: Distribution): number =>
    streams.open('chips', vendor, owner === '' ? quantity : `${quantity} of ${owner}`).draw(range, 0);
  let left = 1;
  return providerTerms(scenario).flatMap(({ key, shares }, provider) => {
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

/** Days between the point where racks are allotted and the finished rack: racks further on belong to others. */
function allottedPipelineDays(world: World, packageToRack: number): number {
  const { allotAt } = world.scenario.chips;
  if (allotAt === 'rack') return 0;
  return allotAt === 'package' ? packageToRack : packageToRack + waferToPackageDays(world);
}
