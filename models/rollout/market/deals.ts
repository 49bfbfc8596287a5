import { MONTH_DAYS, YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { quantile, uniform, type Distribution } from '../../../src/random/index.ts';
import { contractRacks } from '../contract/size.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';
import { arrivalDays, type Candidate } from './dealArrivals.ts';
import type { DealScenario } from './dealSchema.ts';
import { inputOf } from './inputNames.ts';
import { partyNames } from './parties.ts';
import type { Product } from './product.ts';
import { placeOf } from './terms.ts';

const KILOWATTS_PER_MEGAWATT = 1000;
const LEVEL = uniform(0, 1);

/** A deal that is signed in this replication, as one provider serves it. */
export interface Deal {
  /** Place of the deal among the scenario's; one that is diverted is served by several providers. */
  readonly index: number;
  readonly name: string;
  /** Places of its tenant and of who serves it. */
  readonly tenant: number;
  readonly provider: number;
  readonly signedDay: number;
  /** Racks of the vendor's product that it orders, and days between which the orders come in. */
  readonly racks: number;
  readonly ordersFrom: number;
  readonly ordersTo: number;
  /** Priority of its orders, where they are prepaid. */
  readonly priority: number | undefined;
  /** Packages a day by which the vendor makes more, from a day on. */
  readonly added: { readonly packagesPerDay: number; readonly fromDay: number } | undefined;
}

/** Days on which the deals of a scenario are signed, and what each that is orders of whom. */
export interface Deals {
  /** Infinite for what is not signed by the horizon, or is taken out. */
  readonly signedDays: readonly number[];
  readonly signed: readonly Deal[];
}

/**
 * The deals of one replication: when each is signed, how large it is, and who serves it.
 *
 * All this hangs on no event of the run, so that a deal that is taken out moves no draw of another.
 */
export function openDeals(world: World, products: readonly Product[]): Deals {
  const { scenario, tables, horizonDays } = world;
  const { deals = [] } = scenario;
  if (deals.length === 0) return { signedDays: [], signed: [] };
  const names = partyNames(scenario);
  const owners = tables.terms.providers.map(({ name }) => name);
  const candidates = deals.map((deal) => candidateOf(world, deal, placeOf(names, deal.tenant)));
  const { reaction } = scenario;
  const signedDays = arrivalDays(candidates, {
    until: horizonDays,
    reaction: reaction && {
      factor: drawOf(world, 'all deals', 'reaction', reaction.factor),
      windowDays: reaction.window,
    },
  });
  const signed = deals.flatMap((deal, index) => {
    if (!(signedDays[index]! < horizonDays)) return [];
    const terms = { index, tenant: placeOf(names, deal.tenant), signedDay: signedDays[index]! };
    return dealsOf(world, deal, { ...terms, product: products[0]!, owners });
  });
  return { signedDays, signed };
}

function drawOf({ streams }: World, deal: string, quantity: string, range: Distribution): number {
  return streams.open('contract', deal, quantity).draw(range, 0);
}

function candidateOf(world: World, deal: DealScenario, tenant: number): Candidate {
  const { dayOf, horizonDays, streams } = world;
  const { name, signed, arrives, removed } = deal;
  if (removed === 'vanish') return { tenant };
  if (signed !== undefined) return { tenant, signed: dayOf(signed) };
  const { from, until, rate } = arrives!;
  return {
    tenant,
    arrives: {
      from: dayOf(from),
      until: until === undefined ? horizonDays : dayOf(until),
      ratePerDay: drawOf(world, name, 'arrival rate', rate) / YEAR_DAYS,
      threshold: -Math.log1p(-streams.open('contract', name, 'arrival').draw(LEVEL, 0)),
    },
  };
}

interface Terms {
  readonly index: number;
  readonly tenant: number;
  readonly signedDay: number;
  readonly product: Product;
  readonly owners: readonly string[];
}

function dealsOf(
  world: World,
  deal: DealScenario,
  { index, tenant, signedDay, product, owners }: Terms,
): Deal[] {
  const racks = racksOf(world, deal, { tenant, product });
  const { name, orders, prepayment } = deal;
  const ordersFrom = signedDay + (orders.after ?? 0);
  const served = servedBy(world.scenario, placeOf(owners, deal.provider), { deal, racks, owners });
  return served.map(({ provider, racks: own }, part) => ({
    index,
    name,
    tenant,
    provider,
    signedDay,
    racks: own,
    ordersFrom,
    ordersTo: ordersFrom + orders.over,
    priority: prepayment?.priority,
    // What is paid ahead builds the same whoever serves the deal: once.
    added: part === 0 ? addedBy(world, deal, signedDay) : undefined,
  }));
}

function addedBy(world: World, { name, prepayment }: DealScenario, signedDay: number): Deal['added'] {
  const { adds = 0, after } = prepayment ?? {};
  if (adds === 0 || after === undefined) return undefined;
  return {
    packagesPerDay: adds / MONTH_DAYS,
    fromDay: signedDay + drawOf(world, name, 'time to add capacity', after),
  };
}

/** Racks that a deal buys, from its GPUs, its megawatts or its dollars. */
function racksOf(
  world: World,
  { name, gpus, power, value, effectiveTerm = 1 }: DealScenario,
  { tenant, product }: { tenant: number; product: Product },
): number {
  const { gpusPerRack, kilowattsPerRack } = product;
  if (gpus !== undefined) return Math.ceil(drawOf(world, name, 'size', gpus) / gpusPerRack);
  if (power !== undefined)
    return Math.ceil((drawOf(world, name, 'size', power) * KILOWATTS_PER_MEGAWATT) / kilowattsPerRack);
  const owner = world.tables.terms.tenants[tenant]!.name;
  const pricePerGpuHour = inputOf(world.inputs, owner, 'price');
  return contractRacks(
    { gpus: 'derived', commitment: value!, effectiveTerm },
    { pricePerGpuHour, gpusPerRack },
  );
}

/** Who serves a deal: its provider, or the others by their shares of the queue where it is diverted. */
function servedBy(
  { chips }: RolloutScenario,
  provider: number,
  { deal, racks, owners }: { deal: DealScenario; racks: number; owners: readonly string[] },
): { provider: number; racks: number }[] {
  if (deal.removed !== 'divert') return [{ provider, racks }];
  const customers = chips.allotment?.kind === 'queue' ? chips.allotment.customers : [];
  const others = owners.flatMap((name, place) => {
    const share = customers.find((each) => each.name === name)?.share ?? 0;
    return place === provider || share === 0 ? [] : [{ provider: place, share }];
  });
  const total = others.reduce((sum, { share }) => sum + share, 0);
  let shared = 0;
  let dealt = 0;
  return others.map(({ provider: place, share }) => {
    shared += share;
    const whole = Math.round((racks * shared) / total);
    const own = whole - dealt;
    dealt = whole;
    return { provider: place, racks: own };
  });
}

/** GPUs of a deal in the middle of its ranges, for who looks at a scenario before it runs. */
export function medianDealGpus(scenario: RolloutScenario, deal: DealScenario): number {
  return dealGpus(scenario, deal, 0.5);
}

/**
 * GPUs of a deal before any run.
 *
 * @param level where in its range the size lies, 0 to 1: power buys most where a GPU draws least, dollars at the lowest
 *   price
 */
export function dealGpus(
  { product, contract, tenants = [] }: RolloutScenario,
  { tenant, gpus, power, value, effectiveTerm = 1 }: DealScenario,
  level: number,
): number {
  if (gpus !== undefined) return quantile(gpus, level);
  if (power !== undefined)
    return (quantile(power, level) * KILOWATTS_PER_MEGAWATT) / quantile(product.facilityPower, 1 - level);
  const { price } = tenants.find(({ name }) => name === tenant)?.contract ?? contract;
  const terms = { gpus: 'derived', commitment: value ?? 0, effectiveTerm } as const;
  return contractRacks(terms, { pricePerGpuHour: quantile(price, 1 - level), gpusPerRack: 1 });
}
