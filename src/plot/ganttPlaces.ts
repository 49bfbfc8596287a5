import { ganttRows, type GanttRow, type GanttStage } from './ganttRows.ts';

/** Height of a bar's row and of a site's head, px. */
export const ROW = 19;
export const HEAD = 24;

/** Where a row of a Gantt chart stands, px below the top of its plot. */
export interface GanttPlace {
  readonly site: string;
  /** Name of the stage, or of the site where it is a row of its own. */
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the bars of some stages stand in their chart, for who draws over it or reads them off: the vertical axis of its
 * `area` counts these px.
 *
 * @example ganttPlaces(stages)[0]; // { site: 'east', name: 'building', top: 24, bottom: 43 }
 */
export function ganttPlaces(stages: readonly GanttStage[]): GanttPlace[] {
  const { rows } = ganttRows(stages);
  const tops = placesOf(rows);
  return rows.flatMap(({ site, stage, isHead }, i) =>
    isHead ? [] : [{ site, name: stage, top: tops[i]!, bottom: tops[i]! + ROW }],
  );
}

/** Tops of rows, px below that of the plot. */
export function placesOf(rows: readonly GanttRow[]): number[] {
  let y = 0;
  return rows.map(({ isHead }) => {
    const place = y;
    y += isHead ? HEAD : ROW;
    return place;
  });
}
