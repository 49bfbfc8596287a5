import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { sharedDays, type World } from '../world.ts';

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
  const prepared = simulation.signal(`${site.name} prepared`);
  const sitePlan = planOf(world.scenario.construction.building, site.building);
  simulation.process(
    `${site.name} site preparation`,
    function* () {
      const days = sharedDays(draws, sitePlan.sitePreparation, driver, 0) * world.inputs.pace;
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
        const shell = sharedDays(draws, plan.shell, driver, 2 * index + 1) * world.inputs.pace;
        const fitOut = sharedDays(draws, plan.fitOut, driver, 2 * index + 2) * world.inputs.pace;
        const shellFirst = shell * (1 - plan.overlap);
        if (shellFirst > 0) yield world.activity('shell').lasting(shellFirst);
        shellReady.fire();
        const rest = Math.max(fitOut, shell - shellFirst);
        if (rest > 0) yield world.activity(fitOut >= shell - shellFirst ? 'fit-out' : 'shell').lasting(rest);
        buildingDone.fire();
      },
      { entity: options.hallEntity(hall) },
    );
    return { shellReady, buildingDone };
  });
}
