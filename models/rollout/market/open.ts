import { openForecast } from '../capacity/forecast.ts';
import { openVendors } from '../chips/open.ts';
import type { Succession } from '../contract/schema.ts';
import { contractRacks } from '../contract/size.ts';
import type { Floor } from '../deployment/floor.ts';
import { openFloor, openSite } from '../deployment/open.ts';
import { placementOrder } from '../deployment/placement.ts';
import type { SiteState } from '../deployment/site.ts';
import { openTempos } from '../sites/practice.ts';
import { watchMilestones } from '../tally/milestones.ts';
import { openProgrammeTally } from '../tally/programmeTally.ts';
import { openProviderTally } from '../tally/providerTally.ts';
import { listOf } from '../listOf.ts';
import type { World } from '../world.ts';
import { openDeals, type Deal, type Deals } from './deals.ts';
import { inputOf } from './inputNames.ts';
import type { Market } from './market.ts';
import { newNeed } from './need.ts';
import { newPlace, type Place } from './place.ts';
import type { Product } from './product.ts';
import type { Programme } from './programme.ts';
import type { Provider } from './provider.ts';
import { openRackDraws } from './rackDraws.ts';
import { quotas } from './strategy.ts';
import { FIRST_TENANT, placeKey, placeOf, type ProviderTerms, type TenantTerms } from './terms.ts';
import { ROUNDING } from '../rounding.ts';

/**
 * The parties of one replication: products, providers with their sites, programmes, and the floor on which racks come
 * into service.
 */
export interface Parties {
  readonly products: readonly Product[];
  readonly providers: readonly Provider[];
  readonly programmes: readonly Programme[];
  readonly deals: Deals;
  readonly floor: Floor;
}

/** Opens the parties of one replication; nothing has been delivered yet. */
export function openParties(world: World): Parties {
  const { tenants, providers: owners } = world.tables.terms;
  const products = openProducts(world);
  const sites = openSites(world, { tenants, owners, products });
  const providers = listOf(owners, (terms, index) => openProvider(world, terms, { index, sites, products }));
  const deals = openDeals(world, products);
  const programmes = listOf(tenants, (terms, index) =>
    openProgramme(world, terms, {
      index,
      sites,
      products,
      deals: deals.signed.filter(({ tenant }) => tenant === index),
    }),
  );
  const floor = openFloor(world, { sites, programmes, providers, products });
  return { products, providers, programmes, deals, floor };
}

function openSites(
  world: World,
  {
    tenants,
    owners,
    products,
  }: {
    tenants: readonly TenantTerms[];
    owners: readonly ProviderTerms[];
    products: readonly Product[];
  },
): SiteState[] {
  const providerNames = owners.map(({ name }) => name);
  const productNames = products.map(({ name }) => name);
  const tempos = openTempos(world);
  return listOf(world.scenario.sites, (site, index) => {
    const { provider, product } = site;
    const place = placeOf(providerNames, provider);
    return openSite(world, {
      index,
      provider: place,
      tempo: tempos(site, owners[place]!.key),
      layout: products[placeOf(productNames, product)]!,
      products,
      tenants: tenants.map(({ name }) => name),
    });
  });
}

/** The products of a scenario in one replication. */
export function openProducts({ inputs, tables }: Pick<World, 'inputs' | 'tables'>): Product[] {
  return listOf(tables.terms.products, ({ key, name, gpusPerRack, podRacks }, index) => ({
    index,
    name,
    gpusPerRack,
    kilowattsPerRack: inputOf(inputs, key, 'facilityKilowatts') * gpusPerRack,
    podRacks,
  }));
}

