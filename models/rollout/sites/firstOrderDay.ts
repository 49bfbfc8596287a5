import { median } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { connectionDays } from './connectionDays.ts';
import type { OrderItem } from './orderItems.ts';
import { ownerOf } from './owner.ts';
import { planOf } from './planOf.ts';
import { siteEnds } from './stageEnds.ts';

const MIDDLE = 0.5;

/**
 * Median day, counted from the start of the run, on which a site places its first order of an item as the scenario has
 * it: where it is stated, the day that is stated. Negative before the start.
 */
export function firstOrderDay(scenario: RolloutScenario, site: DedicatedSite, item: OrderItem): number {
  const stated = site.power.orders?.flatMap(({ started = [] }) => started) ?? [];
  if (item === 'transformers' && stated.length > 0)
    return Math.min(...stated.map((date) => dayNumber(scenario.start, date)));
  return usualDay(scenario, site, item) + orderShiftOf(scenario, site, item) - orderAheadDays(scenario, site);
}

/** Median days by which the owner of a site orders ahead. */
export function orderAheadDays(scenario: RolloutScenario, site: DedicatedSite): number {
  const ahead = site.orderAhead ?? ownerOf(scenario, site).orderAhead;
  return ahead === undefined ? 0 : Math.max(0, median(ahead));
}

/** Days by which a scenario moves a site's orders of an item; negative is earlier. */
export function orderShiftOf(
  { construction }: Pick<RolloutScenario, 'construction'>,
  { orderShift }: Pick<DedicatedSite, 'orderShift'>,
  item: OrderItem,
): number {
  return orderShift?.[item] ?? construction.orderShift?.[item] ?? 0;
}

function usualDay(scenario: RolloutScenario, site: DedicatedSite, item: OrderItem): number {
  const cleared = dayNumber(scenario.start, site.start);
  if (item === 'cooling' || item === 'network' || item === 'storage')
    return cleared + Math.min(...site.halls.map(({ startsAfter }) => startsAfter));
  const { built } = siteEnds(scenario, site, MIDDLE);
  const stages = planOf(scenario.construction.substation, site.power.stages);
  const concept = built(stages.concept, cleared - site.power.leadBeforeClearing);
  switch (site.power.orderAt) {
    case 'agreement':
      return Math.max(concept, connectionDays(scenario, site, MIDDLE)?.agreed ?? -Infinity);
    case 'design':
      return built(stages.design, concept);
    default:
      return concept;
  }
}
