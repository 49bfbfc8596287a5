import type { RolloutScenario } from '../scenario.ts';

type Contract = NonNullable<RolloutScenario['tenants']>[number]['contract'];
type Cap = NonNullable<NonNullable<RolloutScenario['tenants']>[number]['tenantCap']>;

/** What a tenant has agreed with a provider, and what it is measured by. */
export interface TenantTerms extends Pick<RolloutScenario, 'policies' | 'target' | 'milestones'> {
  /** Empty for the contract that the scenario itself states: its draws and columns bear no name. */
  readonly name: string;
  /** Places of its provider and its product among the scenario's. */
  readonly provider: number;
  readonly product: number;
  readonly contract: Contract;
  /**
   * Most that it may take of its provider's intake: of the output that `chips:` states, and of other vendors by name.
   */
  readonly tenantCap: Cap | undefined;
  readonly caps: readonly { readonly vendor: string; readonly cap: Cap }[];
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

/** The tenants of a scenario, that of `contract:` first; alone, it is the short form of one. */
export function tenantTerms(scenario: RolloutScenario): TenantTerms[] {
  const { contract, policies, target, milestones, chips, tenants = [] } = scenario;
  const providers = providerTerms(scenario).map(({ name }) => name);
  const products = productTerms(scenario).map(({ name }) => name);
  const first: TenantTerms = {
    name: '',
    provider: 0,
    product: 0,
    contract,
    policies,
    target,
    milestones,
    tenantCap: chips.tenantCap,
    caps: (chips.otherVendors ?? []).flatMap(({ name, tenantCap }) =>
      tenantCap === undefined ? [] : [{ vendor: name, cap: tenantCap }],
    ),
  };
  return [
    first,
    ...tenants.map((own): TenantTerms => ({
      name: own.name,
      provider: placeOf(providers, own.provider),
      product: placeOf(products, own.product),
      contract: own.contract,
      // A hall that goes back does so by the first tenant's policies, once.
      policies: own.policies ?? { ...policies, returns: undefined },
      target: own.target ?? target,
      milestones: own.milestones ?? milestones,
      tenantCap: own.tenantCap,
      caps: own.caps ?? [],
    })),
  ];
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
