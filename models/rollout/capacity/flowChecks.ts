import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { flowSiteName } from '../sites/flowSites.ts';

/** Refuses flows that say twice or not at all how racks are installed, and a first provider without any hall. */
export function checkFlows(scenario: RolloutScenario, refuse: Refuse): void {
  const { provider, providers = [], sites, horizon } = scenario;
  const owners = [
    { ...provider, path: ['provider'] as Path },
    ...providers.map((own, index) => ({ ...own, path: ['providers', index] as Path })),
  ];
  owners.forEach(({ name, flow, path }) => {
    if (flow === undefined) return;
    const { installTime, crews, from } = flow;
    if ((installTime === undefined) === (crews === undefined))
      refuse(
        [...path, 'flow'],
        `expected either installTime or crews, got ${crews === undefined ? 'neither' : 'both'}`,
      );
    if (from >= horizon)
      refuse([...path, 'flow', 'from'], `expected a date before the horizon ${horizon}, got ${from}`);
    const taken = sites.findIndex((site) => site.name === flowSiteName(name));
    if (taken >= 0)
      refuse(
        ['sites', taken, 'name'],
        `expected another name than "${flowSiteName(name)}", which is that of the provider's flow`,
      );
  });
  const isHoused = sites.some((site) => (site.provider ?? provider.name) === provider.name);
  if (!isHoused && provider.flow === undefined)
    refuse(['sites'], `expected a site of ${provider.name} or a flow of it, got neither`);
}
