import { refuseFlag, refuseUnknown } from '../refusal/index.ts';
import { CauseKind } from './causeRecord.ts';
import type { Callback } from './eventTarget.ts';
import type { Scheduler } from './scheduler.ts';
import { NO_OPTIONS } from './claimOptions.ts';
import { Wait } from './wait.ts';
import type { Source } from './wait.ts';
import { WaitQueue } from './waitQueue.ts';

const NO_REPEATING: { repeating?: boolean } = {};

/**
 * Something that happens once: who waits is woken, who comes later passes at once.
 *
 * A repeating signal wakes those who wait and is not remembered.
 */
export class Signal<T = void> implements Source {
  readonly name: string;
  readonly label: number;
  /** @internal */
  readonly scheduler: Scheduler;
  /** @internal */
  readonly generation: object;
  value: T | undefined = undefined;
  isFired = false;
  /** The event that fired it. */
  firingEvent = 0;
  /** How often it has fired. */
  firings = 0;
  private firedAt = NaN;
  /** Whether what it has fired is an error, to be thrown in those who wait. */
  private isFailed = false;
  private failure: unknown = undefined;
  private readonly waits = new WaitQueue();
  private readonly repeating: boolean;

  constructor(scheduler: Scheduler, name: string, options: { repeating?: boolean } = NO_REPEATING) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.name = name;
    this.label = scheduler.label(name);
    if (options !== NO_REPEATING) {
      refuseUnknown(`signal "${name}"`, options, ['repeating'], scheduler.clock);
      refuseFlag(`signal "${name}"`, 'repeating', options.repeating, scheduler.clock);
    }
    const { repeating = false } = options;
    this.repeating = repeating;
  }

  /** Wakes all who wait, in the order they came; throws when it has fired already and does not repeat. */
  fire(value?: T): void {
    const { scheduler } = this;
    if (this.generation !== scheduler.generation) {
      throw new Error(
        `signal "${this.name}": made before the last reset, expected one of this run (day ${scheduler.clock})`,
      );
    }
    if (this.isFired) {
      throw new Error(
        `signal "${this.name}": fired twice (day ${scheduler.clock}), expected one firing; call reset() or make it repeating`,
      );
    }
    this.happen(value, scheduler.clock, scheduler.executed);
  }

  /**
   * Fires as of a time and an event, which may be past; says whether any but a callback was told. Called by the kernel.
   *
   * @internal
   */
  happen(value: T | undefined, time: number, event: number): boolean {
    const { waits } = this;
    let isTold = false;
    this.value = value;
    this.firedAt = time;
    this.firingEvent = event;
    this.isFired = !this.repeating;
    this.firings++;
    for (let wait = waits.first; wait !== undefined; wait = waits.first) {
      isTold ||= typeof wait.waiter === 'object';
      waits.leave(wait);
      this.wake(wait);
    }
    this.scheduler.occupied.delete(waits);
    return isTold;
  }

  /**
   * Fires with an error, which is thrown where it is waited for; callbacks are not called. Called by the kernel.
   *
   * @internal
   */
  fail(failure: unknown, time: number, event: number): boolean {
    this.isFailed = true;
    this.failure = failure;
    return this.happen(undefined, time, event);
  }

  /** Makes the signal as if it had never fired. */
  reset(): void {
    this.isFired = false;
    this.value = undefined;
    this.firedAt = NaN;
    this.firings = this.firingEvent = 0;
  }

  /** Waits for the signal: `const value = yield* signal.wait()`. */
  wait(): Wait<T> {
    return new Wait<T>(this, 0, NO_OPTIONS);
  }

  /** Calls back, once, when the signal fires (at once if it has). */
  subscribe(callback: Callback, argument = 0, label: number = this.label, entity = 0, priority = 0): Wait<T> {
    return this.wait().beginCall(callback, argument, label, entity, priority);
  }

  /** @internal */
  admit(wait: Wait<unknown>): void {
    if (this.isFired) {
      this.wake(wait);
      return;
    }
    this.waits.append(wait);
    if (this.waits.length === 1) this.scheduler.occupied.add(this.waits);
  }

  /** @internal */
  withdraw(wait: Wait<unknown>): void {
    if (!this.waits.has(wait)) return;
    this.waits.leave(wait);
    if (this.waits.length === 0) this.scheduler.occupied.delete(this.waits);
  }

  toString(): string {
    return this.describe();
  }

  describe(): string {
    return `signal "${this.name}"`;
  }

  private wake(wait: Wait<unknown>): void {
    const { firedAt, firingEvent, scheduler } = this;
    const { since, request } = wait;
    const { causes } = scheduler;
    // Two arrivals, the signal and who waits for it: the later is the cause, the earlier event among equals.
    const signalBinds = firedAt > since || (firedAt === since && firingEvent < request);
    const ties = firedAt === since ? 1 : 0;
    wait.kind = CauseKind.joined;
    wait.enabler = signalBinds ? firingEvent : request;
    wait.detail = signalBinds
      ? causes.addDetail(request, since, causes.label(request), ties, request)
      : causes.addDetail(request, firedAt, this.label, ties, firingEvent);
    wait.arrivalEvent = firingEvent;
    if (!this.isFailed) wait.end(this.value, firedAt);
    else if (typeof wait.waiter === 'object') wait.fail(this.failure, firedAt);
    else wait.state = 'withdrawn';
  }
}
