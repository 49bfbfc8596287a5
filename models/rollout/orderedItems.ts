import { regimeOf } from './procurement/regime.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
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

/** Whether a site has an item in store, and so no order to place. */
export function isHeld(scenario: RolloutScenario, site: DedicatedSite, item: OrderItem): boolean {
  if (item === 'transformers') return site.power.regime === 'held' && site.power.orders === undefined;
  const classes = item === 'network' ? (['switches', 'optics'] as const) : [item];
  return classes.every((of) => regimeOf(scenario, site, of) === 'held');
}
