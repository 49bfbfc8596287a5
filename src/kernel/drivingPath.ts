import { asWritten, refuseUnknown } from '../refusal/index.ts';
import { CauseKind } from './causeRecord.ts';
import type { CauseRecord } from './causeRecord.ts';
import { refuseUnfinished } from './refuseUnfinished.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * How to walk back where one waited for another: `stop` stays with who waited, `pass-through` goes on to who was
 * waited for.
 */
export type View = 'stop' | 'pass-through';

const VIEWS: readonly View[] = ['stop', 'pass-through'];

/** A stretch of a driving path: what went on from one event to the next. */
export interface Segment {
  event: number;
  from: number;
  to: number;
  label: string;
  entity: string;
  kind: string;
  /** When the arrival or unit that did not bind was there; NaN when there was none. */
  runnerUpTime: number;
  runnerUpLabel: string;
  /** Days by which the binding arrival came after the runner-up; NaN when there was none. */
  slack: number;
  ties: number;
  /** Who held what was waited for, where units were granted after a wait. */
  holderLabel: string;
  holderEntity: string;
}

/** The event before this one on the path. */
export function parentOf(causes: CauseRecord, event: number, view: View): number {
  // A clock is no cause: what it sets off began at the request, and it itself at the start.
  if (causes.isExogenous(event)) return 0;
  const enabler = causes.enabler(event);
  const kind = causes.kind(event);
  const isWait = kind === CauseKind.granted || kind === CauseKind.decided;
  if ((isWait && view === 'stop') || causes.isExogenous(enabler)) return causes.request(event);
  return enabler;
}

/** Visits the path's events from the last back to the first, each with its parent; allocates nothing. */
export function forEachSegment(
  scheduler: Scheduler,
  event: number,
  view: View,
  visit: (event: number, parent: number) => void,
): void {
  const { causes } = scheduler;
  for (let at = event; at > 0;) {
    const parent = parentOf(causes, at, view);
    refuseUnfinished('visit', visit(at, parent));
    at = parent;
  }
}

/**
 * What drove an event: segments in order of time, from `since` (default: the start) to the event.
 *
 * Each ends where the next begins, to the bit. Throws when no causes were recorded.
 */
export function drivingPath(
  scheduler: Scheduler,
  event: number,
  options: { view?: View; since?: number } = {},
): Segment[] {
  refuseUnknown('driving path', options, ['view', 'since']);
  const { view = 'stop', since = -Infinity } = options;
  if (!VIEWS.includes(view))
    throw new Error(`driving path: view ${asWritten(view)}, expected ${VIEWS.join(' or ')}`);
  if (!(typeof since === 'number' && since < Infinity))
    throw new Error(`driving path: since ${asWritten(since)}, expected a number of days`);
  const { causes } = scheduler;
  if (!causes.isOn) throw new Error('driving path: no causes recorded, expected recordCauses: true');
  if (!(Number.isInteger(event) && event >= 0 && event <= scheduler.recordedRows)) {
    throw new Error(`driving path: event ${asWritten(event)}, expected from 0 to ${scheduler.recordedRows}`);
  }
  const segments: Segment[] = [];
  forEachSegment(scheduler, event, view, (at, parent) => {
    const to = causes.time[at];
    const from = Math.max(causes.time[parent], since);
    const runnerUpTime = causes.runnerUpTime(at);
    if (to < since || (from >= to && (Number.isNaN(runnerUpTime) || to === since))) return;
    const kind = causes.kind(at);
    const holder =
      kind === CauseKind.granted && causes.request(at) !== causes.enabler(at) ? causes.enabler(at) : 0;
    segments.push({
      event: at,
      from,
      to,
      label: scheduler.labelName(causes.label(at)),
      entity: scheduler.entityName(causes.entity(at)),
      kind: causes.kindName(at),
      runnerUpTime,
      runnerUpLabel: Number.isNaN(runnerUpTime) ? '' : scheduler.labelName(causes.runnerUpLabel(at)),
      slack: bindingTime(causes, at) - runnerUpTime,
      ties: causes.ties(at),
      holderLabel: holder === 0 ? '' : scheduler.labelName(causes.label(holder)),
      holderEntity: holder === 0 ? '' : scheduler.entityName(causes.entity(holder)),
    });
  });
  return segments.reverse();
}

// A grant binds when it is made; a join at its last arrival.
function bindingTime(causes: CauseRecord, event: number): number {
  return causes.kind(event) === CauseKind.joined ? causes.time[causes.enabler(event)] : causes.time[event];
}
