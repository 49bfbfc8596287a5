import { forEachSegment, type Simulation, type View } from '../kernel/index.ts';

/** How the days of a driving path are added up. */
export interface PathDaysOptions {
  /** Group of an activity label, from 0; a label without a group gives `groups − 1`. */
  readonly groupOf: (label: number) => number;
  readonly groups: number;
  readonly view?: View;
  /** Days before this time do not count; default 0. */
  readonly since?: number;
}

/**
 * Days on the driving path of an event by group of activities, after `since`.
 *
 * Where times are multiples of one power of two, as in the rollout, the sum over the groups equals the event's time
 * less `since` with `===`. Allocates one array; cheap enough for every replication.
 *
 * @example pathDays(simulation, milestoneEvent, { groupOf: (label) => causeOfLabel[label]!, groups: causes.length })
 */
export function pathDays(
  simulation: Simulation,
  event: number,
  { groupOf, groups, view = 'stop', since = 0 }: PathDaysOptions,
): Float64Array {
  const days = new Float64Array(groups);
  const { causes } = simulation;
  forEachSegment(simulation, event, view, (at, parent) => {
    const to = causes.time[at];
    if (to <= since) return;
    days[groupOf(causes.label(at))] += to - Math.max(causes.time[parent], since);
  });
  return days;
}
