import type { DescribedPart } from '../../../src/experiment/model.ts';
import { hasMarket } from '../market/parties.ts';
import type { RolloutScenario } from '../scenario.ts';
import { dealsDescribed } from './dealsDescribed.ts';
import { queueDescribed } from './queueDescribed.ts';
import { tenantsDescribed } from './tenantsDescribed.ts';

/** Who buys of whom: each tenant, each deal, whether rivals react, and among whom the vendor's racks are allotted. */
export function marketDescribed(scenario: RolloutScenario): DescribedPart {
  const lines = hasMarket(scenario)
    ? [...tenantsDescribed(scenario), ...dealsDescribed(scenario), ...queueDescribed(scenario)]
    : [];
  return { title: 'The market', lines };
}
