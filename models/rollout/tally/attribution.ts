import { pathDays, pathDrag } from '../../../src/explain/index.ts';
import type { Column, Outcome } from '../../../src/experiment/model.ts';
import { ACTIVITIES, ENDS_ON_DATE } from '../activities.ts';
import { CAUSES } from '../causes.ts';
import type { RolloutRun } from '../simulate.ts';

/** Columns of the days on the driving path of each milestone, and of their drag, by cause. */
export function attributionColumns(milestones: readonly string[]): Column[] {
  return MEASURES.flatMap(({ table, measure, text }) =>
    milestones.flatMap((milestone) =>
      CAUSES.map((cause): Column => ({
        name: columnName(measure, milestone, cause),
        unit: 'day',
        kind: 'scalar',
        description: `${text(cause)} on the driving path (stop view) of ${milestone}; infinite when not reached`,
        table,
        key: { milestone, cause },
      })),
    ),
  );
}

/**
 * Days on the driving path of each milestone by cause, in the stop view, and the days that each cause drags it to first order.
 *
 * The days sum to the milestone's day with `===`; drags sum to nothing. A milestone that was not reached has no path: all its days
 * are infinite.
 */
export function attribution({ world, deployment }: RolloutRun, milestones: readonly string[]): Outcome {
  const { simulation } = world;
  const causes = causesByLabel((activity) => simulation.label(activity));
  const fixed = new Set([...ENDS_ON_DATE].map((activity) => simulation.label(activity)));
  const options = {
    groupOf: (label: number) => causes.get(label) ?? OTHER,
    groups: CAUSES.length + 1,
    endsOnDate: (label: number) => fixed.has(label),
  };
  const days: Record<string, number> = {};
  milestones.forEach((milestone, index) => {
    const event = deployment.milestones.events[index]!;
    const path = event < 0 ? undefined : pathDays(simulation, event, options);
    const drag = event < 0 ? undefined : pathDrag(simulation, event, options);
    if ((path?.[OTHER] ?? 0) !== 0)
      throw new Error(`milestone ${milestone}: ${path![OTHER]} days on its path have no cause, expected 0`);
    CAUSES.forEach((cause, i) => {
      days[columnName('path_days', milestone, cause)] = path?.[i] ?? Number.POSITIVE_INFINITY;
      days[columnName('drag', milestone, cause)] = drag?.[i] ?? Number.POSITIVE_INFINITY;
    });
  });
  return days;
}

const MEASURES = [
  { table: 'attribution', measure: 'path_days', text: (cause: string) => `days charged to ${cause}` },
  {
    table: 'drag',
    measure: 'drag',
    text: (cause: string) => `days gained, to first order, if ${cause} took no time`,
  },
] as const;

// Joins take no time, so what has no cause of its own adds nothing.
const OTHER = CAUSES.length;

function causesByLabel(label: (activity: string) => number): Map<number, number> {
  return new Map(
    Object.entries(ACTIVITIES).map(([activity, cause]) => [label(activity), CAUSES.indexOf(cause)]),
  );
}

function columnName(measure: string, milestone: string, cause: string): string {
  return `${measure}:${milestone}:${cause}`;
}
