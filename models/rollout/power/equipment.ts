import type { Stream } from '../../../src/random/index.ts';
import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Activity } from '../activities.ts';
import type { Regime } from '../procurement/classes.ts';
import { regimeOf } from '../procurement/regime.ts';
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
 * A class follows the regime of the site's power unless the site buys it otherwise; what comes late does so by the
 * slip that transformers have.
 */
export function orderEquipment(world: World, site: DedicatedSite, entity: number): Signal[] {
  const { simulation, scenario } = world;
  const plan = scenario.construction.equipment ?? {};
  const classes = (Object.keys(LEAD_TIME) as (keyof EquipmentPlan)[]).filter(
    (name) => plan[name] !== undefined,
  );
  return classes.map((name) => {
    const arrived = simulation.signal(`${site.name} ${name} arrive`);
    simulation.process(`${site.name} ${name}`, () => deliver(world, site, { name, arrived }), { entity });
    return arrived;
  });
}

function* deliver(
  world: World,
  site: DedicatedSite,
  { name, arrived }: { name: keyof EquipmentPlan; arrived: Signal },
): Generator<Command, void, unknown> {
  const regime = yield* world.practice.stock.take(name, regimeOf(world.scenario, site, name));
  const { leadTime: quoted, late } = equipmentDays(world, site, { name, regime });
  const { heldDays, leadTimeDays: leadTime } = shiftedOrder(world, site, {
    item: name,
    leadTimeDays: quoted,
    stages: [world.scenario.construction.equipment![name]![regime].leadTime],
  });
  if (heldDays > 0) yield world.activity('equipment order held').lasting(heldDays);
  if (leadTime > 0) yield world.activity(LEAD_TIME[name]).lasting(leadTime);
  if (late > 0) yield world.activity('equipment late').lasting(late);
  arrived.fire();
}

function equipmentDays(
  world: World,
  site: DedicatedSite,
  { name, regime }: { name: keyof EquipmentPlan; regime: Regime },
): { leadTime: number; late: number } {
  const { construction } = world.scenario;
  const order = construction.equipment![name]![regime];
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
  return { leadTime, late: world.practice.tempo * late };
}
