import { nextOpening } from '../../../src/kernel/index.ts';
import type { Command, Process, Resource, Signal, Wait } from '../../../src/kernel/index.ts';
import { lasting } from '../lasting.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
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
 * Concept → detailed design ∥ permits → (agreement signed) → civil works; unit on site ∧ civil works → dress-out by
 * the one crew → steel and bus done ∧ further equipment on site → checkout → network upgrade done ∧ grid service →
 * outage window → energized. Long-lead equipment is ordered once the concept stands, the agreement is signed, or the
 * design is done.
 */
export function startSubstation(
  world: World,
  site: DedicatedSite,
  options: {
    entity: number;
    startDay: number;
    pace: number;
    orders: TransformerOrders;
    connection?: Connection | undefined;
    energized: (megawatts: number) => void;
  },
): void {
  const { simulation } = world;
  const { entity, startDay, pace, orders, connection, energized } = options;
  const named = (what: string): string => `${site.name} ${what}`;
  const plan = planOf(world.scenario.construction.substation, site.power.stages);
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const works: Works = {
    world,
    site,
    entity,
    orders,
    connection,
    energized,
    days: (stage, serial = 0) =>
      stageDays(world, plan[stage], {
        draws: world.streams.open('substation', site.name, stage),
        serial,
        driver,
        pace,
      }),
    starts: (name, body) => simulation.process(named(name), body, { entity }),
    crew: simulation.resource('dress-out crew', { capacity: 1 }),
    civilDone: simulation.signal(named('civil works done')),
    steelDone: simulation.signal(named('steel and bus done')),
    upgrade: undefined,
    equipment: [],
    dressed: 0,
  };
  simulation.process(named('substation'), () => build(works), {
    entity,
    delay: startDay - simulation.now,
    delayLabel: world.label('planned start'),
  });
}

/** A substation under construction. */
interface Works {
  readonly world: World;
  readonly site: DedicatedSite;
  readonly entity: number;
  readonly orders: TransformerOrders;
  readonly connection: Connection | undefined;
  readonly energized: (megawatts: number) => void;
  /** Days of a stage; of a unit or block where it has several. */
  readonly days: (stage: keyof RolloutScenario['construction']['substation'], serial?: number) => number;
  readonly starts: (name: string, body: () => Generator<Command, void, unknown>) => Process<void>;
  readonly crew: Resource;
  readonly civilDone: Signal;
  readonly steelDone: Signal;
  upgrade: Signal | undefined;
  equipment: Signal[];
  /** Transformers dressed out. */
  dressed: number;
}

function* build(works: Works): Generator<Command, void, unknown> {
  const { world, site, entity, connection, days, starts, civilDone, steelDone } = works;
  const { simulation } = world;
  const concept = days('concept');
  if (concept > 0) yield world.activity('substation concept').lasting(concept);
  works.upgrade = networkUpgrade(world, site, entity);
  const { orderAt = 'concept' } = site.power;
  if (orderAt === 'concept') orderLongLead(works);
  if (orderAt === 'agreement') orderAfter(works, connection!.signed.wait());
  const designDays = days('design');
  const design = starts('detailed design', () => lasting(world, 'detailed design', designDays));
  if (orderAt === 'design') orderAfter(works, design.finished());
  const permitDays = days('permits');
  const permits = starts('permits', () => lasting(world, 'permits', permitDays));
  const agreed = connection === undefined ? [] : [connection.signed.wait()];
  yield* simulation.allOf([design, permits, ...agreed]);
  const civil = days('civil');
  if (civil > 0) yield world.activity('civil works').lasting(civil);
  civilDone.fire();
  const steel = days('steel');
  if (steel > 0) yield world.activity('steel and bus').lasting(steel);
  steelDone.fire();
}

function orderAfter(works: Works, wait: Wait<void>): void {
  works.starts('long-lead orders', () => orderOnce(works, wait));
}

function* orderOnce(works: Works, wait: Wait<void>): Generator<Command, void, unknown> {
  yield* wait;
  orderLongLead(works);
}

function orderLongLead(works: Works): void {
  const { world, site, entity, orders, starts } = works;
  for (let index = 0; index < site.power.units; index++) {
    const arrived = world.simulation.signal(`${site.name} transformer ${index + 1} arrives`);
    orders.place(index, arrived);
    starts(`dress-out ${index + 1}`, () => dressOut(works, index, arrived));
  }
  works.equipment = orderEquipment(world, site, entity);
}

function* dressOut(works: Works, index: number, arrived: Signal): Generator<Command, void, unknown> {
  const { world, site, days, starts, crew, civilDone } = works;
  yield* world.simulation.allOf([arrived.wait(), civilDone.wait()]);
  yield* crew.acquire();
  const duration = days('dressOut', index);
  if (duration > 0) yield world.activity('dress-out').lasting(duration);
  crew.release(1);
  const units = ++works.dressed;
  if (firmMegawatts(site.power, units) > firmMegawatts(site.power, units - 1))
    starts(`block ${units}`, () => checkOut(works, units));
}

function* checkOut(works: Works, units: number): Generator<Command, void, unknown> {
  const { world, site, connection, days, steelDone } = works;
  const { simulation } = world;
  yield* simulation.allOf([steelDone, ...works.equipment].map((ready) => ready.wait()));
  const checkout = days('checkout', units);
  if (checkout > 0) yield world.activity('checkout').lasting(checkout);
  if (works.upgrade !== undefined) yield* simulation.allOf([works.upgrade.wait()]);
  if (connection !== undefined) yield* simulation.allOf([connection.served.wait()]);
  const opening = nextOpening(world.calendars.outageWindows, simulation.now);
  // No outage is possible any more: the block is never energized.
  if (opening === Number.POSITIVE_INFINITY) return;
  if (opening > simulation.now) yield world.activity('outage window').lasting(opening - simulation.now);
  works.energized(firmMegawatts(site.power, units));
}
