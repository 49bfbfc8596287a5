import type { Relaxation } from '../../src/design/index.ts';
import { median } from '../../src/random/index.ts';
import { dayNumber } from './calendars.ts';
import { isHeld, ITEM_NAMES, orderedItems } from './orderedItems.ts';
import { dayCount, daysSetting, percent } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import { firstOrderDay, orderShiftOf } from './sites/firstOrderDay.ts';
import type { OrderItem } from './sites/orderItems.ts';

/**
 * Every long-lead item ordered so much of its lead time earlier, at the sites whose orders are still to come.
 *
 * No order is moved to before the as-of date: what was ordered by then is as it is.
 */
export function earlierOrders(scenario: RolloutScenario, size: number): Relaxation[] {
  return orderedItems(scenario).flatMap((item): Relaxation[] => {
    const open = ordersAhead(scenario, item);
    const days = Math.round(size * medianOf(open.map(({ site }) => leadTimeDays(scenario, site, item))));
    const settings = open.flatMap(({ site, daysAhead }) => {
      const moved = Math.min(days, Math.floor(daysAhead));
      const shift = orderShiftOf(scenario, site, item) - moved;
      return moved > 0 ? [{ path: `sites.${site.name}.orderShift.${item}`, shift, moved }] : [];
    });
    if (settings.length === 0) return [];
    const isCut = settings.some(({ moved }) => moved < days);
    return [
      {
        name: `order of ${ITEM_NAMES[item]}`,
        step: `${percent(size)} of its lead time earlier, ${dayCount(days)}${isCut ? `, not before ${scenario.asOf}` : ''}`,
        by: 'provider',
        settings: Object.fromEntries(settings.map(({ path, shift }) => [path, daysSetting(shift)])),
      },
    ];
  });
}

/** The sites whose first order of an item is still to come on the as-of date, and by how many days. */
export function ordersAhead(
  scenario: RolloutScenario,
  item: OrderItem,
): { site: DedicatedSite; daysAhead: number }[] {
  const today = dayNumber(scenario.start, scenario.asOf);
  return scenario.sites.flatMap((site) => {
    if (site.kind !== 'dedicated' || isHeld(scenario, site, item)) return [];
    const daysAhead = firstOrderDay(scenario, site, item) - today;
    return daysAhead > 0 ? [{ site, daysAhead }] : [];
  });
}

/** Median days from order to delivery at one site. */
function leadTimeDays({ construction }: RolloutScenario, { power }: DedicatedSite, item: OrderItem): number {
  const { cooling, network, equipment, transformer } = construction;
  const { regime } = power;
  switch (item) {
    case 'transformers':
      return median(transformer.regimes[regime].leadTime);
    case 'cooling':
      return Math.max(
        median(cooling.heatRejectionLeadTime.duration),
        median(cooling.coolantDistributionLeadTime.duration),
      );
    case 'network':
      return Math.max(median(network.switchLeadTime.duration), median(network.opticsLeadTime.duration));
    case 'storage':
      return network.storageLeadTime === undefined ? 0 : median(network.storageLeadTime.duration);
    default:
      return median(equipment![item]![regime].leadTime.duration);
  }
}

function medianOf(days: readonly number[]): number {
  return days.toSorted((a, b) => a - b)[days.length >> 1] ?? 0;
}
