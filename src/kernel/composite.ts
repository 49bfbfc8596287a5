import { Activity } from './activity.ts';
import { Arrivals } from './arrivals.ts';
import { CauseKind } from './cause-record.ts';
import { Process } from './process.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import { NO_OPTIONS, Wait } from './wait.ts';
import type { Source, Waiter } from './wait.ts';

/** What an any-of or all-of may contain. */
export type Waitable = number | Activity | Process<unknown> | Wait<unknown>;
/** What waiting for it gives. */
export type ResultOf<W> = W extends Wait<infer T> ? T : W extends Process<infer T> ? T : undefined;

/** A delay among other waits. */
class Delay implements Source {
  readonly scheduler: Scheduler;
  readonly label: number;
  private readonly days: number;
  private handle: EventHandle = 0;

  constructor(scheduler: Scheduler, days: number, label: number) {
    this.scheduler = scheduler;
    this.days = days;
    this.label = label;
  }

  admit(wait: Wait<unknown>): void {
    const { scheduler, days, label } = this;
    wait.kind = CauseKind.elapsed;
    this.handle = scheduler.schedule(
      days,
      () => wait.succeed(undefined, NaN),
      0,
      label,
      wait.entity,
      wait.priority,
    );
  }

  withdraw(): void {
    this.scheduler.cancel(this.handle);
  }

  describe(): string {
    return `${this.scheduler.labelName(this.label) || 'delay'} until day ${this.scheduler.timeOf(this.handle)}`;
  }
}

function waitFor(scheduler: Scheduler, waitable: Waitable): Wait<unknown> {
  if (waitable instanceof Wait) return waitable;
  if (waitable instanceof Process) return waitable.finished();
  const delay =
    typeof waitable === 'number'
      ? new Delay(scheduler, waitable, scheduler.activeProcess?.label ?? 0)
      : new Delay(scheduler, waitable.consume(), waitable.label);
  return new Wait(delay, 0, NO_OPTIONS);
}

/** Several waits that are one: it waits for them, and is waited for. */
abstract class Composite implements Source, Waiter {
  readonly scheduler: Scheduler;
  readonly label = 0;
  entity = 0;
  priority = 0;
  protected readonly waits: readonly Wait<unknown>[];
  /** Those not arrived yet. */
  protected readonly open: Set<Wait<unknown>>;
  protected whole: Wait<unknown> | undefined = undefined;
  protected isOver = false;
  protected abstract readonly word: string;

  constructor(scheduler: Scheduler, waitables: readonly Waitable[]) {
    if (waitables.length === 0)
      throw new Error('nothing to wait for: an empty list, expected at least one wait');
    this.scheduler = scheduler;
    this.waits = waitables.map((waitable) => waitFor(scheduler, waitable));
    this.open = new Set(this.waits);
  }

  admit(whole: Wait<unknown>): void {
    this.whole = whole;
    this.entity = whole.entity;
    this.priority = whole.priority;
    for (const wait of this.waits) if (!this.isOver) wait.begin(this);
  }

  withdraw(): void {
    for (const wait of this.waits) if (wait.waiter !== undefined) wait.withdraw();
  }

  describe(): string {
    return [...this.open].map((wait) => wait.describe()).join(this.word);
  }

  abstract arrived(wait: Wait<unknown>, arrival: number): void;
}

/** The first of several waits; the others are withdrawn. */
export class AnyOf extends Composite {
  protected readonly word = ' or ';

  arrived(winner: Wait<unknown>, arrival: number): void {
    if (this.isOver) return;
    const whole = this.whole!;
    this.isOver = true;
    for (const wait of this.waits) if (wait !== winner && wait.waiter !== undefined) wait.withdraw();
    whole.label = winner.label;
    whole.kind = winner.kind;
    whole.enabler = winner.enabler;
    whole.detail = winner.detail;
    whole.end({ index: this.waits.indexOf(winner), value: winner.result }, arrival);
  }
}

/** All of several waits; the last arrival is the cause. */
export class AllOf extends Composite {
  protected readonly word = ' and ';
  private readonly arrivals = new Arrivals();

  override admit(whole: Wait<unknown>): void {
    // Who begins to wait is an arrival too: it binds when all the rest was there before.
    this.arrivals.note(whole.since, whole.request, this.scheduler.causes.label(whole.request));
    super.admit(whole);
  }

  arrived(wait: Wait<unknown>, arrival: number): void {
    const { arrivals, scheduler } = this;
    const whole = this.whole!;
    const event = arrival < scheduler.clock ? 0 : wait.enabler;
    if (!Number.isNaN(arrival)) arrivals.note(arrival, event, wait.label);
    this.open.delete(wait);
    if (this.open.size > 0) return;
    const { runnerUpTime, runnerUpLabel, ties } = arrivals;
    whole.label = arrivals.label;
    whole.kind = CauseKind.joined;
    whole.enabler = arrivals.event;
    whole.detail = scheduler.causes.addDetail(whole.request, runnerUpTime, runnerUpLabel, ties);
    whole.end(
      this.waits.map((each) => each.result),
      arrivals.time,
    );
  }
}
