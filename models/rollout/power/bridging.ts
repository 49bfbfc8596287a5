import type { Stream } from '../../../src/random/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import type { Command, Process, Signal } from '../../../src/kernel/index.ts';
import { regimeOf, securedDays } from '../procurement/regime.ts';
import type { DedicatedSite } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import { lasting } from '../lasting.ts';
import type { PowerAccount } from './account.ts';
import type { BridgingSource } from './schema.ts';

/** A hall as bridging sees it. */
export interface WaitingHall {
  /** Its plant is commissioned to L3: only power is missing. */
  readonly plantComplete: Signal;
  readonly powered: Signal;
}

/**
 * Brings a site's bridging sources on: trigger → order ∥ air permit → running until its life is over.
 *
 * A source with an exemption runs from delivery on; if the permit is not there when the exemption ends, it stands
 * still until the permit comes.
 */
export function startBridging(
  world: World,
  site: DedicatedSite,
  options: { entity: number; account: PowerAccount; halls: readonly WaitingHall[] },
): void {
  site.power.bridging?.forEach((source, index) => startSource(world, site, source, { ...options, index }));
}

interface SourceOptions {
  readonly entity: number;
  readonly account: PowerAccount;
  readonly halls: readonly WaitingHall[];
  readonly index: number;
}

function startSource(
  world: World,
  site: DedicatedSite,
  source: BridgingSource,
  options: SourceOptions,
): void {
  const { simulation } = world;
  simulation.process(`${site.name} ${source.name}`, () => bridge(world, site, source, options), {
    entity: options.entity,
    delay: source.trigger.kind === 'date' ? world.dayOf(source.trigger.on) - simulation.now : 0,
    delayLabel: world.label('planned start'),
  });
}

function* bridge(
  world: World,
  site: DedicatedSite,
  source: BridgingSource,
  options: SourceOptions,
): Generator<Command, void, unknown> {
  const { simulation, streams } = world;
  const { entity, account, index } = options;
  const drawsOf = (quantity: string): Stream => streams.open('connection', site.name, `bridging ${quantity}`);
  const { trigger } = source;
  if (trigger.kind === 'waiting')
    yield* longWait(world, site, source, { ...options, days: trigger.after }).wait();
  const permit = source.permit && startPermit(world, site, source, { index, entity, stage: source.permit });
  const delivery = simulation.process(
    `${site.name} ${source.name} bridging lead time`,
    () => deliver(world, site, source, { index, draws: drawsOf('lead time') }),
    { entity },
  );
  const exempt = source.exemption === undefined ? 0 : drawsOf('exemption').draw(source.exemption, index);
  yield* simulation.allOf(permit === undefined || exempt > 0 ? [delivery] : [delivery, permit]);
  const life = source.life === undefined ? Infinity : drawsOf('life').draw(source.life, index);
  const end = simulation.now + life;
  account.bridging(source.name, source.power);
  if (permit !== undefined && exempt > 0) {
    const window = world.activity('exemption from a permit').lasting(Math.min(exempt, life));
    const { index: first } = yield* simulation.anyOf([permit.finished(), window]);
    if (first === 1) {
      account.bridging(source.name, 0);
      if (life <= exempt) return;
      yield* permit.finished();
      if (simulation.now >= end) return;
      account.bridging(source.name, source.power);
    }
  }
  if (end === Infinity) return;
  yield world.activity('life of bridging units').lasting(end - simulation.now);
  account.bridging(source.name, 0);
}

/** Orders the units when the trigger says: who orders ahead says so by an earlier date. */
function* deliver(
  world: World,
  site: DedicatedSite,
  { leadTime }: BridgingSource,
  { index, draws }: { index: number; draws: Stream },
): Generator<Command, void, unknown> {
  const regime = yield* world.practice.stock.take('generators', regimeOf(world.scenario, site, 'generators'));
  const driver = {
    normal: world.drivers.vendor('bridging'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const days =
    regime === 'open'
      ? stageDays(world, leadTime, { draws, serial: index, driver })
      : securedDays(world, site, { of: 'generators', regime, serial: index });
  yield* lasting(world, 'bridging lead time', days);
}

function startPermit(
  world: World,
  site: DedicatedSite,
  { name }: BridgingSource,
  { index, entity, stage }: { index: number; entity: number; stage: Stage },
): Process {
  const draws = world.streams.open('connection', site.name, 'bridging air permit');
  const days = stageDays(world, stage, { draws, serial: index });
  return world.simulation.process(
    `${site.name} ${name} air permit`,
    () => lasting(world, 'air permit', days),
    { entity },
  );
}

/** Fires once any hall has stood complete without power for so many days. */
function longWait(
  world: World,
  site: DedicatedSite,
  source: BridgingSource,
  { entity, halls, days }: { entity: number; halls: readonly WaitingHall[]; days: number },
): Signal {
  const { simulation } = world;
  const triggered = simulation.signal(`${site.name} ${source.name} ordered`);
  for (const hall of halls) {
    simulation.process(
      `${site.name} hall waits for the grid`,
      () => watchHall(world, hall, { days, triggered }),
      { entity },
    );
  }
  return triggered;
}

function* watchHall(
  world: World,
  { plantComplete, powered }: WaitingHall,
  { days, triggered }: { days: number; triggered: Signal },
): Generator<Command, void, unknown> {
  yield* plantComplete.wait();
  if (powered.isFired) return;
  const wait = world.activity('hall waits for the grid').lasting(days);
  const { index } = yield* world.simulation.anyOf([powered.wait(), wait]);
  if (index === 1 && !triggered.isFired) triggered.fire();
}
