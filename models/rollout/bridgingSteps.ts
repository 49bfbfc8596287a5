import type { Relaxation } from '../../src/design/index.ts';
import { regimeOf } from './procurement/regime.ts';
import { step, whole, type Part } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';

const DAYS = { unit: 'days' };

/** Turbines, engines and what else stands in for the grid come sooner, and so does their air permit. */
export function bridgingSteps(scenario: RolloutScenario, size: number): Relaxation[] {
  const sites = scenario.sites.filter((site) => site.kind === 'dedicated');
  const sources = sites.flatMap((site) => (site.power.bridging ?? []).map((source) => ({ site, source })));
  const at = (site: DedicatedSite, name: string, key: string): string =>
    `sites.${site.name}.power.bridging.${name}.${key}`;
  const leadTimes = sources.map(({ site, source }): Part => {
    const regime = regimeOf(scenario, site, 'generators');
    if (regime === 'open') return [at(site, source.name, 'leadTime'), whole(source.leadTime), DAYS];
    const secured = scenario.construction.procurement?.generators?.[regime];
    return [`construction.procurement.generators.${regime}`, secured, DAYS];
  });
  const permits = sources.map(({ site, source }): Part => [
    at(site, source.name, 'permit'),
    whole(source.permit),
    DAYS,
  ]);
  return [
    ...step('lead time of bridging units', 'vendor', -size, leadTimes),
    ...step('air permit of bridging units', 'provider', -size, permits),
  ];
}
