import { isAhead, type AsOf } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { GanttStage } from './ganttRows.ts';

function withoutUse(stages: readonly GanttStage[]): readonly GanttStage[] {
  const work = stages.filter(({ isUse = false }) => !isUse);
  return work.length > 0 ? work : stages;
}

/** The finding of a Gantt chart: what is unfinished at the end, or what is done last. */
export function ganttTitle(all: readonly GanttStage[], end: Date, asOf: AsOf | undefined): string {
  const stages = withoutUse(all);
  // Nothing here is said of all sites or of several at once: medians tell of one date at a time.
  const medians = stages.map(({ site, start, finish, begun, finished }) => ({
    site,
    begun,
    unfinished: begun === undefined || finished === undefined ? undefined : begun - finished,
    start: start.p50 === undefined ? undefined : dateOf(start.p50),
    finish: finish.p50 === undefined ? undefined : dateOf(finish.p50),
  }));
  const isOver = (date: Date | undefined): boolean => date === undefined || date > end;
  // Work that half of the runs do not begin may not be needed: it is not unfinished.
  const late = medians.filter(({ start, finish, unfinished }) =>
    unfinished === undefined ? !isOver(start) && isOver(finish) : unfinished >= 0.5,
  );
  if (late.length > 0) {
    const lateSites = [...new Set(late.map(({ site }) => site))];
    const sites = new Set(stages.map(({ site }) => site)).size;
    const which =
      lateSites.length <= 2 ? lateSites.join(' and at ') : `${lateSites.length} of ${sites} sites`;
    const each = lateSites.length > 1 ? ', each for itself' : '';
    return `Work at ${which} is unfinished in ${monthText(end)} in half of the runs or more${each}`;
  }
  const finished = medians.flatMap(({ site, finish, begun = 1 }) =>
    isOver(finish) || begun < 0.5 ? [] : [{ site, finish: finish! }],
  );
  if (finished.length === 0) return `Half of the runs or more begin no work by ${monthText(end)}`;
  const last = finished.reduce((best, stage) => (stage.finish > best.finish ? stage : best));
  return isAhead(last.finish, asOf)
    ? `Work on halls and power ends last at ${last.site}, by the medians in ${monthText(last.finish)}`
    : `All work is done before ${dayText(asOf!.date)} in half of the runs, each stage for itself`;
}
