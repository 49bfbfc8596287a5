import { ROUNDING } from '../rounding.ts';
import { quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import type { Refuse } from '../refuse.ts';
import type { RolloutScenario, Site } from '../scenario.ts';
import { checkFlows } from './flowChecks.ts';

// The upper end of a range is its P90.
const UPPER = 0.9;
const KILOWATTS_PER_MEGAWATT = 1000;

/** Refuses policies that can place or return nothing, and existing megawatts that no hall or two sources hold. */
export function checkCapacity(scenario: RolloutScenario, refuse: Refuse): void {
  checkPlacement(scenario, refuse);
  checkReturns(scenario, refuse);
  checkAdditions(scenario, refuse);
  checkHalls(scenario, refuse);
  checkFlows(scenario, refuse);
}

function checkPlacement({ policies, sites }: RolloutScenario, refuse: Refuse): void {
  const { placement, holdFor, longestCrewQueue } = policies;
  if (placement === 'hold' && holdFor === undefined && !sites.some(({ kind }) => kind === 'dedicated'))
    refuse(['policies', 'placement'], 'expected a dedicated site to hold racks for, got none');
  if (placement !== 'hold' && holdFor !== undefined)
    refuse(['policies', 'holdFor'], `expected placement hold, got ${placement}`);
  if (placement === 'balanced' && longestCrewQueue !== undefined)
    refuse(
      ['policies', 'longestCrewQueue'],
      'expected a placement other than balanced, which looks at nothing but crews',
    );
}

function checkReturns({ policies, sites, start }: RolloutScenario, refuse: Refuse): void {
  const seen = new Map<string, number>();
  (policies.returns ?? []).forEach(({ site: name, on, notice }, index) => {
    const path = ['policies', 'returns', index, 'site'];
    const site = sites.find((each) => each.name === name);
    if (site === undefined) refuse(path, `expected the name of a site, got "${name}"`);
    else if (site.kind === 'dedicated')
      refuse(path, `expected a site with existing halls, got the dedicated campus "${name}"`);
    else if (site.kind === 'reassigned' && dayNumber(start, on) - notice < site.over)
      refuse(
        path,
        `expected notice after the fleet has been handed over, on day ${site.over}, got before it`,
      );
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else refuse(path, `expected each site once, got "${name}" again`, ['policies', 'returns', first, 'site']);
  });
}

/** What is lent as it is built is a part of what the provider builds. */
function checkAdditions({ provider, sites }: RolloutScenario, refuse: Refuse): void {
  if (provider.additions === undefined) return;
  const { monthly, acceleratorPart, namedCampuses } = provider.additions;
  const free = monthly * acceleratorPart - namedCampuses;
  const lent = sites.reduce(
    (sum, site) =>
      // Another provider's halls are no part of what this one adds.
      sum +
      (site.kind === 'ready' && (site.provider ?? provider.name) === provider.name
        ? quantile(site.monthly, UPPER)
        : 0),
    0,
  );
  if (lent > free + ROUNDING)
    refuse(
      ['provider', 'additions'],
      `expected additions of at least the ${round(lent)} MW a month that ready sites take (P90), got ${round(free)} MW a month free of named campuses`,
    );
}

/** Each megawatt of a known hall belongs to one source. */
function checkHalls({ provider, sites, product }: RolloutScenario, refuse: Refuse): void {
  const { halls } = provider;
  if (halls === undefined) return;
  const known = new Map<string, number>();
  halls.forEach(({ power, source }, index) => {
    const site = sites.find((each) => each.name === source);
    if (site === undefined || site.kind === 'dedicated')
      refuse(
        ['provider', 'halls', index, 'source'],
        `expected the name of a site with existing halls, got "${source}"`,
      );
    known.set(source, (known.get(source) ?? 0) + power);
  });
  sites.forEach((site, index) => {
    const power = known.get(site.name);
    if (power === undefined) return;
    const most = mostMegawatts(site, quantile(product.facilityPower, UPPER));
    if (most > power + ROUNDING)
      refuse(
        ['sites', index],
        `expected at most the ${round(power)} MW of its halls, got up to ${round(most)} MW (P90)`,
      );
  });
}

function mostMegawatts(site: Site, kilowattsPerGpu: number): number {
  if (site.kind === 'ready') return Math.max(site.initial, quantile(site.ceiling, UPPER));
  if (site.kind === 'reassigned')
    return (quantile(site.gpus, UPPER) * kilowattsPerGpu) / KILOWATTS_PER_MEGAWATT;
  // The flow of a provider is no source of halls that are known one by one.
  return site.kind === 'flow' ? 0 : site.halls.reduce((sum, hall) => sum + hall.power, 0);
}

function round(megawatts: number): number {
  return Math.round(megawatts * 1000) / 1000;
}
