import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** The building events of one hall that other trades wait for. */
export interface HallBuilding {
  /** The hall can take plant: site prepared and the shell far enough. */
  readonly shellReady: Signal;
  /** Shell and fit-out are complete. */
  readonly buildingDone: Signal;
}

/**
 * Prepares the site and builds its halls, each starting so many days after the one before.
 *
 * Fit-out starts when the overlapping part of the shell is all that is left of it.
 */
export function startBuilding(
  world: World,
  site: DedicatedSite,
  options: { entity: number; hallEntity: (hall: Hall) => number; startDay: number },
): HallBuilding[] {
  const { simulation, streams } = world;
  const draws = streams.open('building', site.name, 'trades');
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const { pace } = world.inputs;
  const prepared = simulation.signal(`${site.name} prepared`);
  const sitePlan = planOf(world.scenario.construction.building, site.building);
  simulation.process(
    `${site.name} site preparation`,
    function* () {
      const days = stageDays(world, sitePlan.sitePreparation, { draws, serial: 0, driver, pace });
      if (days > 0) yield world.activity('site preparation').lasting(days);
      prepared.fire();
    },
    { entity: options.entity, delay: options.startDay - simulation.now },
  );
  return site.halls.map((hall, index) => {
    const plan = planOf(sitePlan, hall.building);
    const shellReady = simulation.signal(`${site.name} ${hall.name} shell ready`);
    const buildingDone = simulation.signal(`${site.name} ${hall.name} building done`);
    simulation.process(
      `${site.name} ${hall.name} building`,
      function* () {
        yield* prepared.wait();
        if (hall.startsAfter > 0) yield world.activity('next hall starts').lasting(hall.startsAfter);
        const shell = stageDays(world, plan.shell, { draws, serial: 2 * index + 1, driver, pace });
        const shellFirst = shell * (1 - plan.overlap);
        if (shellFirst > 0) yield world.activity('shell').lasting(shellFirst);
        shellReady.fire();
        const fitOut = stageDays(world, plan.fitOut, { draws, serial: 2 * index + 2, driver, pace });
        const shellLeft = shell - shellFirst;
        const rest = Math.max(fitOut, shellLeft);
        if (rest > 0) yield world.activity(fitOut >= shellLeft ? 'fit-out' : 'shell').lasting(rest);
        buildingDone.fire();
      },
      { entity: options.hallEntity(hall) },
    );
    return { shellReady, buildingDone };
  });
}
