import type { Relaxation } from '../../src/design/index.ts';
import { median } from '../../src/random/index.ts';
import { dayNumber } from './calendars.ts';
import { regimeOf } from './procurement/regime.ts';
import { dayCount, percent } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import { firstOrderDay, orderShiftOf } from './sites/firstOrderDay.ts';
import { ORDER_ITEMS, type OrderItem } from './sites/orderItems.ts';

/** What each item is called. */
export const ITEM_NAMES: Readonly<Record<OrderItem, string>> = {
  transformers: 'transformers',
  hvBreakers: 'HV breakers',
  mvSwitchgear: 'MV switchgear',
  relays: 'relays',
  cooling: 'cooling plant',
  network: 'switches and optics',
  storage: 'storage',
};

/** The long-lead items that a scenario orders. */
export function orderedItems({ construction, sites: all }: RolloutScenario): OrderItem[] {
  const { equipment, network } = construction;
  if (!all.some(({ kind }) => kind === 'dedicated')) return [];
  return ORDER_ITEMS.filter((item) => {
    if (item === 'storage') return network.storageLeadTime !== undefined;
    if (item === 'hvBreakers' || item === 'mvSwitchgear' || item === 'relays')
      return equipment?.[item] !== undefined;
    return true;
  });
}

/**
 * Every long-lead item ordered so much of its lead time earlier, at the sites whose orders are still to come.
 *
 * No order is moved to before the as-of date: what was ordered by then is as it is.
 */
export function earlierOrders(scenario: RolloutScenario, size: number): Relaxation[] {
  const today = dayNumber(scenario.start, scenario.asOf);
  return orderedItems(scenario).flatMap((item): Relaxation[] => {
    const open = scenario.sites.flatMap((site) => {
      if (site.kind !== 'dedicated' || isHeld(scenario, site, item)) return [];
      const daysAhead = firstOrderDay(scenario, site, item) - today;
      return daysAhead > 0 ? [{ site, daysAhead }] : [];
    });
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
        settings: Object.fromEntries(settings.map(({ path, shift }) => [path, `${shift} days`])),
      },
    ];
  });
}

/** Whether a site has an item in store, and so no order to place. */
export function isHeld(scenario: RolloutScenario, site: DedicatedSite, item: OrderItem): boolean {
  if (item === 'transformers') return site.power.regime === 'held' && site.power.orders === undefined;
  const classes = item === 'network' ? (['switches', 'optics'] as const) : [item];
  return classes.every((of) => regimeOf(scenario, site, of) === 'held');
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
