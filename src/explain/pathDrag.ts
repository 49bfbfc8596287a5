import { CauseKind, forEachSegment, type Simulation } from '../kernel/index.ts';

/** How the drag of a driving path is found. */
export interface PathDragOptions {
  /** Group of an activity label, from 0; a label without a group gives `groups − 1`. */
  readonly groupOf: (label: number) => number;
  readonly groups: number;
  /** Whether an activity ends on a date of its own, such as a window that opens: to come sooner is to wait longer. */
  readonly endsOnDate?: (label: number) => boolean;
  /** Days before this time do not count; default 0. */
  readonly since?: number;
}

/**
 * Days by which an event would come sooner, to first order, if a group of activities took no time on its driving path.
 *
 * The gain of what lies before a join is limited by its slack to the runner-up, which keeps its time; before a wait for something that
 * another holds, or for a date, nothing is gained. So it is at most the gain of a run in which the activities really take no
 * time, as there the other paths get shorter too. Source of drag: S. A. Devaux, "Total Project Control" (1999).
 *
 * @example pathDrag(simulation, milestoneEvent, { groupOf: (label) => causeOfLabel[label]!, groups: causes.length })
 */
export function pathDrag(
  simulation: Simulation,
  event: number,
  { groupOf, groups, endsOnDate = () => false, since = 0 }: PathDragOptions,
): Float64Array {
  const { causes } = simulation;
  const path: number[] = [];
  forEachSegment(simulation, event, 'stop', (at, parent) => {
    path.push(at, parent);
  });
  const gain = new Float64Array(groups);
  for (let index = path.length - 2; index >= 0; index -= 2) {
    const at = path[index]!;
    const from = Math.max(causes.time[path[index + 1]!]!, since);
    const to = causes.time[at]!;
    const days = Math.max(0, to - from);
    const label = causes.label(at);
    if (days > 0 && (causes.kind(at) === CauseKind.granted || endsOnDate(label))) gain.fill(0);
    const slack = to - causes.runnerUpTime(at);
    // Not a number where nothing else was waited for.
    if (slack >= 0) for (let group = 0; group < groups; group++) gain[group] = Math.min(gain[group]!, slack);
    gain[groupOf(label)]! += days;
  }
  return gain;
}
