import type { RolloutScenario } from '../scenario.ts';
import { FIRST_TENANT, placeOf, providerTerms, tenantTerms } from './terms.ts';

/** Who is in no list: the vendor's customers and the providers' tenants that the scenario does not name. */
export const REST_OF_WORLD = 'rest of world';

/** Names of the tenants, the first included. */
export function partyNames(scenario: RolloutScenario): string[] {
  const [, ...further] = tenantTerms(scenario);
  return [scenario.tenant ?? FIRST_TENANT, ...further.map(({ name }) => name)];
}

/** Whether a scenario has several tenants, a tenant of several providers, or deals. */
export function hasMarket({ tenants = [], alsoAt = [], deals = [] }: RolloutScenario): boolean {
  return tenants.length + alsoAt.length + deals.length > 0;
}

/**
 * Providers that may serve each tenant, as their places in the scenario: those of its contract, then those of its
 * deals, wherever these go.
 */
export function providersOfTenants(scenario: RolloutScenario): number[][] {
  const { deals = [] } = scenario;
  const names = partyNames(scenario);
  const owners = providerTerms(scenario).map(({ name }) => name);
  return tenantTerms(scenario).map(({ places }, tenant) => {
    const own = deals.filter((deal) => placeOf(names, deal.tenant) === tenant);
    const ofDeals = own.flatMap(({ provider, removed }) => {
      const place = placeOf(owners, provider);
      return removed === 'divert' ? owners.map((_, each) => each).filter((each) => each !== place) : [place];
    });
    return [...new Set([...places.map(({ provider }) => provider), ...ofDeals])];
  });
}
