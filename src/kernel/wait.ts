import { CauseKind } from './causeRecord.ts';
import type { Delay } from './delay.ts';
import type { RequestOptions } from './claimOptions.ts';
import type { Callback } from './eventTarget.ts';
import type { EventHandle } from './eventHandle.ts';
import type { Scheduler } from './scheduler.ts';

/** What a process may yield: days, an activity's delay, or (by `yield*`) a wait. */
export type Command = number | Delay | Wait<unknown>;

/** A process, as the one who holds tickets. */
export interface Holder {
  /** The latest ticket it holds; each knows the one before it. @internal */
  latest: Wait<unknown> | undefined;
}

/** Who is told when a wait is over, unless it is a callback: a process, or the any-of or all-of that contains it. */
export interface Waiter {
  readonly entity: number;
  /** @internal */
  readonly priority: number;
  /** @internal */
  readonly generation: object;
  /** The process that waits in the end: what is granted is its. @internal */
  readonly holder: Holder | undefined;
  /** Whether it has not received yet what this wait gave or will give. @internal */
  awaits(wait: Wait<unknown>): boolean;
  /** `arrival` is when what was waited for was there, which may be before the waiting (NaN: unknown). @internal */
  arrived(wait: Wait<unknown>, arrival: number): void;
}

/** What is waited for: a resource, a signal, a condition, a delay. */
export interface Source {
  /** @internal */
  readonly scheduler: Scheduler;
  /** The run, from one reset to the next, that it belongs to. @internal */
  readonly generation: object;
  readonly label: number;
  /** Days left of a delay or of work; of other waits unknown. */
  readonly remainingDays?: number | undefined;
  /** Ends the wait on the spot, or keeps it until it can be ended. @internal */
  admit(wait: Wait<unknown>): void;
  /** Forgets a wait, or takes back what has been granted and not yet received. @internal */
  withdraw(wait: Wait<unknown>): void;
  /** What is waited for, in words. */
  describe(wait: Wait<unknown>): string;
}

/**
 * `new` until it begins; `held` and `suspended` of what was granted, `failed` where the result is an error to throw.
 */
export type WaitState = 'new' | 'waiting' | 'held' | 'suspended' | 'released' | 'withdrawn' | 'failed';

/**
 * Something to wait for once, with a typed result: `const lot = yield* dock.take()`.
 *
 * It is its own iterator, iterator result and queue entry, and there is but this class, without subclasses: so a
 * wait costs one object, of a kind that V8 makes and reads without a call. What differs is in the source.
 */
export class Wait<T> {
  /** @internal */
  readonly source: Source;
  /** @internal */
  readonly options: RequestOptions;
  /** Units or quantity claimed. */
  amount: number;
  /** @internal */
  waiter: Waiter | Callback | undefined = undefined;
  state: WaitState = 'new';
  /** When the waiting began, and during which event. */
  since = NaN;
  /** @internal */
  request = 0;
  /** How many waits of the run had begun before it. @internal */
  serial = 0;
  /** @internal */
  priority = 0;
  entity = 0;
  /** What a waiting callback is called with. @internal */
  argument = 0;
  /** Label of the segment that the waiting becomes in a driving path. */
  label: number;
  /** How it ended, for the cause record. @internal */
  kind: CauseKind = CauseKind.granted;
  /** @internal */
  enabler = 0;
  /** @internal */
  detail = 0;
  /**
   * The event that brought it about where that is not the one that ended it, such as a signal that fired before; else
   * −1.
   *
   * @internal
   */
  arrivalEvent = -1;
  /** @internal */
  result: T | undefined = undefined;
  /** Neighbours in the queue, or among those who hold units. @internal */
  previous: Wait<unknown> | undefined = undefined;
  /** @internal */
  following: Wait<unknown> | undefined = undefined;
  /** The event that ends the waiter's patience. @internal */
  timer: EventHandle | undefined = undefined;
  /**
   * Slot and sequence of the event that tells a callback: a handle of two small integers, which V8 need not box.
   *
   * Of what was granted before it was waited for, the sequence is the place of the event that will tell who waits.
   */
  private slot = 0;
  /** @internal */
  sequence = 0;
  /** The process that holds the units, and what else it holds that is older. @internal */
  owner: Holder | undefined = undefined;
  /** @internal */
  older: Wait<unknown> | undefined = undefined;
  /** The item that it put into a store, or was given. @internal */
  item: object | undefined = undefined;

  constructor(source: Source, amount: number, options: RequestOptions) {
    this.source = source;
    this.label = source.label;
    this.amount = amount;
    this.options = options;
    const { scheduler } = source;
    (scheduler.runningStep ?? scheduler).note(this);
  }

  /** Its own iterator and iterator result: first the wait itself, for the process to begin, then what it gave. */
  [Symbol.iterator](): Iterator<Command, T, unknown> {
    if (this.waiter !== undefined) this.refuse();
    return this as unknown as Iterator<Command, T, unknown>;
  }

