import type { Stream } from '../../../src/random/index.ts';
import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Activity } from '../activities.ts';
import type { DedicatedSite } from '../scenario.ts';
import { shiftedOrder } from '../sites/orderShift.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import type { EquipmentPlan } from './schema.ts';

const LEAD_TIME: Readonly<Record<keyof EquipmentPlan, Activity>> = {
  hvBreakers: 'HV breaker lead time',
  mvSwitchgear: 'MV switchgear lead time',
  relays: 'relay lead time',
};

/**
 * Orders the long-lead equipment beside the transformers and gives a signal for each class's arrival.
 *
 * A class follows the site's regime; what comes late does so by the slip that transformers have.
 */
export function orderEquipment(world: World, site: DedicatedSite, entity: number): Signal[] {
  const { simulation, scenario } = world;
  const plan = scenario.construction.equipment ?? {};
  const classes = (Object.keys(LEAD_TIME) as (keyof EquipmentPlan)[]).filter(
    (name) => plan[name] !== undefined,
  );
  return classes.map((name) => {
    const arrived = simulation.signal(`${site.name} ${name} arrive`);
    const { leadTime: quoted, late } = equipmentDays(world, site, name);
    const { heldDays, leadTimeDays: leadTime } = shiftedOrder(world, site, {
      item: name,
      leadTimeDays: quoted,
      stages: [plan[name]![site.power.regime].leadTime],
    });
    simulation.process(
      `${site.name} ${name}`,
      () => deliver(world, { name, heldDays, leadTime, late, arrived }),
      { entity },
    );
    return arrived;
  });
}

function* deliver(
  world: World,
  options: {
    name: keyof EquipmentPlan;
    heldDays: number;
    leadTime: number;
    late: number;
    arrived: Signal;
  },
): Generator<Command, void, unknown> {
  const { name, heldDays, leadTime, late, arrived } = options;
  if (heldDays > 0) yield world.activity('equipment order held').lasting(heldDays);
  if (leadTime > 0) yield world.activity(LEAD_TIME[name]).lasting(leadTime);
  if (late > 0) yield world.activity('equipment late').lasting(late);
  arrived.fire();
}

function equipmentDays(
  world: World,
  site: DedicatedSite,
  name: keyof EquipmentPlan,
): { leadTime: number; late: number } {
  const { construction } = world.scenario;
  const order = construction.equipment![name]![site.power.regime];
  const drawsOf = (quantity: string): Stream =>
    world.streams.open('substation', site.name, `${name} ${quantity}`);
  const leadTime = stageDays(world, order.leadTime, {
    draws: drawsOf('lead time'),
    driver: {
      normal: world.drivers.vendor('switchgear'),
      correlation: world.drivers.correlations.vendorClass,
    },
  });
  const { lateProbability } = order;
  if (lateProbability === undefined || order.leadTime.finished !== undefined) return { leadTime, late: 0 };
  // Unknown but one value a replication: the makers' habit, not the luck of one delivery.
  const probability = world.streams.open('substation', 'all makers', `${name} late`).draw(lateProbability, 0);
  const late = drawsOf('is late').chance(probability, 0)
    ? Math.max(0, drawsOf('late delivery').draw(construction.transformer.late, 0))
    : 0;
  return { leadTime, late };
}
