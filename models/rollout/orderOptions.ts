import type { OrderOption } from '../../src/experiment/model.ts';
import { isHeld, ITEM_NAMES, orderedItems } from './orderedItems.ts';
import type { RolloutScenario } from './scenario.ts';
import { orderAheadDays, orderShiftOf } from './sites/firstOrderDay.ts';
import type { OrderItem } from './sites/orderItems.ts';
import { siteStageColumn } from './tally/siteStageOutputs.ts';
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

/** Every order of every dedicated site; what a site holds in store it has no order to place for. */
export function orderOptions(scenario: RolloutScenario): OrderOption[] {
  const items = orderedItems(scenario);
  return scenario.sites.flatMap((site) => {
    if (site.kind !== 'dedicated') return [];
    return items
      .filter((item) => !isHeld(scenario, site, item))
      .map((item) => ({
        site: site.name,
        item: ITEM_NAMES[item],
        path: `sites.${site.name}.orderShift.${item}`,
        shiftDays: orderShiftOf(scenario, site, item),
        aheadDays: orderAheadDays(scenario, site),
        usualDay: siteStageColumn('start', site.name, STAGE_OF[item]),
      }));
  });
}