  /** @internal */
  next(): this {
    return this;
  }

  /** @internal */
  get done(): boolean {
    return this.waiter !== undefined;
  }

  /** @internal */
  get value(): this | T | undefined {
    return this.waiter === undefined ? this : this.result;
  }

  /** @internal */
  throw(error: unknown): never {
    throw error;
  }

  /** Gives up what is waited for, or what was granted and not yet received. */
  withdraw(): void {
    if (this.state === 'new') this.state = 'withdrawn';
    else this.source.withdraw(this);
    if (this.slot !== 0) this.source.scheduler.cancelIn(this.slot, this.sequence);
  }

  /** Whether the waiter has got what was granted. @internal */
  get isReceived(): boolean {
    const { waiter, slot } = this;
    if (typeof waiter !== 'function') return waiter !== undefined && !waiter.awaits(this);
    return slot !== 0 && !this.source.scheduler.isPendingIn(slot, this.sequence);
  }

  /** Days left of a delay or of work; undefined where that is not known. */
  get remainingDays(): number | undefined {
    return this.source.remainingDays;
  }

  toString(): string {
    return this.describe();
  }

  describe(): string {
    return this.source.describe(this);
  }

  /** Begins to wait on behalf of a waiter; called by the kernel. @internal */
  begin(waiter: Waiter): void {
    if (this.source.generation !== waiter.generation) this.refuseStranger();
    if (this.state === 'new') {
      this.entity = waiter.entity;
      this.priority = this.options.priority ?? waiter.priority;
      this.join(waiter);
      return;
    }
    // It began at its call, and may be over.
    if (this.waiter !== undefined || Number.isNaN(this.since)) this.refuse();
    this.waiter = waiter;
    if (this.request !== this.source.scheduler.executed) this.sequence = 0;
    if (this.state !== 'waiting') this.succeed(this.result as T, NaN);
  }

  /**
   * Begins at its call, for the process that runs, which may wait for it afterwards; called by the kernel.
   *
   * @internal
   */
  enter(): this {
    const { runningStep } = this.source.scheduler;
    this.entity = runningStep?.entity ?? 0;
    this.priority = this.options.priority ?? runningStep?.priority ?? 0;
    this.join(undefined);
    return this;
  }

  /** Begins to wait on behalf of a callback; called by the kernel. @internal */
  beginCall(callback: Callback, argument: number, label: number, entity: number, priority = 0): this {
    const { scheduler, generation } = this.source;
    // What is refused here is no wait that was made and forgotten.
    this.state = 'withdrawn';
    if (generation !== scheduler.generation) this.refuseStranger();
    scheduler.check(callback, label, entity, priority);
    if (typeof argument !== 'number') scheduler.refuseArgument(argument, label, entity);
    this.argument = argument;
    this.label = label;
    this.entity = entity;
    this.priority = this.options.priority ?? priority;
    this.join(callback);
    return this;
  }

  private join(waiter: Waiter | Callback | undefined): void {
    const { scheduler } = this.source;
    this.state = 'waiting';
    this.waiter = waiter;
    this.since = scheduler.clock;
    this.request = scheduler.executed;
    this.serial = scheduler.begunWaits++;
    this.source.admit(this);
  }

  private refuseStranger(): never {
    throw new Error(
      `${this.describe()}: of another simulation or made before the last reset, expected one of this run`,
    );
  }

  private refuse(): never {
    const isUnbegun = this.state === 'withdrawn' && Number.isNaN(this.since);
    const what = isUnbegun ? 'withdrawn before it was waited for' : 'waited for twice';
    throw new Error(
      `${this.describe()}: ${what}, expected a new wait each time (${this.source.scheduler.present})`,
    );
  }

  /** Ends the wait with a result; `availableSince` is when it could first have been had (NaN: unknown). @internal */
  succeed(result: T, availableSince: number): void {
    const { request, source } = this;
    const { causes, executed, clock } = source.scheduler;
    const onTheSpot = request === executed;
    this.enabler = executed;
    if (causes.isOn && this.kind !== CauseKind.elapsed) {
      if (onTheSpot) this.detail = causes.addDetail(request, availableSince, source.label, 0);
      else this.detail = causes.addDetail(request, this.since, causes.label(request), 0);
    }
    this.end(result, onTheSpot ? availableSince : clock);
  }

  /** Ends the wait with an error, which is thrown where it is waited for. @internal */
  fail(error: unknown, arrival: number): void {
    this.state = 'failed';
    this.end(error as T, arrival);
  }

  /** Tells the waiter, once kind, enabler and detail say how the wait ended. @internal */
  end(result: T, arrival: number): void {
    const { waiter } = this;
    this.result = result;
    if (typeof waiter === 'function') {
      const { scheduler } = this.source;
      this.slot = scheduler.call(this, waiter, this.options.priority === undefined ? this.priority : 0);
      this.sequence = scheduler.sequenceIn(this.slot);
    } else waiter!.arrived(this, arrival);
  }
}
