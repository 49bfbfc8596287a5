import type { Process, Signal, Wait } from '../../../src/kernel/index.ts';
import type { Activity } from '../activities.ts';
import { nextOpening } from '../calendars.ts';
import type { DedicatedSite } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import type { Connection } from './connection.ts';
import { orderEquipment } from './equipment.ts';
import { firmMegawatts } from './firm.ts';
import type { TransformerOrders } from './orders.ts';
import { networkUpgrade } from './upgrade.ts';

/**
 * Builds a substation and calls back each time its megawatts rise.
 *
 * Concept → detailed design ∥ permits → (agreement signed) → civil works; unit on site ∧ civil works → dress-out by the
 * one crew → steel and bus done ∧ further equipment on site → checkout → network upgrade done ∧ grid service → outage window →
 * energized. Long-lead equipment is ordered once the concept stands, the agreement is signed, or the design is done.
 */
export function startSubstation(
  world: World,
  site: DedicatedSite,
  options: {
    entity: number;
    startDay: number;
    orders: TransformerOrders;
    connection?: Connection | undefined;
    energized: (megawatts: number) => void;
  },
): void {
  const { simulation, streams } = world;
  const { power } = site;
  const { entity, startDay, orders, connection } = options;
  const plan = planOf(world.scenario.construction.substation, power.stages);
  const draws = streams.open('substation', site.name, 'stages');
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const pace = world.inputs.pace;
  const days = (stage: keyof typeof plan, serial: number): number =>
    stageDays(world, plan[stage], { draws, serial, driver, pace });
  const named = (what: string): string => `${site.name} ${what}`;
  const lasting = (name: string, activity: Activity, duration: number): Process<void> =>
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
  let upgrade: Signal | undefined;
  let equipment: Signal[] = [];

  const checkedOut = (units: number): void => {
    simulation.process(
      named(`block ${units}`),
      function* () {
        yield* simulation.allOf([steelDone, ...equipment].map((ready) => ready.wait()));
        const checkout = days('checkout', 20 + units);
        if (checkout > 0) yield world.activity('checkout').lasting(checkout);
        if (upgrade !== undefined) yield* simulation.allOf([upgrade.wait()]);
        if (connection !== undefined) yield* simulation.allOf([connection.served.wait()]);
        const opening = nextOpening(world.calendars.outageWindows, simulation.now);
        if (opening > simulation.now) yield world.activity('outage window').lasting(opening - simulation.now);
        options.energized(firmMegawatts(power, units));
      },
      { entity },
    );
  };
  let dressed = 0;
  const dressOut = (index: number, arrived: Signal): void => {
    simulation.process(
      named(`dress-out ${index + 1}`),
      function* () {
        yield* simulation.allOf([arrived.wait(), civilDone.wait()]);
        yield* crew.acquire();
        const duration = days('dressOut', 10 + index);
        if (duration > 0) yield world.activity('dress-out').lasting(duration);
        crew.release(1);
        dressed++;
        if (firmMegawatts(power, dressed) > firmMegawatts(power, dressed - 1)) checkedOut(dressed);
      },
      { entity },
    );
  };
  const orderLongLead = (): void => {
    for (let index = 0; index < power.units; index++) {
      const arrived = simulation.signal(named(`transformer ${index + 1} arrives`));
      orders.place(index, arrived);
      dressOut(index, arrived);
    }
    equipment = orderEquipment(world, site, entity);
  };
  const orderAfter = (wait: Wait<void>): void => {
    simulation.process(
      named('long-lead orders'),
      function* () {
        yield* wait;
        orderLongLead();
      },
      { entity },
    );
  };
  simulation.process(
    named('substation'),
    function* () {
      const concept = days('concept', 0);
      if (concept > 0) yield world.activity('substation concept').lasting(concept);
      upgrade = networkUpgrade(world, site, entity);
      const { orderAt = 'concept' } = power;
      if (orderAt === 'concept') orderLongLead();
      if (orderAt === 'agreement') orderAfter(connection!.signed.wait());
      const design = lasting('detailed design', 'detailed design', days('design', 1));
      if (orderAt === 'design') orderAfter(design.finished());
      const permits = lasting('permits', 'permits', days('permits', 2));
      const agreed = connection === undefined ? [] : [connection.signed.wait()];
      yield* simulation.allOf([design, permits, ...agreed]);
      const civil = days('civil', 3);
      if (civil > 0) yield world.activity('civil works').lasting(civil);
      civilDone.fire();
      const steel = days('steel', 4);
      if (steel > 0) yield world.activity('steel and bus').lasting(steel);
      steelDone.fire();
    },
    { entity, delay: startDay - simulation.now, delayLabel: world.label('planned start') },
  );
}
