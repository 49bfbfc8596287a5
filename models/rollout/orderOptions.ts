import type { OrderOption } from '../../src/experiment/model.ts';
import { orderedItems } from './earlierOrders.ts';
import type { RolloutScenario } from './scenario.ts';
import type { OrderItem } from './sites/orderItems.ts';
import { siteStageColumn } from './tally/siteStageColumns.ts';
import type { SiteStage } from './tally/siteStages.ts';

const STAGE_OF: Readonly<Record<OrderItem, SiteStage>> = {
  transformers: 'transformer',
  // Ordered with the transformers.
  hvBreakers: 'transformer',
  mvSwitchgear: 'transformer',
  relays: 'transformer',
  cooling: 'cooling',
  network: 'network',
  storage: 'network',
};

const IN_STORE: ReadonlySet<OrderItem> = new Set(['transformers', 'hvBreakers', 'mvSwitchgear', 'relays']);

/** Every order of every dedicated site; a site that holds its substation equipment has none to place for it. */
export function orderOptions(scenario: RolloutScenario): OrderOption[] {
  const items = orderedItems(scenario);
  return scenario.sites.flatMap((site) => {
    if (site.kind !== 'dedicated') return [];
    const holdsEquipment = site.power.regime === 'held' && site.power.orders === undefined;
    return items
      .filter((item) => !(holdsEquipment && IN_STORE.has(item)))
      .map((item) => ({
        site: site.name,
        item,
        path: `sites.${site.name}.orderShift.${item}`,
        usualDay: siteStageColumn('start', site.name, STAGE_OF[item]),
      }));
  });
}
