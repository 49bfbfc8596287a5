import type { RolloutScenario } from '../scenario.ts';

/** What the tenant of `contract:` is called beside others when the scenario does not say. */
export const FIRST_TENANT = 'tenant';

/** Names of the tenants as tables have them; the first bears a name only beside others. */
export function tenantNames({ tenant = FIRST_TENANT, tenants = [] }: RolloutScenario): string[] {
  return tenants.length === 0 ? [] : [tenant, ...tenants.map(({ name }) => name)];
}
