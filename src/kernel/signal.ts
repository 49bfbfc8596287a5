import type { Callback } from './event-slots.ts';
import { CauseKind } from './cause-record.ts';
import type { Scheduler } from './scheduler.ts';
import { CallbackWaiter, Wait } from './wait.ts';

/** Waits for one firing of a signal. */
export class SignalWait<T> extends Wait<T> {
  private readonly signal: Signal<T>;

  constructor(scheduler: Scheduler, signal: Signal<T>) {
    super(scheduler, signal.label);
    this.signal = signal;
  }

  protected start(): void {
    this.signal.join(this);
  }

  override succeed(value: T, firedAt: number): void {
    const { since, request, scheduler, signal } = this;
    // Two arrivals, the signal and who waits for it: the later is the cause, the earlier event among equals.
    const signalBinds = firedAt > since || (firedAt === since && signal.firingEvent < request);
    const { causes } = scheduler;
    const ties = firedAt === since ? 1 : 0;
    this.result = value;
    this.kind = CauseKind.joined;
    this.enabler = signalBinds ? signal.firingEvent : request;
    if (signalBinds) this.detail = causes.addDetail(request, since, causes.label(request), ties);
    else this.detail = causes.addDetail(request, firedAt, this.label, ties);
    this.waiter!.arrived(this, firedAt);
  }

  withdraw(): void {
    this.signal.leave(this);
  }

  describe(): string {
    return `signal "${this.signal.name}"`;
  }
}

/**
 * Something that happens once: who waits is woken, who comes later passes at once.
 *
 * A repeating signal wakes those who wait and is not remembered.
 */
export class Signal<T = void> {
  readonly name: string;
  readonly label: number;
  value: T | undefined = undefined;
  isFired = false;
  /** The event that fired it. */
  firingEvent = 0;
  private firedAt = NaN;
  private readonly waits = new Set<SignalWait<T>>();
  private readonly repeating: boolean;
  private readonly scheduler: Scheduler;

  constructor(scheduler: Scheduler, name: string, { repeating = false }: { repeating?: boolean } = {}) {
    this.scheduler = scheduler;
    this.name = name;
    this.label = scheduler.label(name);
    this.repeating = repeating;
  }

  /** Wakes all who wait, in the order they came; throws when it has fired already and does not repeat. */
  fire(value?: T): void {
    if (this.isFired) {
      throw new Error(
        `signal "${this.name}": fired twice (day ${this.scheduler.now}), expected one firing; call reset() or make it repeating`,
      );
    }
    this.value = value;
    this.firedAt = this.scheduler.now;
    this.firingEvent = this.scheduler.currentEvent;
    this.isFired = !this.repeating;
    const waits = [...this.waits];
    this.waits.clear();
    for (const wait of waits) wait.succeed(value as T, this.firedAt);
  }

  /** Makes the signal as if it had never fired. */
  reset(): void {
    this.isFired = false;
  }

  /** Waits for the signal: `const value = yield* signal.wait()`. */
  wait(): Wait<T> {
    return new SignalWait(this.scheduler, this);
  }

  /** Calls back, once, when the signal fires (at once if it has). */
  subscribe(callback: Callback, argument = 0, label: number = this.label, entity = 0, priority = 0): Wait<T> {
    const wait = new SignalWait(this.scheduler, this);
    wait.begin(new CallbackWaiter(this.scheduler, callback, argument, label, entity, priority));
    return wait;
  }

  join(wait: SignalWait<T>): void {
    if (this.isFired) wait.succeed(this.value as T, this.firedAt);
    else this.waits.add(wait);
  }

  leave(wait: SignalWait<T>): void {
    this.waits.delete(wait);
  }

  /** Those who wait, first come first. */
  get waiting(): Iterable<Wait<T>> {
    return this.waits;
  }
}
