import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import { regimeOf, securedDays } from '../procurement/regime.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { shiftedOrder } from '../sites/orderShift.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import type { NetworkStages } from './schema.ts';
import { startStorage } from './storage.ts';
import { fabricCounts } from './topology.ts';

/**
 * Orders a hall's switches and optics and installs and cables them once the shell can take them.
 *
 * The network is complete with the storage cluster and the trunk fibre of the campus, where the scenario has them.
 * Fabric and storage come up on the racks, later.
 */
export function startNetwork(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: {
    index: number;
    entity: number;
    orderDay: number;
    shellReady: Signal;
    /** GPUs that the hall will hold. */
    gpus: number;
    trunk: Signal | undefined;
  },
): Signal {
  const { simulation } = world;
  const { index, entity, orderDay, shellReady, gpus, trunk } = options;
  const plan = planOf(world.scenario.construction.network, site.network, hall.network);
  const done = simulation.signal(`${site.name} ${hall.name} network done`);
  const arrived = simulation.signal(`${site.name} ${hall.name} switches arrive`);
  simulation.process(
    `${site.name} ${hall.name} network order`,
    () => orderNetwork(world, site, { plan, index, arrived }),
    { entity, delay: orderDay - simulation.now, delayLabel: world.label('planned start') },
  );
  const storage = startStorage(world, site, hall, { plan, index, entity, orderDay, shellReady });
  simulation.process(
    `${site.name} ${hall.name} network`,
    () =>
      installNetwork(world, site, {
        plan,
        index,
        gpus,
        waitsFor: [arrived, shellReady],
        others: [storage, trunk].filter((other) => other !== undefined),
        done,
      }),
    { entity },
  );
  return done;
}

interface HallNetwork {
  readonly plan: NetworkStages;
  readonly index: number;
}

function* orderNetwork(
  world: World,
  site: DedicatedSite,
  { plan, index, arrived }: HallNetwork & { arrived: Signal },
): Generator<Command, void, unknown> {
  const driver = {
    normal: world.drivers.vendor('network'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const leadTimeOf = (stage: Stage, name: string): number =>
    stageDays(world, stage, { draws: world.streams.open('network', site.name, name), serial: index, driver });
  const { scenario, practice } = world;
  const ofSwitches = yield* practice.stock.take('switches', regimeOf(scenario, site, 'switches'));
  const ofOptics = yield* practice.stock.take('optics', regimeOf(scenario, site, 'optics'));
  const switches =
    ofSwitches === 'open'
      ? leadTimeOf(plan.switchLeadTime, 'switch lead time')
      : securedDays(world, site, { of: 'switches', regime: ofSwitches, serial: index });
  const optics =
    ofOptics === 'open'
      ? leadTimeOf(plan.opticsLeadTime, 'optics lead time')
      : securedDays(world, site, { of: 'optics', regime: ofOptics, serial: index });
  const quoted = Math.max(switches, optics);
  const { heldDays, leadTimeDays: leadTime } = shiftedOrder(world, site, {
    item: 'network',
    leadTimeDays: quoted,
    stages: [
      ...(ofSwitches === 'open' ? [plan.switchLeadTime] : []),
      ...(ofOptics === 'open' ? [plan.opticsLeadTime] : []),
    ],
  });
  if (heldDays > 0) yield world.activity('network order held').lasting(heldDays);
  if (leadTime > 0) yield world.activity('network lead time').lasting(leadTime);
  // Modules in store are there, whatever the makers' slip.
  const slip = ofOptics === 'held' ? 0 : Math.max(0, optics + opticsSlip(world, plan) - quoted);
  if (slip > 0) yield world.activity('optics slip').lasting(slip);
  arrived.fire();
}

function* installNetwork(
  world: World,
  site: DedicatedSite,
  options: HallNetwork & {
    gpus: number;
    waitsFor: readonly Signal[];
    others: readonly Signal[];
    done: Signal;
  },
): Generator<Command, void, unknown> {
  const { simulation } = world;
  const { plan, index, waitsFor, others, done } = options;
  yield* simulation.allOf(waitsFor.map((part) => part.wait()));
  const days = stageDays(world, plan.installation, {
    draws: world.streams.open('network', site.name, 'installation'),
    serial: index,
  });
  if (days > 0) yield world.activity('network installation').lasting(days);
  const cabling = cablingDays(world, site, options);
  if (cabling > 0) yield world.activity('cabling').lasting(cabling);
  if (others.length > 0) yield* simulation.allOf(others.map((other) => other.wait()));
  done.fire();
}

/** The slip of optics that all sites of a replication share; one quantile, whatever each site's range. */
function opticsSlip({ streams }: World, { opticsSlip: slip, opticsLeadTime }: NetworkStages): number {
  if (slip === undefined || opticsLeadTime.finished !== undefined) return 0;
  return Math.max(0, streams.open('network', 'all sites', 'optics slip').draw(slip, 0));
}

function cablingDays(
  { streams }: World,
  site: DedicatedSite,
  { plan, gpus, index }: { plan: NetworkStages; gpus: number; index: number },
): number {
  const { topology, cablingRate } = plan;
  if (topology === undefined || cablingRate === undefined) return 0;
  const { modules } = fabricCounts(topology, gpus);
  return modules / streams.open('network', site.name, 'cabling rate').draw(cablingRate, index);
}
