import type { Command } from '../../src/kernel/index.ts';
import type { Activity } from './activities.ts';
import type { World } from './world.ts';

/** A process that is one activity; nothing where it takes no time. */
export function* lasting(world: World, activity: Activity, days: number): Generator<Command, void, unknown> {
  if (days > 0) yield world.activity(activity).lasting(days);
}
