import type { FlowSite } from '../capacity/flowSite.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Name of the site that the flow of a provider becomes. */
export function flowSiteName(provider: string): string {
  return `${provider} halls`;
}

/** The scenario with a site for the flow of each provider that has one, behind the sites it lists. */
export function withFlowSites(scenario: RolloutScenario): RolloutScenario {
  const { provider, providers = [], sites } = scenario;
  const flows = [provider, ...providers].flatMap(({ name, flow }): FlowSite[] =>
    flow === undefined || sites.some((site) => site.name === flowSiteName(name))
      ? []
      : [{ ...flow, kind: 'flow', name: flowSiteName(name), provider: name }],
  );
  return flows.length === 0 ? scenario : { ...scenario, sites: [...sites, ...flows] };
}
