import type { Relaxation } from '../../src/design/index.ts';
import { ordersAhead } from './earlierOrders.ts';
import { orderedItems } from './orderedItems.ts';
import { regimeOf } from './procurement/regime.ts';
import { step, whole, type Part } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import type { OrderItem } from './sites/orderItems.ts';

const GOODS: readonly (readonly [name: string, items: readonly OrderItem[]])[] = [
  ['lead time of transformers and switchgear', ['transformers', 'hvBreakers', 'mvSwitchgear', 'relays']],
  ['lead time of cooling plant', ['cooling']],
  ['lead time of switches and optics', ['network']],
  ['lead time of storage', ['storage']],
];

/**
 * Long-lead goods that come in so much less time, where no site has an order of them still to place: where one has,
 * the step is to order earlier, which brings the same.
 */
export function shorterLeadTimes(scenario: RolloutScenario, size: number): Relaxation[] {
  const items = new Set(orderedItems(scenario).filter((item) => ordersAhead(scenario, item).length === 0));
  const sites = scenario.sites.filter((site) => site.kind === 'dedicated');
  return GOODS.flatMap(([name, goods]) => {
    const parts = goods
      .filter((item) => items.has(item))
      .flatMap((item) => sites.flatMap((site) => leadTimes(scenario, site, item)));
    return step(name, 'vendor', -size, parts);
  });
}

const DAYS = { unit: 'days' };

/** What an item takes from its order at one site, under the regime it is bought under; nothing for what is held. */
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
