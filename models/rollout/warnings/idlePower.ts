import { median, quantile } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { positionsFor } from '../capacity/positions.ts';
import { hallLoad } from '../cooling/heat.ts';
import { firmMegawatts } from '../power/firm.ts';
import type { Path } from '../refuse.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';

/** A hall is laid out in whole pods: less than this part of it empty is what pods leave. */
const LEFT_BY_PODS = 0.2;

/**
 * Warns of megawatts without positions, and positions without megawatts: units and halls that feed nothing, cuts that
 * stay.
 */
export function warnOfIdlePower(scenario: RolloutScenario): Warning[] {
  return scenario.sites.flatMap((site, index) => {
    const path = ['sites', index];
    if (site.kind === 'dedicated')
      return [...spareUnits(site, path), ...lastingCuts(site, path), ...emptyHalls(scenario, site, path)];
    if (site.kind !== 'retrofit') return [];
    const kilowattsPerRack = median(scenario.product.facilityPower) * scenario.product.gpusPerRack;
    const { podRacks } = scenario.deployment;
    return site.halls.flatMap(({ power }, number) =>
      emptyPart(scenario, {
        power,
        filled: (positionsFor({ megawatts: power, kilowattsPerRack, podRacks }) * kilowattsPerRack) / 1000,
        path: [...path, 'halls', number, 'power'],
      }),
    );
  });
}

/** Whole transformers beyond what the halls take. */
function spareUnits({ power, halls }: DedicatedSite, path: Path): Warning[] {
  const needed = megawattsOf(halls);
  let units = power.units;
  while (units > 0 && firmMegawatts(power, units - 1) >= needed - 1e-9) units--;
  if (units === power.units) return [];
  const message = `${round(firmMegawatts(power, power.units))} MW at full build, and the halls take ${round(needed)} MW: ${units} of the ${power.units} units carry them, and nothing fills the rest`;
  return [
    {
      path: [...path, 'power', 'units'],
      because: [
        [...path, 'halls'],
        ...['unitRating', 'powerFactor', 'energize'].map((key) => [...path, 'power', key]),
      ],
      message,
    },
  ];
}

/** Cuts for good below what the halls take. */
function lastingCuts({ power, halls }: DedicatedSite, path: Path): Warning[] {
  const needed = megawattsOf(halls);
  return (power.downgrades ?? []).flatMap(({ from, to, power: left, probability }, index) => {
    const isSure = probability === undefined || quantile(probability, 0.001) >= 1;
    if (to !== undefined || !isSure || left >= needed) return [];
    const message = `the grid gives ${round(left)} MW from ${from} on, and the halls take ${round(needed)} MW: positions of ${round(needed - left)} MW have no power then`;
    return [
      { path: [...path, 'power', 'downgrades', index, 'power'], because: [[...path, 'halls']], message },
    ];
  });
}

/** Halls of which the pods, or the heat that is carried away, leave much empty. */
function emptyHalls(scenario: RolloutScenario, site: DedicatedSite, path: Path): Warning[] {
  const { product, construction, deployment } = scenario;
  return site.halls.flatMap((hall, index) => {
    const { positions, peakKilowatts } = hallLoad(hall, {
      plant: planOf(construction.cooling, site.cooling, hall.cooling).plant,
      kilowattsPerRack: median(product.facilityPower) * product.gpusPerRack,
      referencePue: construction.referencePue,
      rackKilowatts: product.rackPower && median(product.rackPower),
      podRacks: deployment.podRacks,
    });
    const filled = (positions * peakKilowatts) / 1000;
    return emptyPart(scenario, { power: hall.power, filled, path: [...path, 'halls', index, 'power'] });
  });
}

function emptyPart(
  { deployment }: RolloutScenario,
  { power, filled, path }: { power: number; filled: number; path: Path },
): Warning[] {
  if (!(power > 0) || filled >= power * (1 - LEFT_BY_PODS)) return [];
  return [
    {
      path,
      because: [
        ['deployment', 'podRacks'],
        ...['facilityPower', 'gpusPerRack'].map((key) => ['product', key]),
        [...path.slice(0, -1), 'cooling'],
        [...path.slice(0, -1), 'rackLimit'],
        [...path.slice(0, -3), 'cooling'],
        ['construction', 'cooling', 'plant'],
      ],
      message: `a hall of ${round(power)} MW, and whole pods of ${deployment.podRacks} racks with their cooling take ${round(filled)} MW of it: nothing fills the rest`,
    },
  ];
}

function megawattsOf(halls: DedicatedSite['halls']): number {
  return halls.reduce((sum, hall) => sum + hall.power, 0);
}

function round(megawatts: number): number {
  return Math.round(megawatts * 10) / 10;
}
