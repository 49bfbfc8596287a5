import { pathDays, pathDrags } from '../../../src/explain/index.ts';
import type { Outcome } from '../../../src/experiment/model.ts';
import type { Simulation } from '../../../src/kernel/index.ts';
import { ACTIVITIES, ENDS_ON_DATE } from '../activities.ts';
import { CAUSES } from '../causes.ts';
import type { AttributionNames } from './attributionColumns.ts';

/**
 * Days on the driving path of each milestone by cause, in the stop view, and the days that each cause drags it to
 * first order.
 *
 * The days sum to the milestone's day with `===`; drags sum to nothing. A milestone that was not reached has no path:
 * all its days are infinite. Beside each drag stands whether it is a bound only.
 *
 * @param days the outcome to which the columns are added
 */
export function attribution(
  simulation: Simulation,
  reachedBy: readonly { readonly event: number }[],
  milestones: readonly AttributionNames[],
  days: Record<string, Outcome[string]> = {},
): Outcome {
  const causes = causesByLabel((activity) => simulation.label(activity));
  const fixed = new Set([...ENDS_ON_DATE].map((activity) => simulation.label(activity)));
  const options = {
    groupOf: (label: number) => causes.get(label) ?? OTHER,
    groups: CAUSES.length + 1,
    endsOnDate: (label: number) => fixed.has(label),
  };
  const events = reachedBy.map(({ event }) => event);
  const reached = milestones.map((_, index) => events[index]!).filter((event) => event >= 0);
  const drags = pathDrags(simulation, reached, options);
  milestones.forEach((names, index) => {
    const event = events[index]!;
    const path = event < 0 ? NEVER : pathDays(simulation, event, options);
    const { days: drag, isBound } = event < 0 ? UNREACHED : drags[reached.indexOf(event)]!;
    if (event >= 0 && path[OTHER] !== 0)
      throw new Error(
        `milestone ${names.milestone}: ${path[OTHER]} days on its path have no cause, expected 0`,
      );
    for (let cause = 0; cause < CAUSES.length; cause++) {
      days[names.pathDays[cause]!] = path[cause]!;
      days[names.drag[cause]!] = drag[cause]!;
      days[names.dragBound[cause]!] = isBound[cause]!;
    }
  });
  return days;
}

// Joins take no time, so what has no cause of its own adds nothing.
const OTHER = CAUSES.length;

const NEVER = new Float64Array(CAUSES.length).fill(Number.POSITIVE_INFINITY);
const UNREACHED = { days: NEVER, isBound: NEVER };

function causesByLabel(label: (activity: string) => number): Map<number, number> {
  return new Map(
    Object.entries(ACTIVITIES).map(([activity, cause]) => [label(activity), CAUSES.indexOf(cause)]),
  );
}
