import { dayNumber } from './calendars.ts';
import { isHeld, orderedItems } from './orderedItems.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import { firstOrderDay, orderShiftOf } from './sites/firstOrderDay.ts';
import type { OrderItem } from './sites/orderItems.ts';

/** Days by which orders of a site are placed later than it would place them; negative is earlier. */
export type OrderShifts = Partial<Record<OrderItem, number>>;

/**
 * What the orders of a changed site are to be shifted by, so that none lies in the past that did not: one that was
 * placed by the as-of date is placed no earlier, one that is to come on the as-of date at the earliest.
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
      // Whole days, as shifts are; a part of a day would leave it before the as-of date.
      const lacking = Math.ceil(least - firstOrderDay(scenario, changed, item));
      return lacking > 0 ? [[item, orderShiftOf(scenario, changed, item) + lacking]] : [];
    }),
  );
}
