import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Refuses further providers of a tenant that are nobody, its own, or there twice, and places where it gets nothing. */
export function checkSpread(scenario: RolloutScenario, refuse: Refuse): void {
  const { provider, providers = [], tenants = [], alsoAt } = scenario;
  const owners = [provider.name, ...providers.map(({ name }) => name)];
  const spreads = [
    { own: provider.name, alsoAt, path: [] as Path },
    ...tenants.map((tenant, index) => ({
      own: tenant.provider ?? provider.name,
      alsoAt: tenant.alsoAt,
      path: ['tenants', index] as Path,
    })),
  ];
  spreads.forEach(({ own, alsoAt: further = [], path }) => {
    const taken = new Map<string, Path | undefined>([[own, undefined]]);
    further.forEach(({ provider: name, tenantCap, caps = [] }, index) => {
      const place = [...path, 'alsoAt', index];
      if (!owners.includes(name))
        refuse(
          [...place, 'provider'],
          `expected the name of a provider (${owners.join(', ')}), got "${name}"`,
        );
      else if (taken.has(name))
        refuse(
          [...place, 'provider'],
          `expected a provider it has no contract with yet, got "${name}" again`,
          taken.get(name),
        );
      else taken.set(name, [...place, 'provider']);
      if (tenantCap === undefined && caps.length === 0)
        refuse(place, 'expected tenantCap or caps, got neither: the tenant would get nothing there');
    });
  });
}
