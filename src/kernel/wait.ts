import type { Activity } from './activity.ts';
import { CauseKind } from './cause-record.ts';
import type { Callback } from './event-slots.ts';
import type { Scheduler } from './scheduler.ts';

/** What a process may yield: days, an activity's delay, or (by `yield*`) a wait. */
export type Command = number | Activity | Wait<unknown>;

/** Who is told when a wait is over: a process, a callback, or an any-of or all-of that contains it. */
export interface Waiter {
  readonly entity: number;
  readonly priority: number;
  readonly name: string;
  readonly isProcess: boolean;
  /** `arrival` is when what was waited for was there, which may be before the waiting (NaN: unknown). */
  arrived(wait: Wait<unknown>, arrival: number): void;
}

/** A waiter that schedules a callback. */
export class CallbackWaiter implements Waiter {
  readonly isProcess = false;
  readonly entity: number;
  readonly priority: number;
  private readonly callback: Callback;
  private readonly argument: number;
  private readonly label: number;
  private readonly scheduler: Scheduler;

  constructor(
    scheduler: Scheduler,
    callback: Callback,
    argument: number,
    label: number,
    entity: number,
    priority: number,
  ) {
    this.scheduler = scheduler;
    this.callback = callback;
    this.argument = argument;
    this.label = label;
    this.entity = entity;
    this.priority = priority;
  }

  get name(): string {
    return this.scheduler.labelName(this.label);
  }

  arrived(wait: Wait<unknown>): void {
    this.scheduler.follow(wait, this.callback, this.argument, this.label, this.entity, this.priority);
  }
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
  since = NaN;
  request = 0;
  /** How it ended, for the cause record. */
  kind: CauseKind = CauseKind.granted;
  enabler = 0;
  detail = 0;
  result: T | undefined = undefined;
  readonly scheduler: Scheduler;
  /** Label of the segment that the waiting becomes in a driving path. */
  label: number;

  constructor(scheduler: Scheduler, label: number) {
    this.scheduler = scheduler;
    this.label = label;
  }

  [Symbol.iterator](): Iterator<Command, T, unknown> {
    return this as unknown as Iterator<Command, T, unknown>;
  }

  next(received: unknown): this {
    this.done = this.value === this;
    this.value = this.done ? received : this;
    return this;
  }

  throw(error: unknown): never {
    throw error;
  }

  /** Begins to wait on behalf of a waiter; called by the kernel. */
  begin(waiter: Waiter): void {
    if (this.waiter !== undefined) {
      throw new Error(`${this.describe()}: waited for twice, expected a new wait each time`);
    }
    this.waiter = waiter;
    this.since = this.scheduler.now;
    this.request = this.scheduler.currentEvent;
    this.start();
  }

  /** Joins the queue, or succeeds on the spot. */
  protected abstract start(): void;

  /** Leaves the queue, or gives back what has been granted and not yet received. */
  abstract withdraw(): void;

  /** What is waited for, in words. */
  abstract describe(): string;

  /** Ends the wait with a result; `availableSince` is when it could first have been had (NaN: unknown). */
  succeed(result: T, availableSince: number): void {
    const { scheduler, request } = this;
    const onTheSpot = request === scheduler.currentEvent;
    this.result = result;
    this.enabler = scheduler.currentEvent;
    if (this.kind !== CauseKind.elapsed) {
      if (onTheSpot) this.detail = scheduler.causes.addDetail(request, availableSince, this.label, 0);
      else this.detail = scheduler.causes.addDetail(request, this.since, scheduler.causes.label(request), 0);
    }
    this.waiter!.arrived(this, onTheSpot ? availableSince : scheduler.now);
  }
}
