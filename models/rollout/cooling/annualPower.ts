import type { RolloutScenario, Site } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { REFERENCE_PUE } from './heat.ts';

/**
 * Power that a rack takes at a site over a year, relative to the facility power of its product: the annual PUE of the
 * plant over the PUE that the facility power assumes. Halls count by their power; one without a plant, and any hall
 * that exists, takes what the product says.
 *
 * @example annualPowerRatio(scenario, site) // 0.88 for a plant of 1.15 over the year and a reference of 1.3
 */
export function annualPowerRatio(
  { construction }: Pick<RolloutScenario, 'construction'>,
  site: Site,
): number {
  if (site.kind !== 'dedicated') return 1;
  const { referencePue = REFERENCE_PUE } = construction;
  const megawatts = site.halls.reduce((sum, { power }) => sum + power, 0);
  return site.halls.reduce((sum, hall) => {
    const { plant } = planOf(construction.cooling, site.cooling, hall.cooling);
    return sum + ((plant === undefined ? 1 : plant.annualPue / referencePue) * hall.power) / megawatts;
  }, 0);
}
