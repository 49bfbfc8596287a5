import type { Column } from '../../../src/experiment/model.ts';
import { CAUSES } from '../causes.ts';

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

function columnName(measure: string, milestone: string, cause: string): string {
  return `${measure}:${milestone}:${cause}`;
}
