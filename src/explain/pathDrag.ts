import { answerOf } from '../refusal/index.ts';
import { CauseKind, parentOf, type Simulation } from '../kernel/index.ts';

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

/** What a recorded event would gain, by group of activities; `isBound` where it may be more. */
interface Gains {
  readonly days: Float64Array;
  readonly isBound: Uint8Array;
}

/** The same while it is worked out, for hundreds of events: plain lists, which are quicker made. */
interface GainsSoFar {
  readonly days: readonly number[];
  readonly isBound: readonly number[];
}

/**
 * Days by which an event would come sooner if a group of activities took no time, as far as the record of one run
 * tells.
 *
 * It walks back from the event and, at each join, along what came last and along the runner-up too, so that what both
 * share counts in full; an arrival before the runner-up keeps its time, and so does a runner-up of which no event is
 * recorded. Before a wait for something that another holds, or for a date, nothing is gained. So it is never more
 * than the gain of a run in which the activities really take no time. Source of drag: S. A. Devaux, "Total Project
 * Control" (1999).
 *
 * @example pathDrag(simulation, milestoneEvent, { groupOf: (label) => causeOfLabel[label]!, groups: causes.length })
 */
export function pathDrag(simulation: Simulation, event: number, options: PathDragOptions): Float64Array {
  return pathDrags(simulation, [event], options)[0]!.days;
}

/**
 * The same for several events of one run, with whether each gain is only a bound: a further arrival, or a wait whose
 * holder is not walked through, may leave more to be gained.
 */
export function pathDrags(
  simulation: Simulation,
  events: readonly number[],
  { groupOf, groups, endsOnDate = () => false, since = 0 }: PathDragOptions,
): readonly Gains[] {
  const { causes } = simulation;
  const gains = new Map<number, GainsSoFar>();
  const nothing: GainsSoFar = { days: Array<number>(groups).fill(0), isBound: Array<number>(groups).fill(0) };
  for (const at of reached(simulation, events, since)) {
    const parent = parentOf(causes, at, 'stop');
    const before = gains.get(parent) ?? nothing;
    const from = Math.max(causes.time[parent]!, since);
    const to = causes.time[at]!;
    const days = Math.max(0, to - from);
    const label = causes.label(at);
    const own = { days: before.days.slice(), isBound: before.isBound.slice() };
    if (days > 0 && (causes.kind(at) === CauseKind.granted || answerOf(endsOnDate(label), 'endsOnDate'))) {
      for (let group = 0; group < groups; group++) if (own.days[group]! > 0) own.isBound[group] = 1;
      own.days.fill(0);
    }
    const slack = to - causes.runnerUpTime(at);
    // Not a number where nothing else was waited for.
    if (slack >= 0) {
      const runnerUp = gains.get(causes.runnerUpEvent(at));
      const third = to - causes.thirdTime(at);
      const isKnown = causes.runnerUpEvent(at) >= 0;
      for (let group = 0; group < groups; group++) {
        const beside = slack + (runnerUp?.days[group] ?? 0);
        const limit = third < beside ? third : beside;
        if (!(limit < own.days[group]!)) continue;
        own.days[group] = limit;
        own.isBound[group] = third < beside || !isKnown ? 1 : (runnerUp?.isBound[group] ?? 0);
      }
    }
    own.days[groupOf(label)]! += days;
    gains.set(at, own);
  }
  return events.map((event) => {
    const { days, isBound } = gains.get(event) ?? nothing;
    return { days: Float64Array.from(days), isBound: Uint8Array.from(isBound) };
  });
}

/** Every event that lies behind some on their paths or on those of runners-up, in the order in which they happened. */
function reached({ causes }: Simulation, events: readonly number[], since: number): number[] {
  const found = new Set<number>();
  const pending = events.filter((event) => event > 0);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const before of [parentOf(causes, at, 'stop'), causes.runnerUpEvent(at)])
      // What happened before nothing of it counts has nothing to gain.
      if (before > 0 && causes.time[before]! > since) pending.push(before);
  }
  return [...found].sort((a, b) => a - b);
}
