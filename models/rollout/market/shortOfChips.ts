import type { Floor } from '../deployment/floor.ts';
import type { World } from '../world.ts';
import type { Place, ShortOfChips } from './place.ts';

/**
 * A lot was left in part for want of forecast positions, and racks of this one are taken: until now the place lacked
 * halls and no racks. Puts on record what the forecast waited for.
 */
export function shortFromNow(
  { simulation, label }: World,
  { providers }: Floor,
  { place, ahead }: { place: Place; ahead: number },
): ShortOfChips {
  const { now } = simulation;
  const sight = providers[place.provider]!.forecast.lastInSight(now, ahead);
  if (sight === undefined) return { since: now, row: 0 };
  const { row, day, isLent } = sight;
  const work = label(isLent ? 'existing hall hand-over' : 'L4/L5 commissioning');
  const seen = simulation.recordStep(row, day, work);
  return {
    since: now,
    row: simulation.recordStep(seen, now, label('rack asked for by the forecast')),
  };
}

/** Row of a lot's release as one that took all lots since then sees it: chips, and what held the lot on top. */
export function rowOfWait(
  { simulation, label }: World,
  { since, row }: ShortOfChips,
  finishedDay: number,
): number {
  const finished = simulation.recordStep(row, Math.max(since, finishedDay), label('vendor output'));
  return simulation.now > finishedDay
    ? simulation.recordStep(finished, simulation.now, label('defect hold'))
    : finished;
}
