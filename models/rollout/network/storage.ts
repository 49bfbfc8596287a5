import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import type { Stream } from '../../../src/random/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { regimeOf, securedDays } from '../procurement/regime.ts';
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
  const { simulation } = world;
  const { plan, index, entity, orderDay, shellReady } = options;
  const { storageLeadTime, storageInstallation } = plan;
  if (storageLeadTime === undefined && storageInstallation === undefined) return undefined;
  const drawsOf = (quantity: string): Stream => world.streams.open('network', site.name, quantity);
  const arrived = simulation.signal(`${site.name} ${hall.name} storage arrives`);
  const done = simulation.signal(`${site.name} ${hall.name} storage done`);
  simulation.process(
    `${site.name} ${hall.name} storage order`,
    () =>
      orderStorage(world, site, {
        stage: storageLeadTime,
        draws: drawsOf('storage lead time'),
        serial: index,
        arrived,
      }),
    { entity, delay: orderDay - simulation.now, delayLabel: world.label('planned start') },
  );
  simulation.process(
    `${site.name} ${hall.name} storage`,
    () =>
      installStorage(world, {
        stage: storageInstallation,
        draws: drawsOf('storage installation'),
        serial: index,
        waitsFor: [arrived, shellReady],
        done,
      }),
    { entity },
  );
  return done;
}

interface StorageStage {
  readonly stage: Stage | undefined;
  readonly draws: Stream;
  readonly serial: number;
}

function* orderStorage(
  world: World,
  site: DedicatedSite,
  { stage, draws, serial, arrived }: StorageStage & { arrived: Signal },
): Generator<Command, void, unknown> {
  const driver = {
    normal: world.drivers.vendor('storage'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const regime = yield* world.practice.stock.take('storage', regimeOf(world.scenario, site, 'storage'));
  const quoted = (): number => {
    if (stage === undefined) return 0;
    return regime === 'open'
      ? stageDays(world, stage, { draws, serial, driver })
      : securedDays(world, site, { of: 'storage', regime, serial });
  };
  const { heldDays, leadTimeDays: days } = shiftedOrder(world, site, {
    item: 'storage',
    leadTimeDays: quoted(),
    stages: stage === undefined || regime !== 'open' ? [] : [stage],
  });
  if (heldDays > 0) yield world.activity('network order held').lasting(heldDays);
  if (days > 0) yield world.activity('storage lead time').lasting(days);
  arrived.fire();
}

function* installStorage(
  world: World,
  { stage, draws, serial, waitsFor, done }: StorageStage & { waitsFor: readonly Signal[]; done: Signal },
): Generator<Command, void, unknown> {
  yield* world.simulation.allOf(waitsFor.map((part) => part.wait()));
  const days = stage === undefined ? 0 : stageDays(world, stage, { draws, serial });
  if (days > 0) yield world.activity('storage installation').lasting(days);
  done.fire();
}