function openProvider(
  { simulation, scenario, inputs, tables }: World,
  { key, name, commissioningTeams }: ProviderTerms,
  { index, sites, products }: { index: number; sites: readonly SiteState[]; products: readonly Product[] },
): Provider {
  return {
    index,
    name,
    key,
    sites: sites.filter(({ provider }) => provider === index),
    layout: products[0]!,
    pace: inputOf(inputs, key, 'pace'),
    hallShare: inputOf(inputs, key, 'hallShare'),
    commissioningTeams,
    forecast: openForecast(simulation),
    travelling: { freeCrews: scenario.deployment.travelling?.crews ?? 0 },
    tally: openProviderTally(simulation, tables.grid, sites.length, tables.observed),
  };
}

function openProgramme(
  { scenario, streams, inputs, tables }: World,
  terms: TenantTerms,
  {
    index,
    sites,
    products,
    deals,
  }: {
    index: number;
    sites: readonly SiteState[];
    products: readonly Product[];
    deals: readonly Deal[];
  },
): Programme {
  const { name, provider, contract, policies } = terms;
  const product = products[terms.product]!;
  const { gpusPerRack } = product;
  const price = inputOf(inputs, name, 'price');
  const base = contractRacks(contract, { pricePerGpuHour: price, gpusPerRack }) * gpusPerRack;
  const gpus = deals.reduce((sum, { racks }) => sum + racks * gpusPerRack, base);
  return {
    index,
    name,
    provider,
    product,
    gpusOfRack: listOf(products, (each) => each.gpusPerRack / gpusPerOld(contract.succession, each.name)),
    policies,
    price,
    need: newNeed(gpus, base),
    places: openPlaces({ scenario, streams, tables }, terms, {
      racks: base / gpusPerRack,
      gpusPerRack,
      sites,
      deals,
    }),
    milestones: watchMilestones(milestoneGpus(terms, gpus)),
    tally: openProgrammeTally(tables.grid, sites.length),
  };
}

/** A tenant's places: at the providers of its contract, by its strategy, and where it has a deal. */
function openPlaces(
  { scenario, streams, tables }: Pick<World, 'scenario' | 'streams' | 'tables'>,
  { name, places, strategy, policies }: TenantTerms,
  {
    racks,
    gpusPerRack,
    sites,
    deals,
  }: { racks: number; gpusPerRack: number; sites: readonly SiteState[]; deals: readonly Deal[] },
): Place[] {
  const own = places.map(({ provider }) => provider);
  const others = new Set(deals.map(({ provider }) => provider).filter((provider) => !own.includes(provider)));
  const most = quotas(strategy, { racks, providers: own.length });
  return listOf([...own, ...others], (provider, index) =>
    newPlace(provider, {
      quotaGpus: (most[index] ?? 0) * gpusPerRack,
      placementOrder: placementOrder(
        policies.placement,
        sites.filter((site) => site.provider === provider),
      ),
      draws: openRackDraws(
        streams,
        scenario.deployment,
        // Racks at its own provider bear the tenant's name alone, and none where it has none.
        index === 0
          ? name
          : placeKey(
              name === '' ? (scenario.tenant ?? FIRST_TENANT) : name,
              tables.terms.providers[provider]!.name,
            ),
      ),
    }),
  );
}

/** GPUs of a product that stand for one of a contract: 1 but for the successor that it accepts. */
function gpusPerOld(succession: Succession | undefined, product: string): number {
  if (succession === undefined || succession.kind === 'none') return 1;
  return succession.product === product ? succession.gpusPerOld : 1;
}

/** The thresholds of a contract in GPUs: its absolute milestones, its fractions of the contract, then the target. */
function milestoneGpus({ milestones, target }: TenantTerms, contractGpus: number): number[] {
  const { gpus, fractions } = milestones;
  return [
    ...gpus,
    ...[...fractions, target.fraction].map((part) => Math.ceil(part * contractGpus - ROUNDING)),
  ];
}

/** Opens the vendors of one replication; none of their lots has been allotted. */
export function openMarket(world: World, products: readonly Product[], deals: Deals): Market {
  return { vendors: openVendors(world, products, deals.signed), allotments: [] };
}
