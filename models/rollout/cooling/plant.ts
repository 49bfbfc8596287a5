import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import { regimeOf, securedDays } from '../procurement/regime.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { shiftedOrder } from '../sites/orderShift.ts';
import { stageDays } from '../stages.ts';
import { startActivity } from '../startActivity.ts';
import type { World } from '../world.ts';
import { REFERENCE_PUE } from './heat.ts';
import { placingDays, unitsToPlace } from './installation.ts';
import type { CoolingStages } from './schema.ts';

/** What it takes to cool one hall: the usual stages with those of the site and the hall. */
export function coolingPlan(world: World, site: DedicatedSite, hall: Hall): CoolingStages {
  return planOf(world.scenario.construction.cooling, site.cooling, hall.cooling);
}

/**
 * Orders a hall's cooling plant and installs it once it is there and the shell can take it.
 *
 * The slowest of the long-lead items sets the arrival: heat rejection, coolant distribution, exchangers or fan walls,
 * and after it the tests at the maker's works; out of a reserved slot or the store, its lead time there sets it, and
 * what is in store was tested. Where the plant needs a water permit, it is complete only with it.
 */
export function startCooling(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: { index: number; entity: number; orderDay: number; shellReady: Signal },
): Signal {
  const { simulation } = world;
  const { index, entity, orderDay, shellReady } = options;
  const plan = coolingPlan(world, site, hall);
  const done = simulation.signal(`${site.name} ${hall.name} cooling done`);
  const arrived = simulation.signal(`${site.name} ${hall.name} cooling plant arrives`);
  simulation.process(
    `${site.name} ${hall.name} cooling order`,
    () => orderCooling(world, site, { plan, index, arrived }),
    { entity, delay: orderDay - simulation.now, delayLabel: world.label('planned start') },
  );
  const water = waterPermit(world, site, hall, { plan, entity, orderDay });
  simulation.process(
    `${site.name} ${hall.name} cooling`,
    () => installCooling(world, site, hall, { plan, index, arrived, shellReady, water, done }),
    { entity },
  );
  return done;
}

interface HallCooling {
  readonly plan: CoolingStages;
  readonly index: number;
}

function* orderCooling(
  world: World,
  site: DedicatedSite,
  { plan, index, arrived }: HallCooling & { arrived: Signal },
): Generator<Command, void, unknown> {
  const regime = yield* world.practice.stock.take('cooling', regimeOf(world.scenario, site, 'cooling'));
  const { heldDays, leadTimeDays: leadTime } = shiftedOrder(world, site, {
    item: 'cooling',
    leadTimeDays:
      regime === 'open'
        ? slowestLeadTime(world, site, { plan, index })
        : securedDays(world, site, { of: 'cooling', regime, serial: index }),
    stages: regime === 'open' ? [plan.heatRejectionLeadTime, plan.coolantDistributionLeadTime] : [],
  });
  if (heldDays > 0) yield world.activity('cooling order held').lasting(heldDays);
  if (leadTime > 0) yield world.activity('cooling lead time').lasting(leadTime);
  const test =
    plan.factoryTest === undefined || regime === 'held'
      ? 0
      : stageDays(world, plan.factoryTest, {
          draws: world.streams.open('cooling', site.name, 'factory test'),
          serial: index,
        });
  if (test > 0) yield world.activity('cooling factory test').lasting(test);
  arrived.fire();
}

function* installCooling(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: HallCooling & { arrived: Signal; shellReady: Signal; water: Signal | undefined; done: Signal },
): Generator<Command, void, unknown> {
  const { arrived, shellReady, water, done } = options;
  yield* world.simulation.allOf([arrived.wait(), shellReady.wait()]);
  const days = installationDays(world, site, hall, options);
  if (days > 0) yield world.activity('cooling installation').lasting(days);
  if (water !== undefined) yield* world.simulation.allOf([water.wait()]);
  done.fire();
}

function slowestLeadTime(world: World, site: DedicatedSite, { plan, index }: HallCooling): number {
  const vendors = {
    normal: world.drivers.vendor('cooling'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const leadTimeOf = (item: string, stage: Stage | undefined): number =>
    stage === undefined
      ? 0
      : stageDays(world, stage, {
          draws: world.streams.open('cooling', site.name, `${item} lead time`),
          serial: index,
          driver: vendors,
        });
  return Math.max(
    leadTimeOf('heat rejection', plan.heatRejectionLeadTime),
    leadTimeOf('coolant distribution', plan.coolantDistributionLeadTime),
    leadTimeOf('heat exchanger', plan.heatExchangerLeadTime),
    leadTimeOf('fan wall', plan.fanWallLeadTime),
  );
}

function installationDays(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  { plan, index }: HallCooling,
): number {
  const { installRate, plant, installation } = plan;
  if (installRate !== undefined) {
    const units = unitsToPlace(hall.power, plant?.peakPue ?? REFERENCE_PUE, installRate.unitPower);
    const pace = world.streams.open('cooling', site.name, 'install rate');
    return placingDays(units, installRate.units, pace, index);
  }
  const trades = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  return stageDays(world, installation, {
    draws: world.streams.open('cooling', site.name, 'installation'),
    serial: index,
    driver: trades,
  });
}

/** Seeks the permit for water from the order on, where the plant evaporates it. */
function waterPermit(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  { plan, entity, orderDay }: { plan: CoolingStages; entity: number; orderDay: number },
): Signal | undefined {
  const stage = plan.waterPermit;
  if (stage === undefined) return undefined;
  return startActivity(world, 'water permit', {
    entity,
    startDay: orderDay,
    process: `${site.name} ${hall.name} water permit`,
    signal: `${site.name} ${hall.name} water permit granted`,
    // One permit a campus: its halls draw the same duration.
    days: () => stageDays(world, stage, { draws: world.streams.open('cooling', site.name, 'water permit') }),
  });
}
