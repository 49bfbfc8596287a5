import type { RolloutScenario } from '../scenario.ts';
import type { Strategy } from './strategy.ts';

type Contract = NonNullable<RolloutScenario['tenants']>[number]['contract'];
type Cap = NonNullable<NonNullable<RolloutScenario['tenants']>[number]['tenantCap']>;

/** What the tenant of `contract:` is called beside others when the scenario does not say. */
export const FIRST_TENANT = 'tenant';

/** What a tenant may take of one provider. */
interface PlaceTerms {
  /** Place of the provider among the scenario's. */
  readonly provider: number;
  /** What its inputs and draws are named after; empty for the first tenant at the first provider. */
  readonly key: string;
  /**
   * Most that it may take of the provider's intake: of the output that `chips:` states, and of other vendors by name.
   */
  readonly tenantCap: Cap | undefined;
  readonly caps: readonly { readonly vendor: string; readonly cap: Cap }[];
}

/** What a tenant has agreed with its providers, and what it is measured by. */
export interface TenantTerms extends Pick<RolloutScenario, 'policies' | 'target' | 'milestones'> {
  /** Empty for the contract that the scenario itself states: its draws and columns bear no name. */
  readonly name: string;
  /** Places of its own provider and its product among the scenario's. */
  readonly provider: number;
  readonly product: number;
  readonly contract: Contract;
  /** What it may take of each provider that it has a contract with, its own first, and how it spreads what it buys. */
  readonly places: readonly PlaceTerms[];
  readonly strategy: Strategy;
}

/** A provider as its inputs are named and its sites are found. */
export interface ProviderTerms {
  /** Empty for the provider that the scenario itself states. */
  readonly key: string;
  readonly name: string;
  readonly providerShare: Cap | undefined;
  readonly rackScalePart: Cap | undefined;
  readonly shares: readonly { readonly vendor: string; readonly share: Cap }[];
  readonly commissioningTeams: number;
}

/** All that parties have agreed before anything is drawn. */
export interface Terms {
  readonly tenants: readonly TenantTerms[];
  readonly providers: readonly ProviderTerms[];
  readonly products: readonly ProductTerms[];
}

/** The terms of a scenario, which all its replications read. */
export function termsOf(scenario: RolloutScenario): Terms {
  return {
    tenants: tenantTerms(scenario),
    providers: providerTerms(scenario),
    products: productTerms(scenario),
  };
}

/** The tenants of a scenario, that of `contract:` first; alone, it is the short form of one. */
export function tenantTerms(scenario: RolloutScenario): TenantTerms[] {
  const { contract, policies, target, milestones, chips, tenants = [] } = scenario;
  const providers = providerTerms(scenario).map(({ name }) => name);
  const products = productTerms(scenario).map(({ name }) => name);
  const places = (
    own: Omit<PlaceTerms, 'key'> & { name: string },
    alsoAt: RolloutScenario['alsoAt'] = [],
  ): PlaceTerms[] => [
    { provider: own.provider, key: own.name, tenantCap: own.tenantCap, caps: own.caps },
    ...alsoAt.map(({ provider, tenantCap, caps = [] }) => ({
      provider: placeOf(providers, provider),
      key: placeKey(own.name === '' ? (scenario.tenant ?? FIRST_TENANT) : own.name, provider),
      tenantCap,
      caps,
    })),
  ];
  const firstCaps = (chips.otherVendors ?? []).flatMap(({ name, tenantCap }) =>
    tenantCap === undefined ? [] : [{ vendor: name, cap: tenantCap }],
  );
  const first: TenantTerms = {
    name: '',
    provider: 0,
    product: 0,
    contract,
    policies,
    target,
    milestones,
    places: places({ name: '', provider: 0, tenantCap: chips.tenantCap, caps: firstCaps }, scenario.alsoAt),
    strategy: scenario.strategy ?? USUAL_STRATEGY,
  };
  return [
    first,
    ...tenants.map((own): TenantTerms => {
      const provider = placeOf(providers, own.provider);
      const { name, tenantCap, caps = [] } = own;
      return {
        name,
        provider,
        product: placeOf(products, own.product),
        contract: own.contract,
        // A hall that goes back does so by the first tenant's policies, once.
        policies: own.policies ?? { ...policies, returns: undefined },
        target: own.target ?? target,
        milestones: own.milestones ?? milestones,
        places: places({ name, provider, tenantCap, caps }, own.alsoAt),
        strategy: own.strategy ?? USUAL_STRATEGY,
      };
    }),
  ];
}

/** Whoever says nothing takes what comes. */
const USUAL_STRATEGY = 'opportunistic';

/** What the inputs of a tenant at a further provider are named after. */
export function placeKey(tenant: string, provider: string): string {
  return `${tenant}@${provider}`;
}

/** The providers of a scenario, that of `provider:` first. */
export function providerTerms({
  provider,
  providers = [],
  chips,
  construction,
}: RolloutScenario): ProviderTerms[] {
  const { commissioningTeams } = construction;
  return [
    {
      key: '',
      name: provider.name,
      providerShare: chips.providerShare,
      rackScalePart: chips.rackScalePart,
      shares: (chips.otherVendors ?? []).map(({ name, providerShare }) => ({
        vendor: name,
        share: providerShare,
      })),
      commissioningTeams,
    },
    ...providers.map((own) => ({
      key: own.name,
      name: own.name,
      providerShare: own.providerShare,
      rackScalePart: own.rackScalePart,
      shares: own.shares ?? [],
      commissioningTeams: own.commissioningTeams ?? commissioningTeams,
    })),
  ];
}

/** A product as its inputs are named. */
export interface ProductTerms {
  /** Empty for the product that the scenario itself states. */
  readonly key: string;
  readonly name: string;
  readonly gpusPerRack: number;
  readonly podRacks: number;
}

/** The products of a scenario, that of `product:` first. */
export function productTerms({ product, products = [], deployment }: RolloutScenario): ProductTerms[] {
  const { podRacks } = deployment;
  return [
    { key: '', name: product.name, gpusPerRack: product.gpusPerRack, podRacks },
    ...products.map((own) => ({
      key: own.name,
      name: own.name,
      gpusPerRack: own.gpusPerRack,
      podRacks: own.podRacks ?? podRacks,
    })),
  ];
}

/** Place of a name among several, the first by default. */
export function placeOf(names: readonly string[], name: string | undefined): number {
  return name === undefined ? 0 : names.indexOf(name);
}
