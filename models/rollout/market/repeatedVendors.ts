import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Refuses a second share or cap of one vendor: only the first of them would count. */
export function checkRepeatedVendors(scenario: RolloutScenario, refuse: Refuse): void {
  const { providers = [], tenants = [], alsoAt = [] } = scenario;
  const refuseSecond = (list: readonly { readonly vendor: string }[] | undefined, path: Path): void => {
    const seen = new Map<string, Path>();
    list?.forEach(({ vendor }, index) => {
      const place = [...path, index, 'vendor'];
      const first = seen.get(vendor);
      if (first === undefined) seen.set(vendor, place);
      else refuse(place, `expected each vendor once, got "${vendor}" again`, first);
    });
  };
  providers.forEach(({ shares }, index) => refuseSecond(shares, ['providers', index, 'shares']));
  alsoAt.forEach(({ caps }, index) => refuseSecond(caps, ['alsoAt', index, 'caps']));
  tenants.forEach((tenant, index) => {
    const path: Path = ['tenants', index];
    refuseSecond(tenant.caps, [...path, 'caps']);
    tenant.alsoAt?.forEach(({ caps }, place) => refuseSecond(caps, [...path, 'alsoAt', place, 'caps']));
  });
}
