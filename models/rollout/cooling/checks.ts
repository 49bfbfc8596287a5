import { quantile } from '../../../src/random/index.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { DedicatedSite, Hall, RetrofitSite, RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { hallLoad, REFERENCE_PUE } from './heat.ts';

/**
 * Refuses plants that contradict themselves, halls that no rack can ever use, and retrofits that displace what is not
 * there.
 */
export function checkCooling(scenario: RolloutScenario, refuse: Refuse): void {
  scenario.sites.forEach((site, index) => {
    const path = ['sites', index];
    if (site.kind === 'ready') checkLimit(scenario, site.rackLimit, [...path, 'rackLimit'], refuse);
    if (site.kind === 'retrofit') checkRetrofits(site, path, refuse);
    if (site.kind !== 'dedicated') return;
    site.halls.forEach((hall, number) => {
      const own = [...path, 'halls', number];
      checkLimit(scenario, hall.rackLimit, [...own, 'rackLimit'], refuse);
      checkPlant(scenario, site, hall, own, refuse);
    });
  });
}

// The least that a draw can be, but for one in a thousand.
const LEAST = 0.001;

function checkLimit(
  { product, construction }: RolloutScenario,
  limit: number | undefined,
  path: Path,
  refuse: Refuse,
): void {
  if (limit === undefined) return;
  const { referencePue = REFERENCE_PUE } = construction;
  const least =
    product.rackPower === undefined
      ? (quantile(product.facilityPower, LEAST) * product.gpusPerRack) / referencePue
      : quantile(product.rackPower, LEAST);
  if (least > limit)
    refuse(
      path,
      `expected a limit of at least ${Math.round(least)} kW/rack, the least a rack of ${product.name} draws, got ${limit}: no rack could be placed there`,
    );
}

function checkPlant(
  { construction, product, deployment }: RolloutScenario,
  site: DedicatedSite,
  hall: Hall,
  path: Path,
  refuse: Refuse,
): void {
  const { plant, waterPermit } = planOf(construction.cooling, site.cooling, hall.cooling);
  const { positions } = hallLoad(
    { power: hall.power },
    {
      plant,
      kilowattsPerRack: quantile(product.facilityPower, LEAST) * product.gpusPerRack,
      referencePue: construction.referencePue,
      podRacks: deployment.podRacks,
    },
  );
  if (positions === 0)
    refuse(
      path,
      `expected power and cooling for one pod of ${deployment.podRacks} racks, got ${hall.power} MW: no rack could be placed there`,
    );
  if (plant === undefined) return;
  if (plant.annualPue > plant.peakPue)
    refuse(path, `expected an annual PUE up to the peak of ${plant.peakPue}, got ${plant.annualPue}`);
  const evaporates = plant.kind === 'evaporative-towers';
  if (evaporates && waterPermit === undefined)
    refuse(path, 'expected a waterPermit for evaporative-towers, got none');
  if (!evaporates && waterPermit !== undefined)
    refuse(path, `expected no waterPermit for ${plant.kind}, which evaporate nothing, got one`);
}

function checkRetrofits({ halls }: RetrofitSite, path: Path, refuse: Refuse): void {
  halls.forEach(({ method, power, displaced }, index) => {
    const own = [...path, 'halls', index, 'displaced'];
    const { power: lost, gpus } = displaced;
    if (lost !== undefined && lost > power)
      refuse(own, `expected at most the hall's ${power} MW, got ${lost} MW`);
    if (method === 'full-liquid' && gpus === undefined && lost !== power)
      refuse(
        own,
        `expected all ${power} MW of the hall, which a full liquid loop takes out of service, got ${lost ?? 0} MW`,
      );
  });
}
