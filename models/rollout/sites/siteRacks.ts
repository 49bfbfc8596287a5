import { quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import { flowSteps } from '../capacity/flowSteps.ts';
import { positionsFor } from '../capacity/positions.ts';
import { hallLoad } from '../cooling/heat.ts';
import type { RolloutScenario, Site } from '../scenario.ts';
import { planOf } from './planOf.ts';

/**
 * Racks that a site holds when all of it is there.
 *
 * @param level where in their ranges the sizes of existing halls lie (`hall`) and the power of a rack (`rack`), each
 *   from 0 to 1
 */
export function siteRacks(
  { product, construction, deployment, start, horizon }: RolloutScenario,
  site: Site,
  level: { readonly hall: number; readonly rack: number },
): number {
  const kilowattsPerRack = quantile(product.facilityPower, level.rack) * product.gpusPerRack;
  const { podRacks } = deployment;
  const racksIn = (megawatts: number): number => positionsFor({ megawatts, kilowattsPerRack, podRacks });
  switch (site.kind) {
    case 'reassigned':
      return Math.floor(quantile(site.gpus, level.hall) / product.gpusPerRack);
    case 'ready':
      return racksIn(Math.max(site.initial, quantile(site.ceiling, level.hall)));
    case 'retrofit':
      return site.halls.reduce((sum, { power }) => sum + racksIn(power), 0);
    case 'flow': {
      const dayOf = (isoDate: string): number => dayNumber(start, isoDate);
      const steps = flowSteps(site, { level: level.hall, until: dayOf(horizon), dayOf });
      return racksIn(steps.at(-1)!.megawatts);
    }
    case 'dedicated':
      return site.halls.reduce(
        (sum, hall) =>
          sum +
          hallLoad(hall, {
            plant: planOf(construction.cooling, site.cooling, hall.cooling).plant,
            kilowattsPerRack,
            referencePue: construction.referencePue,
            rackKilowatts: product.rackPower && quantile(product.rackPower, level.rack),
            podRacks,
          }).positions,
        0,
      );
  }
}
