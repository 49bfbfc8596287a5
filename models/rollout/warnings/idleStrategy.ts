import type { Warning } from '../../../src/scenario/index.ts';
import { tenantTerms } from '../market/terms.ts';
import type { Path } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Warns of a strategy that spreads nothing: its tenant buys of one provider alone. */
export function warnOfIdleStrategy(scenario: RolloutScenario): Warning[] {
  const { strategy, tenants = [] } = scenario;
  const stated = [strategy, ...tenants.map((tenant) => tenant.strategy)];
  return tenantTerms(scenario).flatMap(({ places }, tenant): Warning[] => {
    if (stated[tenant] === undefined || places.length > 1) return [];
    const own: Path = tenant === 0 ? [] : ['tenants', tenant - 1];
    return [
      {
        path: [...own, 'strategy'],
        because: [['providers'], [...own, 'buysFrom']],
        message: `the strategy is "${stated[tenant]}", and the tenant buys of one provider alone: it spreads nothing`,
      },
    ];
  });
}
