import type { Relaxation } from '../../src/design/index.ts';
import { median } from '../../src/random/index.ts';
import { percent } from './relaxationStep.ts';
import type { RolloutScenario } from './scenario.ts';
import { ORDER_ITEMS, type OrderItem } from './sites/orderItems.ts';

const ITEM_NAMES: Readonly<Record<OrderItem, string>> = {
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

/** Every long-lead item ordered so much of its lead time earlier. */
export function earlierOrders(scenario: RolloutScenario, size: number): Relaxation[] {
  return orderedItems(scenario).flatMap((item) => {
    const now = scenario.construction.orderShift?.[item] ?? 0;
    const days = Math.round(size * leadTimeOf(scenario, item));
    if (days === 0) return [];
    return [
      {
        name: `order of ${ITEM_NAMES[item]}`,
        step: `${percent(size)} of its lead time earlier, ${days} days`,
        by: 'provider',
        settings: { [`construction.orderShift.${item}`]: `${now - days} days` },
      },
    ];
  });
}

/** Median days from order to delivery over the sites that order. */
function leadTimeOf({ construction, sites }: RolloutScenario, item: OrderItem): number {
  const { cooling, network, equipment, transformer } = construction;
  const all = sites.flatMap((site): number[] => {
    if (site.kind !== 'dedicated') return [];
    const { regime } = site.power;
    switch (item) {
      case 'transformers':
        return [median(transformer.regimes[regime].leadTime)];
      case 'cooling':
        return [
          Math.max(
            median(cooling.heatRejectionLeadTime.duration),
            median(cooling.coolantDistributionLeadTime.duration),
          ),
        ];
      case 'network':
        return [Math.max(median(network.switchLeadTime.duration), median(network.opticsLeadTime.duration))];
      case 'storage':
        return network.storageLeadTime === undefined ? [] : [median(network.storageLeadTime.duration)];
      default: {
        const order = equipment?.[item]?.[regime];
        return order === undefined ? [] : [median(order.leadTime.duration)];
      }
    }
  });
  return all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
}
