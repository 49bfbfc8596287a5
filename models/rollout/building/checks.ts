import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import type { Path, Refuse } from '../refuse.ts';
import { planOf } from '../sites/planOf.ts';

/** Refuses halls of a kind without stages, regions that are not there, and fit-outs that no trade pool can ever man. */
export function checkBuilding(scenario: RolloutScenario, refuse: Refuse): void {
  scenario.sites.forEach((site, index) => {
    if (site.kind !== 'dedicated') return;
    const path = ['sites', index];
    checkRegion(scenario, site, path, refuse);
    checkHalls(scenario, site, path, refuse);
  });
}

function checkRegion(
  { construction }: RolloutScenario,
  { region }: DedicatedSite,
  path: Path,
  refuse: Refuse,
): void {
  if (region === undefined || construction.regions?.some(({ name }) => name === region)) return;
  const names = construction.regions?.map(({ name }) => name).join(', ') ?? '';
  refuse([...path, 'region'], `expected one of construction.regions (${names}), got "${region}"`);
}

function checkHalls(
  { construction }: RolloutScenario,
  site: DedicatedSite,
  path: Path,
  refuse: Refuse,
): void {
  const region = construction.regions?.find(({ name }) => name === site.region);
  const crews = Math.min(site.trades ?? Infinity, region?.trades ?? Infinity);
  site.halls.forEach((hall, index) => {
    const own = [...path, 'halls', index];
    const { kind = 'new-build' } = hall;
    if (kind !== 'new-build' && construction.buildingKinds?.[kind] === undefined)
      refuse(
        [...own, 'kind'],
        `expected construction.buildingKinds.${kind} for a hall of this kind, got none`,
      );
    const { fitOutCrews = 1 } = planOf(construction.building, site.building, hall.building);
    if (fitOutCrews > crews)
      refuse(
        own,
        `expected a fit-out of at most ${crews} crews, all there are, got ${fitOutCrews}: it could never start`,
      );
  });
}
