import type { DedicatedSite } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/**
 * Days from order to delivery of one unit: the regime's lead time, and the slip when the delivery is late.
 *
 * An order known one by one carries its own duration and dates, and is not late on top of them. The lead time belongs to the order of that site and unit, and moves with all orders of its class of vendors.
 */
export function transformerDays(
  world: World,
  site: DedicatedSite,
  index: number,
): { leadTime: number; late: number } {
  const { transformer } = world.scenario.construction;
  const { power } = site;
  const regime = transformer.regimes[power.regime];
  const driver = {
    normal: world.drivers.vendor('transformer'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const order = power.orders?.[index];
  const draws = world.streams.open('transformer', site.name, 'lead time');
  const leadTime = stageDays(world, order ?? { duration: regime.leadTime }, { draws, serial: index, driver });
  if (order !== undefined) return { leadTime, late: 0 };
  const delivery = world.streams.open('transformer', site.name, 'late delivery');
  // Unknown but one value a replication: the vendors' habit, not the luck of one delivery.
  const probability = world.streams
    .open('transformer', 'all vendors', 'late probability')
    .draw(regime.lateProbability);
  const late = delivery.chance(probability, index, 0)
    ? Math.max(0, delivery.draw(transformer.late, index, 1))
    : 0;
  return { leadTime, late };
}
