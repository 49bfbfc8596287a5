import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/**
 * Orders a hall's cooling plant and installs it once it is there and the shell can take it.
 *
 * The slowest of the long-lead items sets the arrival: heat rejection or coolant distribution.
 */
export function startCooling(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: { index: number; entity: number; orderDay: number; shellReady: Signal },
): Signal {
  const { simulation, streams } = world;
  const plan = planOf(world.scenario.construction.cooling, site.cooling, hall.cooling);
  const done = simulation.signal(`${site.name} ${hall.name} cooling done`);
  const arrived = simulation.signal(`${site.name} ${hall.name} cooling plant arrives`);
  const draws = streams.open('cooling', site.name, 'plant');
  const driver = {
    normal: world.drivers.vendor('cooling'),
    correlation: world.drivers.correlations.vendorClass,
  };
  simulation.process(
    `${site.name} ${hall.name} cooling order`,
    function* () {
      const serial = options.index * ITEMS;
      const leadTime = Math.max(
        stageDays(world, plan.heatRejectionLeadTime, { draws, serial: serial, driver }),
        stageDays(world, plan.coolantDistributionLeadTime, { draws, serial: serial + 1, driver }),
      );
      if (leadTime > 0) yield world.activity('cooling lead time').lasting(leadTime);
      arrived.fire();
    },
    { entity: options.entity, delay: options.orderDay - simulation.now },
  );
  simulation.process(
    `${site.name} ${hall.name} cooling`,
    function* () {
      yield* simulation.allOf([arrived.wait(), options.shellReady.wait()]);
      const trades = {
        normal: world.drivers.campus(site.name),
        correlation: world.drivers.correlations.campusTrades,
      };
      const days = stageDays(world, plan.installation, {
        draws,
        serial: options.index * ITEMS + 2,
        driver: trades,
      });
      if (days > 0) yield world.activity('cooling installation').lasting(days);
      done.fire();
    },
    { entity: options.entity },
  );
  return done;
}

// Draws a hall: heat rejection, coolant distribution, installation.
const ITEMS = 3;
