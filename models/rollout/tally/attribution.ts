import { pathDays } from '../../../src/explain/index.ts';
import type { Column, Outcome } from '../../../src/experiment/model.ts';
import { ACTIVITIES } from '../activities.ts';
import { CAUSES } from '../causes.ts';
import type { RolloutRun } from '../simulate.ts';

/** Columns of the days on the driving path of each milestone, by cause. */
export function attributionColumns(milestones: readonly string[]): Column[] {
  return milestones.flatMap((milestone) =>
    CAUSES.map((cause): Column => ({
      name: columnName(milestone, cause),
      unit: 'day',
      kind: 'scalar',
      description: `days charged to ${cause} on the driving path (stop view) of ${milestone}; infinite when not reached`,
      table: 'attribution',
      key: { milestone, cause },
    })),
  );
}

/**
 * Days on the driving path of each milestone by cause, in the stop view; they sum to the milestone's day with `===`.
 *
 * A milestone that was not reached has no path: all its days are infinite.
 */
export function attribution({ world, deployment }: RolloutRun, milestones: readonly string[]): Outcome {
  const { simulation } = world;
  const causeOf = causesByLabel((activity) => simulation.label(activity));
  const days: Record<string, number> = {};
  milestones.forEach((milestone, index) => {
    const event = deployment.milestones.events[index]!;
    const path =
      event < 0
        ? undefined
        : pathDays(simulation, event, {
            groupOf: (label) => causeOf.get(label) ?? OTHER,
            groups: CAUSES.length + 1,
          });
    CAUSES.forEach((cause, i) => {
      days[columnName(milestone, cause)] = path === undefined ? Number.POSITIVE_INFINITY : path[i]!;
    });
  });
  return days;
}

// Joins take no time, so what has no cause of its own adds nothing.
const OTHER = CAUSES.length;

function causesByLabel(label: (activity: string) => number): Map<number, number> {
  return new Map(
    Object.entries(ACTIVITIES).map(([activity, cause]) => [label(activity), CAUSES.indexOf(cause)]),
  );
}

function columnName(milestone: string, cause: string): string {
  return `path_days:${milestone}:${cause}`;
}
