import type { Activity } from './activity.ts';
import { CauseKind } from './cause-record.ts';
import type { Arrivals } from './join.ts';
import type { Scheduler } from './scheduler.ts';

/** What a process may yield: days, an activity's delay, or (by `yield*`) a wait. */
export type Command = number | Activity | Wait<unknown>;

/** Who is told when a wait is over: a process, a callback, or an any-of or all-of that contains it. */
export interface Waiter {
  readonly entity: number;
  readonly priority: number;
  readonly name: string;
  /** Whether a process waits here, directly or through an any-of or all-of. */
  readonly isProcess: boolean;
  arrived(wait: Wait<unknown>): void;
}

/**
 * Something to wait for once, with a typed result: `const lot = yield* dock.take()`.
 *
 * It is its own iterator and its own iterator result, so that a wait costs one object.
 */
export abstract class Wait<T> {
  done = false;
  value: unknown = undefined;
  waiter: Waiter | undefined = undefined;
  /** When the waiting began, and during which event. */
  since = 0;
  request = 0;
  /** How it ended, for the cause record. */
  kind: CauseKind = CauseKind.granted;
  enabler = 0;
  runnerUpTime: number = NaN;
  runnerUpLabel = 0;
  ties = 0;
  /** When what was waited for was there, which may be before the waiting. */
  arrival: number = NaN;
  result: T | undefined = undefined;
  readonly scheduler: Scheduler;
  /** Label of the segment that the waiting becomes in a driving path. */
  label: number;
  private yielded = false;

  constructor(scheduler: Scheduler, label: number) {
    this.scheduler = scheduler;
    this.label = label;
  }

  [Symbol.iterator](): Iterator<Command, T, unknown> {
    return this as unknown as Iterator<Command, T, unknown>;
  }

  next(received: unknown): this {
    if (this.yielded) {
      this.done = true;
      this.value = received;
    } else {
      this.yielded = true;
      this.value = this;
    }
    return this;
  }

  throw(error: unknown): never {
    throw error;
  }

  /** Begins to wait on behalf of a waiter; called by the kernel. */
  begin(waiter: Waiter): void {
    if (this.waiter !== undefined) {
      throw new Error(
        `${this.describe()}: waited for twice by ${waiter.name}, expected a new wait each time`,
      );
    }
    this.waiter = waiter;
    this.since = this.scheduler.now;
    this.request = this.scheduler.currentEvent;
    this.start();
  }

  /** Joins the queue, or succeeds on the spot. */
  protected abstract start(): void;

  /** Leaves the queue; called by the kernel when the wait is interrupted or has lost. */
  abstract withdraw(): void;

  /** What is waited for, in words. */
  abstract describe(): string;

  /** Ends the wait with a result; `availableSince` is when it could first have been had (NaN: unknown). */
  succeed(result: T, availableSince: number): void {
    const scheduler = this.scheduler;
    const onTheSpot = this.request === scheduler.currentEvent;
    this.result = result;
    this.enabler = scheduler.currentEvent;
    this.arrival = onTheSpot ? availableSince : scheduler.now;
    if (this.kind !== CauseKind.elapsed) {
      this.runnerUpTime = onTheSpot ? availableSince : this.since;
      this.runnerUpLabel = onTheSpot ? this.label : scheduler.causes.label(this.request);
    }
    this.waiter!.arrived(this);
  }

  /** Takes the cause from the arrivals noted. */
  protected settle(arrivals: Arrivals): void {
    this.kind = CauseKind.joined;
    this.enabler = arrivals.event;
    this.runnerUpTime = arrivals.runnerUpTime;
    this.runnerUpLabel = arrivals.runnerUpLabel;
    this.ties = arrivals.ties;
    this.waiter!.arrived(this);
  }

  /** Attributes the event that follows from this wait. */
  explain(handle: number): void {
    this.scheduler.attribute(
      handle,
      this.kind,
      this.request,
      this.runnerUpTime,
      this.runnerUpLabel,
      this.ties,
      this.enabler,
    );
  }
}
