import type { Signal } from '../../../src/kernel/index.ts';
import { nextOpening } from '../calendars.ts';
import type { DedicatedSite } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import { firmMegawatts } from './firm.ts';
import { transformerDays } from './transformer.ts';
import { networkUpgrade } from './upgrade.ts';

/**
 * Builds a substation and calls back each time its megawatts rise.
 *
 * Concept → long-lead orders ∥ detailed design ∥ permits → civil works; unit on site ∧ civil works → dress-out by
 * the one crew → steel and bus done → checkout → outage window → (network upgrade done) → energized.
 */
export function startSubstation(
  world: World,
  site: DedicatedSite,
  options: { entity: number; startDay: number; energized: (megawatts: number) => void },
): void {
  const { simulation, streams } = world;
  const { power } = site;
  const plan = planOf(world.scenario.construction.substation, power.stages);
  const { entity, startDay } = options;
  const draws = streams.open('substation', site.name, 'stages');
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const pace = world.inputs.pace;
  const days = (stage: keyof typeof plan, serial: number): number =>
    stageDays(world, plan[stage], { draws, serial, driver, pace });
  const named = (what: string): string => `${site.name} ${what}`;
  const lasting = (name: string, activity: Parameters<World['activity']>[0], duration: number) =>
    simulation.process(
      named(name),
      function* () {
        if (duration > 0) yield world.activity(activity).lasting(duration);
      },
      { entity },
    );
  const crew = simulation.resource('dress-out crew', { capacity: 1 });
  const civilDone = simulation.signal(named('civil works done'));
  const steelDone = simulation.signal(named('steel and bus done'));
  const unit = (index: number, arrived: Signal): void => {
    simulation.process(
      named(`transformer ${index + 1}`),
      function* () {
        const { leadTime, late } = transformerDays(world, site, index);
        if (leadTime > 0) yield world.activity('transformer lead time').lasting(leadTime);
        if (late > 0) yield world.activity('transformer late').lasting(late);
        arrived.fire();
      },
      { entity },
    );
  };

  let dressed = 0;
  const checkedOut = (units: number, serial: number): void => {
    simulation.process(
      named(`block ${serial}`),
      function* () {
        yield* simulation.allOf([steelDone.wait()]);
        const checkout = days('checkout', 20 + serial);
        if (checkout > 0) yield world.activity('checkout').lasting(checkout);
        if (upgrade !== undefined) yield* simulation.allOf([upgrade.wait()]);
        const opening = nextOpening(world.calendars.outageWindows, simulation.now);
        if (opening > simulation.now) yield world.activity('outage window').lasting(opening - simulation.now);
        options.energized(firmMegawatts(power, units));
      },
      { entity },
    );
  };
  let upgrade: Signal | undefined;
  simulation.process(
    named('substation'),
    function* () {
      const concept = days('concept', 0);
      if (concept > 0) yield world.activity('substation concept').lasting(concept);
      upgrade = networkUpgrade(world, site, entity);
      for (let index = 0; index < power.units; index++) {
        const arrived = simulation.signal(named(`transformer ${index + 1} arrives`));
        unit(index, arrived);
        simulation.process(
          named(`dress-out ${index + 1}`),
          function* () {
            yield* simulation.allOf([arrived.wait(), civilDone.wait()]);
            yield* crew.acquire();
            const dressOut = days('dressOut', 10 + index);
            if (dressOut > 0) yield world.activity('dress-out').lasting(dressOut);
            crew.release(1);
            dressed++;
            if (firmMegawatts(power, dressed) > firmMegawatts(power, dressed - 1))
              checkedOut(dressed, dressed);
          },
          { entity },
        );
      }
      const design = lasting('detailed design', 'detailed design', days('design', 1));
      const permits = lasting('permits', 'permits', days('permits', 2));
      yield* simulation.allOf([design, permits]);
      const civil = days('civil', 3);
      if (civil > 0) yield world.activity('civil works').lasting(civil);
      civilDone.fire();
      const steel = days('steel', 4);
      if (steel > 0) yield world.activity('steel and bus').lasting(steel);
      steelDone.fire();
    },
    { entity, delay: startDay - simulation.now },
  );
}
