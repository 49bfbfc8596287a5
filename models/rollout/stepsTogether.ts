import type { Relaxation } from '../../src/design/index.ts';
import { keptOrders } from './keptOrders.ts';
import { daysSetting, settingDays } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';
import { orderShiftOf } from './sites/firstOrderDay.ts';
import { ORDER_ITEMS, type OrderItem } from './sites/orderItems.ts';

type Settings = Relaxation['settings'];

/**
 * What several of the steps of a scenario set when they are made at once. A site that begins earlier takes its orders
 * with it, and where these are moved too they are moved by both; none to before the as-of date.
 */
export function stepsTogether(scenario: RolloutScenario, steps: readonly Relaxation[]): Settings {
  const all: Record<string, Settings[string]> = Object.assign({}, ...steps.map(({ settings }) => settings));
  for (const site of scenario.sites) {
    if (site.kind !== 'dedicated') continue;
    // What keeps the orders of a site that begins earlier is worked out for all steps at once.
    const own = steps.map(({ settings }) => settings).filter((settings) => !isMoved(settings, site));
    const shifts = ORDER_ITEMS.flatMap((item): [OrderItem, number][] => {
      const usual = orderShiftOf(scenario, site, item);
      const moved = own.reduce((sum, settings) => {
        const stated = settingDays(settings[shiftPath(site, item)]);
        return stated === undefined ? sum : sum + stated - usual;
      }, 0);
      delete all[shiftPath(site, item)];
      return moved === 0 ? [] : [[item, usual + moved]];
    });
    const changed = movedSite(site, all, Object.fromEntries(shifts));
    const kept = { ...Object.fromEntries(shifts), ...keptOrders(scenario, site, changed) };
    for (const [item, days] of Object.entries(kept)) all[shiftPath(site, item)] = daysSetting(days);
  }
  return all;
}

/** The site as settings of the steps of this model have it. */
function movedSite(
  site: DedicatedSite,
  settings: Settings,
  shifts: DedicatedSite['orderShift'],
): DedicatedSite {
  const path = `sites.${site.name}`;
  const start = String(settings[`${path}.start`] ?? site.start);
  const leadBeforeClearing =
    settingDays(settings[`${path}.power.leadBeforeClearing`]) ?? site.power.leadBeforeClearing;
  return {
    ...site,
    start,
    power: { ...site.power, leadBeforeClearing },
    orderShift: { ...site.orderShift, ...shifts },
  };
}

function isMoved(settings: Settings, { name }: DedicatedSite): boolean {
  return `sites.${name}.start` in settings;
}

function shiftPath({ name }: DedicatedSite, item: string): string {
  return `sites.${name}.orderShift.${item}`;
}
