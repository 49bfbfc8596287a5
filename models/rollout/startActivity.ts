import type { Command, Signal } from '../../src/kernel/index.ts';
import type { Activity } from './activities.ts';
import type { World } from './world.ts';

/** What runs by itself from a day on: a permit that is sought, fibre that is laid. */
export interface ActivityOptions {
  readonly entity: number;
  readonly startDay: number;
  /** Names of the process and of the signal that it is over. */
  readonly process: string;
  readonly signal: string;
  /** How long it takes; asked when it starts. */
  readonly days: () => number;
}

/** Starts a process that is one activity, and gives the signal that it is over. */
export function startActivity(
  world: World,
  activity: Activity,
  { entity, startDay, process, signal, days }: ActivityOptions,
): Signal {
  const { simulation } = world;
  const over = simulation.signal(signal);
  simulation.process(process, () => last(world, activity, { days, over }), {
    entity,
    delay: startDay - simulation.now,
    delayLabel: world.label('planned start'),
  });
  return over;
}

function* last(
  world: World,
  activity: Activity,
  { days: daysOf, over }: { days: () => number; over: Signal },
): Generator<Command, void, unknown> {
  const days = daysOf();
  if (days > 0) yield world.activity(activity).lasting(days);
  over.fire();
}
