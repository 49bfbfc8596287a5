import { dayNumber } from './calendars.ts';
import { isHeld, orderedItems } from './orderedItems.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import { firstOrderDay, orderShiftOf } from './sites/firstOrderDay.ts';
import type { OrderItem } from './sites/orderItems.ts';

/** Orders of a site that are placed so many days later or, where negative, earlier than it would place them. */
export type OrderShifts = Partial<Record<OrderItem, number>>;

/**
 * What the orders of a changed site are to be shifted by, so that none lies in the past that did not: one that was
 * placed by the as-of date stays on its day, one that is to come is placed on the as-of date at the earliest.
 */
export function keptOrders(
  scenario: RolloutScenario,
  usual: DedicatedSite,
  changed: DedicatedSite,
): OrderShifts {
  const today = dayNumber(scenario.start, scenario.asOf);
  return Object.fromEntries(
    orderedItems(scenario).flatMap((item): [OrderItem, number][] => {
      if (isHeld(scenario, changed, item)) return [];
      const least = Math.min(firstOrderDay(scenario, usual, item), today);
      const lacking = Math.ceil(least - firstOrderDay(scenario, changed, item));
      return lacking > 0 ? [[item, orderShiftOf(scenario, changed, item) + lacking]] : [];
    }),
  );
}
