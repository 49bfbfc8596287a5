import { joinedRanges, type Command } from '../../../src/kernel/index.ts';
import type { Activity } from '../activities.ts';
import type { World } from '../world.ts';
import { finishAround, type Stoppages } from './stoppages.ts';

/** Work that holidays interrupt and, in the open, weather too: the days lost follow the work on the record. */
export function* work(
  world: World,
  stoppages: Stoppages,
  { activity, days, inTheOpen }: { activity: Activity; days: number; inTheOpen: boolean },
): Generator<Command, void, unknown> {
  if (!(days > 0)) return;
  const start = world.simulation.now;
  const rested = finishAround(stoppages.holidays, start, days);
  const all = inTheOpen
    ? finishAround(joinedRanges([...stoppages.holidays, ...stoppages.weather]), start, days)
    : rested;
  yield world.activity(activity).lasting(days);
  if (rested > start + days) yield world.activity('construction holidays').lasting(rested - start - days);
  if (all > rested) yield world.activity('weather').lasting(all - rested);
}
