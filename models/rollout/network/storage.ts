import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { shiftedOrder } from '../sites/orderShift.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import type { NetworkStages } from './schema.ts';

/** Orders a hall's storage cluster and installs it once the shell can take it, where the scenario has one. */
export function startStorage(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: { plan: NetworkStages; index: number; entity: number; orderDay: number; shellReady: Signal },
): Signal | undefined {
  const { simulation, streams } = world;
  const { plan, index, entity, orderDay, shellReady } = options;
  const { storageLeadTime, storageInstallation } = plan;
  if (storageLeadTime === undefined && storageInstallation === undefined) return undefined;
  const draws = streams.open('network', site.name, 'storage');
  const arrived = simulation.signal(`${site.name} ${hall.name} storage arrives`);
  const done = simulation.signal(`${site.name} ${hall.name} storage done`);
  simulation.process(
    `${site.name} ${hall.name} storage order`,
    function* () {
      const driver = {
        normal: world.drivers.vendor('storage'),
        correlation: world.drivers.correlations.vendorClass,
      };
      const { heldDays, leadTimeDays: days } = shiftedOrder(world, site, {
        item: 'storage',
        leadTimeDays:
          storageLeadTime === undefined
            ? 0
            : stageDays(world, storageLeadTime, { draws, serial: 2 * index, driver }),
        stages: storageLeadTime === undefined ? [] : [storageLeadTime],
      });
      if (heldDays > 0) yield world.activity('network order held').lasting(heldDays);
      if (days > 0) yield world.activity('storage lead time').lasting(days);
      arrived.fire();
    },
    { entity, delay: orderDay - simulation.now, delayLabel: world.label('planned start') },
  );
  simulation.process(
    `${site.name} ${hall.name} storage`,
    function* () {
      yield* simulation.allOf([arrived.wait(), shellReady.wait()]);
      const days =
        storageInstallation === undefined
          ? 0
          : stageDays(world, storageInstallation, { draws, serial: 2 * index + 1 });
      if (days > 0) yield world.activity('storage installation').lasting(days);
      done.fire();
    },
    { entity },
  );
  return done;
}
