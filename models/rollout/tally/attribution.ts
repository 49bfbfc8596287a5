import { pathDays, pathDrags } from '../../../src/explain/index.ts';
import type { Column, Outcome } from '../../../src/experiment/model.ts';
import { ACTIVITIES, ENDS_ON_DATE } from '../activities.ts';
import { CAUSES } from '../causes.ts';
import type { RolloutRun } from '../simulate.ts';

/** Columns of the days on the driving path of each milestone, and of their drag, by cause. */
export function attributionColumns(milestones: readonly string[]): Column[] {
  return MEASURES.flatMap(({ table, measure, unit, text }) =>
    milestones.flatMap((milestone) =>
      CAUSES.map((cause): Column => ({
        name: columnName(measure, milestone, cause),
        unit,
        kind: 'scalar',
        description: `${text(cause)} on the driving path (stop view) of ${milestone}; infinite when not reached`,
        table,
        key: { milestone, cause },
      })),
    ),
  );
}

/** Names of a milestone's columns, by cause. */
export interface AttributionNames {
  readonly milestone: string;
  readonly pathDays: readonly string[];
  readonly drag: readonly string[];
  readonly dragBound: readonly string[];
}

/** The names of the columns that `attributionColumns` declares, milestone by milestone. */
export function attributionNames(milestones: readonly string[]): AttributionNames[] {
  return milestones.map((milestone) => ({
    milestone,
    pathDays: CAUSES.map((cause) => columnName('path_days', milestone, cause)),
    drag: CAUSES.map((cause) => columnName('drag', milestone, cause)),
    dragBound: CAUSES.map((cause) => columnName('drag_bound', milestone, cause)),
  }));
}

/**
 * Days on the driving path of each milestone by cause, in the stop view, and the days that each cause drags it to first order.
 *
 * The days sum to the milestone's day with `===`; drags sum to nothing. A milestone that was not reached has no path: all its days
 * are infinite. Beside each drag stands whether it is a bound only.
 */
export function attribution({ world, deployment }: RolloutRun): Outcome {
  const { simulation, tables } = world;
  const causes = causesByLabel((activity) => simulation.label(activity));
  const fixed = new Set([...ENDS_ON_DATE].map((activity) => simulation.label(activity)));
  const options = {
    groupOf: (label: number) => causes.get(label) ?? OTHER,
    groups: CAUSES.length + 1,
    endsOnDate: (label: number) => fixed.has(label),
  };
  const days: Record<string, number> = {};
  const { events } = deployment.milestones;
  const reached = tables.attribution.map((_, index) => events[index]!).filter((event) => event >= 0);
  const drags = pathDrags(simulation, reached, options);
  tables.attribution.forEach((names, index) => {
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

const MEASURES = [
  {
    table: 'attribution',
    measure: 'path_days',
    unit: 'day',
    text: (cause: string) => `days charged to ${cause}`,
  },
  {
    table: 'drag',
    measure: 'drag',
    unit: 'day',
    text: (cause: string) => `days gained at least, on this record, if ${cause} took no time`,
  },
  {
    table: 'drag_bound',
    measure: 'drag_bound',
    unit: 'share',
    text: (cause: string) => `1 where the drag of ${cause} is a bound that may be exceeded`,
  },
] as const;

// Joins take no time, so what has no cause of its own adds nothing.
const OTHER = CAUSES.length;

const NEVER = new Float64Array(CAUSES.length).fill(Number.POSITIVE_INFINITY);
const UNREACHED = { days: NEVER, isBound: NEVER };

function causesByLabel(label: (activity: string) => number): Map<number, number> {
  return new Map(
    Object.entries(ACTIVITIES).map(([activity, cause]) => [label(activity), CAUSES.indexOf(cause)]),
  );
}

function columnName(measure: string, milestone: string, cause: string): string {
  return `${measure}:${milestone}:${cause}`;
}
