import type { DedicatedSite } from '../scenario.ts';
import { sharedDays, type World } from '../world.ts';

/**
 * Days from order to delivery of one unit: the regime's lead time, and the slip when the delivery is late.
 *
 * The lead time belongs to the order of that site and unit, and moves with all orders of its class of vendors.
 */
export function transformerDays(
  world: World,
  site: DedicatedSite,
  index: number,
): { leadTime: number; late: number } {
  const { transformer } = world.scenario.construction;
  const { power } = site;
  const fixed = power.unitLeadTimes?.[index];
  if (fixed !== undefined) return { leadTime: fixed, late: 0 };
  const regime = transformer.regimes[power.regime];
  const driver = {
    normal: world.drivers.vendor('transformer'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const leadTime = sharedDays(
    world.streams.open('transformer', site.name, 'lead time'),
    regime.leadTime,
    driver,
    index,
  );
  const delivery = world.streams.open('transformer', site.name, 'late delivery');
  const late = delivery.chance(regime.lateProbability, index, 0)
    ? Math.max(0, delivery.draw(transformer.late, index, 1))
    : 0;
  return { leadTime, late };
}
