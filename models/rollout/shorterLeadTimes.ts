import type { Relaxation } from '../../src/design/index.ts';
import { listText } from '../../src/wording/index.ts';
import { ordersAhead } from './earlierOrders.ts';
import { isHeld, ITEM_NAMES, orderedItems } from './orderedItems.ts';
import { regimeOf } from './procurement/regime.ts';
import { step, whole, type Part } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import type { OrderItem } from './sites/orderItems.ts';

/** Goods whose lead times one step shortens: what goes into a substation is late together. */
const GROUPS: readonly (readonly OrderItem[])[] = [
  ['transformers', 'hvBreakers', 'mvSwitchgear', 'relays'],
  ['cooling'],
  ['network'],
  ['storage'],
];

/**
 * Long-lead goods that come in so much less time, where a site has placed its order of them by the as-of date. Where
 * all orders are still to come there is no such step: to order earlier brings the same.
 */
export function shorterLeadTimes(scenario: RolloutScenario, size: number): Relaxation[] {
  const ordered = orderedItems(scenario);
  return GROUPS.flatMap((group) => {
    const found = group
      .filter((item) => ordered.includes(item))
      .map((item) => ({ item, parts: partsOf(scenario, item) }))
      .filter(({ parts }) => parts.length > 0);
    const name = `lead time of ${listText(found.map(({ item }) => ITEM_NAMES[item]))}`;
    return step(
      name,
      'vendor',
      -size,
      found.flatMap(({ parts }) => parts),
    );
  });
}

function partsOf(scenario: RolloutScenario, item: OrderItem): Part[] {
  const ahead = ordersAhead(scenario, item).map(({ site }) => site);
  return scenario.sites.flatMap((site) => {
    if (site.kind !== 'dedicated' || ahead.includes(site) || isHeld(scenario, site, item)) return [];
    return leadTimes(scenario, site, item).filter(([, range]) => range !== undefined);
  });
}

const DAYS = { unit: 'days' };

/** What an item takes from its order at one site, under the regime it is bought under. */
function leadTimes(scenario: RolloutScenario, site: DedicatedSite, item: OrderItem): Part[] {
  const { cooling, network, equipment, transformer, procurement } = scenario.construction;
  const { regime } = site.power;
  /** The open lead times of goods whose slots are stated apart. */
  const secured = (of: 'cooling' | 'switches' | 'optics' | 'storage', open: readonly Part[]): Part[] => {
    const bought = regimeOf(scenario, site, of);
    if (bought === 'open') return [...open];
    return [[`construction.procurement.${of}.${bought}`, procurement?.[of]?.[bought], DAYS]];
  };
  switch (item) {
    case 'transformers':
      // What stands with an order counts, and not the regime; an order that is placed has begun.
      if (site.power.orders !== undefined) return [];
      return [
        [`construction.transformer.regimes.${regime}.leadTime`, transformer.regimes[regime].leadTime, DAYS],
      ];
    case 'cooling': {
      const { heatRejectionLeadTime, coolantDistributionLeadTime, fanWallLeadTime } = cooling;
      const all = { heatRejectionLeadTime, coolantDistributionLeadTime, fanWallLeadTime };
      return secured(
        'cooling',
        Object.entries(all).map(([key, stage]) => [`construction.cooling.${key}`, whole(stage), DAYS]),
      );
    }
    case 'network':
      return [
        ...secured('switches', [
          ['construction.network.switchLeadTime', whole(network.switchLeadTime), DAYS],
        ]),
        ...secured('optics', [['construction.network.opticsLeadTime', whole(network.opticsLeadTime), DAYS]]),
      ];
    case 'storage':
      return secured('storage', [
        ['construction.network.storageLeadTime', whole(network.storageLeadTime), DAYS],
      ]);
    default: {
      const bought = regimeOf(scenario, site, item);
      const stage = equipment?.[item]?.[bought].leadTime;
      return [[`construction.equipment.${item}.${bought}.leadTime`, whole(stage), DAYS]];
    }
  }
}
