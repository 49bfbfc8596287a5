import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** Orders a hall's switches and optics and installs them, with the trunk fibre, once the shell can take them. */
export function startNetwork(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: { index: number; entity: number; orderDay: number; shellReady: Signal },
): Signal {
  const { simulation, streams } = world;
  const plan = planOf(world.scenario.construction.network, site.network, hall.network);
  const done = simulation.signal(`${site.name} ${hall.name} network done`);
  const arrived = simulation.signal(`${site.name} ${hall.name} switches arrive`);
  const draws = streams.open('network', site.name, 'plant');
  const driver = {
    normal: world.drivers.vendor('network'),
    correlation: world.drivers.correlations.vendorClass,
  };
  simulation.process(
    `${site.name} ${hall.name} network order`,
    function* () {
      const serial = options.index * ITEMS;
      const leadTime = Math.max(
        stageDays(world, plan.switchLeadTime, { draws, serial: serial, driver }),
        stageDays(world, plan.opticsLeadTime, { draws, serial: serial + 1, driver }),
      );
      if (leadTime > 0) yield world.activity('network lead time').lasting(leadTime);
      arrived.fire();
    },
    { entity: options.entity, delay: options.orderDay - simulation.now },
  );
  simulation.process(
    `${site.name} ${hall.name} network`,
    function* () {
      yield* simulation.allOf([arrived.wait(), options.shellReady.wait()]);
      const days = stageDays(world, plan.installation, { draws, serial: options.index * ITEMS + 2 });
      if (days > 0) yield world.activity('network installation').lasting(days);
      done.fire();
    },
    { entity: options.entity },
  );
  return done;
}

// Draws a hall: switches, optics, installation.
const ITEMS = 3;
