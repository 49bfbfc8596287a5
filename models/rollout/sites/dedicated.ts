import type { Resource } from '../../../src/kernel/index.ts';
import { startBuilding } from '../building/shells.ts';
import type { ReadinessForecast } from '../capacity/forecast.ts';
import { positionsFor } from '../capacity/positions.ts';
import { startCooling } from '../cooling/plant.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { openPositions } from '../deployment/matching.ts';
import type { SiteState } from '../deployment/site.ts';
import { startNetwork } from '../network/plant.ts';
import { startSubstation } from '../power/substation.ts';
import { startReadiness } from '../readiness/hall.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';

/** Builds a dedicated campus: its substation, and hall by hall its building, cooling, network and commissioning. */
export function startDedicatedSite(
  { deployment, forecast, kilowattsPerRack, teams }: DedicatedContext,
  site: DedicatedSite,
  state: SiteState,
): void {
  const { world } = deployment;
  const { simulation } = world;
  const startDay = world.dayOf(site.start);
  const entities = new Map(
    site.halls.map((hall) => [hall.name, simulation.entity(`${site.name} ${hall.name}`)] as const),
  );
  const hallEntity = (hall: Hall): number => entities.get(hall.name)!;
  const powered = site.halls.map((hall) => simulation.signal(`${site.name} ${hall.name} powered`));

  let energized = 0;
  let poweredHalls = 0;
  startSubstation(world, site, {
    entity: state.entity,
    startDay: startDay - site.power.leadBeforeClearing,
    energized: (megawatts) => {
      if (megawatts <= energized) return;
      deployment.tally.energized(state, simulation.now, megawatts - energized);
      energized = megawatts;
      while (
        poweredHalls < site.halls.length &&
        megawattsOfHalls(site.halls, poweredHalls + 1) <= energized + ROUNDING
      )
        powered[poweredHalls++]!.fire();
    },
  });

  const buildings = startBuilding(world, site, { entity: state.entity, hallEntity, startDay });
  site.halls.forEach((hall, index) => {
    const { shellReady, buildingDone } = buildings[index]!;
    const entity = hallEntity(hall);
    const orders = { index, entity, orderDay: startDay + hall.startsAfter, shellReady };
    const positions = positionsFor({
      megawatts: hall.power,
      kilowattsPerRack,
      podRacks: world.scenario.deployment.podRacks,
    });
    startReadiness(world, site, hall, {
      index,
      entity,
      teams,
      signals: {
        power: powered[index]!,
        building: buildingDone,
        cooling: startCooling(world, site, hall, orders),
        network: startNetwork(world, site, hall, orders),
      },
      forecast: (readyDay) => forecast.expect(readyDay, positions),
      ready: (readiness) =>
        openPositions(deployment, state, {
          count: positions,
          taken: 0,
          readyAt: simulation.now,
          ...readiness,
        }),
    });
  });
}

export interface DedicatedContext {
  readonly deployment: Deployment;
  readonly forecast: ReadinessForecast;
  readonly kilowattsPerRack: number;
  /** The provider's commissioning teams. */
  readonly teams: Resource;
}

// Megawatts: far below a rack, far above the rounding error of a sum.
const ROUNDING = 1e-6;

function megawattsOfHalls(halls: readonly Hall[], count: number): number {
  return halls.slice(0, count).reduce((sum, hall) => sum + hall.power, 0);
}
