import { pathDays, pathDrags } from '../../../src/explain/index.ts';
import type { Simulation } from '../../../src/kernel/index.ts';
import { ACTIVITIES, ENDS_ON_DATE } from '../activities.ts';
import { CAUSES } from '../causes.ts';

/** The driving path of one milestone, by cause in the order of `CAUSES`. */
export interface MilestonePath {
  /** Days on it, in the stop view. */
  readonly days: ArrayLike<number>;
  /** Days that each cause drags it, to first order. */
  readonly drag: ArrayLike<number>;
  /** 1 where a drag is a bound only. */
  readonly dragBound: ArrayLike<number>;
}

/**
 * The driving path of each milestone.
 *
 * The days of a path sum to the milestone's day with `===`; drags sum to nothing. A milestone that was not reached has
 * no path: all its days are infinite.
 */
export function attribution(
  simulation: Simulation,
  reachedBy: readonly { readonly event: number }[],
): MilestonePath[] {
  const causes = causesByLabel((activity) => simulation.label(activity));
  const fixed = new Set([...ENDS_ON_DATE].map((activity) => simulation.label(activity)));
  const options = {
    groupOf: (label: number) => causes.get(label) ?? OTHER,
    groups: CAUSES.length + 1,
    endsOnDate: (label: number) => fixed.has(label),
  };
  const reached = reachedBy.map(({ event }) => event).filter((event) => event >= 0);
  const drags = pathDrags(simulation, reached, options);
  return reachedBy.map(({ event }) => {
    if (event < 0) return UNREACHED;
    const days = pathDays(simulation, event, options);
    if (days[OTHER] !== 0)
      throw new Error(`path to event ${event}: ${days[OTHER]} days of it have no cause, expected 0`);
    const { days: drag, isBound } = drags[reached.indexOf(event)]!;
    return { days, drag, dragBound: isBound };
  });
}

// Joins take no time, so what has no cause of its own adds nothing.
const OTHER = CAUSES.length;

const NEVER = new Float64Array(CAUSES.length).fill(Number.POSITIVE_INFINITY);
const UNREACHED: MilestonePath = { days: NEVER, drag: NEVER, dragBound: NEVER };

const CAUSE_OF_ACTIVITY = Object.entries(ACTIVITIES).map(
  ([activity, cause]) => [activity, CAUSES.indexOf(cause)] as const,
);

function causesByLabel(label: (activity: string) => number): Map<number, number> {
  return new Map(CAUSE_OF_ACTIVITY.map(([activity, cause]) => [label(activity), cause]));
}
