import { MONTH_DAYS } from '../../../src/kernel/lengths.ts';
import { constant, quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import { placeOf, providerTerms } from '../market/terms.ts';
import type { ReadySite, RolloutScenario, Site } from '../scenario.ts';
import { earliestReady } from '../sites/earliestReady.ts';
import { siteRacks } from '../sites/siteRacks.ts';

// Most is ready at the high end of a range, and a rack draws least at the low one.
const LOW = 0.1;
const HIGH = 0.9;

/** Most racks of the first product that the sites and the flow of a provider can hold by the horizon. */
export function mostRacksByHorizon(scenario: RolloutScenario, provider: number): number {
  const owners = providerTerms(scenario).map(({ name }) => name);
  return scenario.sites
    .filter((site) => placeOf(owners, site.provider) === provider)
    .reduce((sum, site) => sum + mostRacks(scenario, site, provider), 0);
}

function mostRacks(scenario: RolloutScenario, site: Site, provider: number): number {
  const lasts = dayNumber(scenario.start, scenario.horizon);
  if (earliestReady(builtBy(scenario, provider), site) > lasts) return 0;
  const held = site.kind === 'ready' ? grownBy(scenario, site) : site;
  return siteRacks(scenario, held, { hall: HIGH, rack: LOW });
}

/** Existing halls as they are at the horizon, which may come before all of them is there. */
function grownBy({ start, horizon }: RolloutScenario, site: ReadySite): ReadySite {
  const months = Math.ceil(Math.max(0, dayNumber(start, horizon) - dayNumber(start, site.from)) / MONTH_DAYS);
  const grown = site.initial + months * quantile(site.monthly, HIGH);
  return { ...site, ceiling: constant(Math.min(quantile(site.ceiling, HIGH), grown)) };
}

/** The scenario as one who builds at the pace of another provider sees it. */
function builtBy(scenario: RolloutScenario, provider: number): RolloutScenario {
  const owner = scenario.providers?.[provider - 1];
  if (owner === undefined) return scenario;
  return { ...scenario, provider: { ...scenario.provider, pace: owner.pace, tempo: owner.tempo } };
}
