import { constant, quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import type { BridgingSource } from '../power/schema.ts';
import { regimeOf } from '../procurement/regime.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { siteEnds } from './stageEnds.ts';

const NONE = constant(0);

/**
 * First day, counted from the start, on which the bridging sources of a site carry so many megawatts, each source at a
 * place in its ranges; infinite where they never do.
 *
 * @param options.completeDay when a hall first stands complete without power: some sources are ordered by that
 */
export function bridgedDay(
  scenario: RolloutScenario,
  site: DedicatedSite,
  options: { megawatts: number; completeDay: number; level: number },
): number {
  const sources = (site.power.bridging ?? [])
    .map((source) => ({ power: source.power, day: runsFrom(scenario, site, source, options) }))
    .sort((a, b) => a.day - b.day);
  let carried = 0;
  return sources.find(({ power }) => (carried += power) >= options.megawatts)?.day ?? Infinity;
}

/** Day on which a source runs: delivered, and with its permit where no exemption lets it run before. */
function runsFrom(
  scenario: RolloutScenario,
  site: DedicatedSite,
  { leadTime, permit, exemption, trigger }: BridgingSource,
  { completeDay, level }: { completeDay: number; level: number },
): number {
  const { others } = siteEnds(scenario, site, level);
  const ordered =
    trigger.kind === 'date' ? dayNumber(scenario.start, trigger.on) : completeDay + trigger.after;
  const regime = regimeOf(scenario, site, 'generators');
  const secured = scenario.construction.procurement?.generators;
  const delivered = others(regime === 'open' ? leadTime : { duration: secured?.[regime] ?? NONE }, ordered);
  const isExempt = exemption !== undefined && quantile(exemption, 1 - level) > 0;
  return isExempt ? delivered : Math.max(delivered, others(permit, ordered));
}
