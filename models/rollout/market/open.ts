import { openForecast } from '../capacity/forecast.ts';
import { openVendors } from '../chips/vendor.ts';
import { contractRacks } from '../contract/size.ts';
import type { Floor } from '../deployment/floor.ts';
import { openFloor, openSite } from '../deployment/open.ts';
import { placementOrder } from '../deployment/placement.ts';
import type { SiteState } from '../deployment/site.ts';
import { watchMilestones } from '../tally/milestones.ts';
import { openProgrammeTally } from '../tally/programmeTally.ts';
import { openProviderTally } from '../tally/providerTally.ts';
import type { World } from '../world.ts';
import type { Market } from './market.ts';
import { newNeed } from './need.ts';
import type { Product } from './product.ts';
import type { Programme } from './programme.ts';
import type { Provider } from './provider.ts';
import { openRackDraws } from './rackDraws.ts';
import { newRackQueue } from './rackQueue.ts';
import { tenantTerms, type TenantTerms } from './terms.ts';

/** The parties of one replication: products, providers with their sites, programmes, and the floor on which racks come into service. */
export interface Parties {
  readonly products: readonly Product[];
  readonly providers: readonly Provider[];
  readonly programmes: readonly Programme[];
  readonly floor: Floor;
}

/** Opens the parties of one replication; nothing has been delivered yet. */
export function openParties(world: World): Parties {
  const { scenario } = world;
  const tenants = tenantTerms(scenario);
  const products = openProducts(world);
  const layout = products[0]!;
  const sites = scenario.sites.map((_, index) =>
    openSite(world, { index, provider: 0, layout, products, tenants: tenants.map(({ name }) => name) }),
  );
  const providers = [openProvider(world, { index: 0, sites, layout })];
  const programmes = tenants.map((terms, index) => openProgramme(world, terms, { index, sites, products }));
  const floor = openFloor(world, { sites, programmes, providers, products });
  return { products, providers, programmes, floor };
}

/** The products of a scenario in one replication. */
export function openProducts({ scenario, inputs }: World): Product[] {
  const { name, gpusPerRack } = scenario.product;
  const { podRacks } = scenario.deployment;
  return [
    { index: 0, name, gpusPerRack, kilowattsPerRack: inputs.facilityKilowatts * gpusPerRack, podRacks },
  ];
}

function openProvider(
  world: World,
  { index, sites, layout }: { index: number; sites: readonly SiteState[]; layout: Product },
): Provider {
  const { simulation, scenario, inputs, tables } = world;
  return {
    index,
    name: scenario.provider.name,
    sites: sites.filter(({ provider }) => provider === index),
    layout,
    pace: inputs.pace,
    hallShare: inputs.hallShare,
    forecast: openForecast(),
    travelling: { freeCrews: scenario.deployment.travelling?.crews ?? 0 },
    tally: openProviderTally(simulation, tables.grid, sites.length),
  };
}

function openProgramme(
  world: World,
  terms: TenantTerms,
  { index, sites, products }: { index: number; sites: readonly SiteState[]; products: readonly Product[] },
): Programme {
  const { scenario, streams, inputs, tables } = world;
  const { name, provider, contract, policies } = terms;
  const product = products[terms.product]!;
  const { gpusPerRack } = product;
  const { price } = inputs;
  const gpus = contractRacks(contract, { pricePerGpuHour: price, gpusPerRack }) * gpusPerRack;
  return {
    index,
    name,
    provider,
    product,
    gpusOfRack: products.map((each) => each.gpusPerRack),
    policies,
    price,
    need: newNeed(gpus),
    queue: newRackQueue(),
    placementOrder: placementOrder(
      policies.placement,
      sites.filter((site) => site.provider === provider),
    ),
    milestones: watchMilestones(milestoneGpus(terms, gpus)),
    tally: openProgrammeTally(tables.grid, sites.length),
    draws: openRackDraws(streams, scenario.deployment, name),
  };
}

/** The thresholds of a contract in GPUs: its absolute milestones, its fractions of the contract, then the target. */
function milestoneGpus({ milestones, target }: TenantTerms, contractGpus: number): number[] {
  const { gpus, fractions } = milestones;
  return [...gpus, ...[...fractions, target.fraction].map((part) => Math.ceil(part * contractGpus - 1e-6))];
}

/** Opens the vendors of one replication; none of their lots has been allotted. */
export function openMarket(world: World, products: readonly Product[]): Market {
  return { vendors: openVendors(world, products), allotments: [] };
}
