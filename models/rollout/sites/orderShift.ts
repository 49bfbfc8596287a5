import type { Stage } from '../../../src/scenario/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';
import { orderShiftOf } from './firstOrderDay.ts';
import type { OrderItem } from './orderItems.ts';

/**
 * Days from the usual day of an order to the delivery, when the order is placed so much later or, where negative,
 * earlier.
 *
 * An owner that orders ahead places the order so much earlier again. What was ordered by the as-of date, and so
 * carries a date of its own, cannot be ordered at another time. An item that was ordered earlier than it takes is
 * there on the usual day of its order.
 *
 * @returns the days that pass before the order, and those of the lead time that are left after the usual day.
 */
export function shiftedOrder(
  world: World,
  site: DedicatedSite,
  { item, leadTimeDays, stages }: { item: OrderItem; leadTimeDays: number; stages: readonly Stage[] },
): { heldDays: number; leadTimeDays: number } {
  const shift = orderShiftOf(world.scenario, site, item) - world.practice.orderAheadDays;
  const isPlaced = stages.some(({ started, finished }) => started !== undefined || finished !== undefined);
  // What takes no time is in store already: there is no order to move.
  if (shift === 0 || leadTimeDays === 0 || isPlaced) return { heldDays: 0, leadTimeDays };
  return { heldDays: Math.max(0, shift), leadTimeDays: Math.max(0, leadTimeDays + Math.min(0, shift)) };
}
