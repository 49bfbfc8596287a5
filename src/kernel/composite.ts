import { Activity } from './activity.ts';
import { CauseKind } from './cause-record.ts';
import { Process } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import { Arrivals } from './arrivals.ts';
import { Wait } from './wait.ts';
import type { Waiter } from './wait.ts';

/** What an any-of or all-of may contain. */
export type Waitable = number | Activity | Process<unknown> | Wait<unknown>;
/** What waiting for it gives. */
export type ResultOf<W> = W extends Wait<infer T> ? T : W extends Process<infer T> ? T : undefined;

class DelayWait extends Wait<undefined> {
  override kind: CauseKind = CauseKind.elapsed;
  private handle = 0;
  private readonly days: number;

  constructor(scheduler: Scheduler, days: number, label: number) {
    super(scheduler, label);
    this.days = days;
  }

  protected start(): void {
    const { entity, priority } = this.waiter!;
    this.handle = this.scheduler.schedule(
      this.days,
      () => this.succeed(undefined, NaN),
      0,
      this.label,
      entity,
      priority,
    );
  }

  withdraw(): void {
    this.scheduler.cancel(this.handle);
  }

  describe(): string {
    return `${this.scheduler.labelName(this.label) || 'delay'} until day ${this.scheduler.timeOf(this.handle)}`;
  }
}

abstract class Composite<T> extends Wait<T> implements Waiter {
  readonly isProcess = true;
  entity = 0;
  priority = 0;
  name = '';
  protected readonly waits: readonly Wait<unknown>[];
  /** Those not arrived yet. */
  protected readonly open: Set<Wait<unknown>>;
  protected isOver = false;

  constructor(scheduler: Scheduler, waitables: readonly Waitable[]) {
    super(scheduler, 0);
    if (waitables.length === 0)
      throw new Error('nothing to wait for: an empty list, expected at least one wait');
    this.waits = waitables.map((waitable) => {
      if (typeof waitable === 'number')
        return new DelayWait(scheduler, waitable, scheduler.activeProcess?.label ?? 0);
      if (waitable instanceof Activity) return new DelayWait(scheduler, waitable.consume(), waitable.label);
      return waitable instanceof Process ? waitable.finished() : waitable;
    });
    this.open = new Set(this.waits);
  }

  protected start(): void {
    const { entity, priority, name } = this.waiter!;
    Object.assign(this, { entity, priority, name });
    for (const wait of this.waits) if (!this.isOver) wait.begin(this);
  }

  withdraw(): void {
    for (const wait of this.waits) if (wait.waiter !== undefined) wait.withdraw();
  }

  describe(): string {
    return [...this.open].map((wait) => wait.describe()).join(this.word);
  }

  abstract arrived(wait: Wait<unknown>, arrival: number): void;
  protected abstract readonly word: string;
}

/** The first of several waits; the others are withdrawn. */
export class AnyOf<T> extends Composite<{ index: number; value: T }> {
  protected readonly word = ' or ';

  arrived(winner: Wait<unknown>, arrival: number): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const wait of this.waits) if (wait !== winner && wait.waiter !== undefined) wait.withdraw();
    this.result = { index: this.waits.indexOf(winner), value: winner.result as T };
    this.label = winner.label;
    this.kind = winner.kind;
    this.enabler = winner.enabler;
    this.detail = winner.detail;
    this.waiter!.arrived(this, arrival);
  }
}

/** All of several waits; the last arrival is the cause. */
export class AllOf<T> extends Composite<T> {
  protected readonly word = ' and ';
  private readonly arrivals = new Arrivals();

  protected override start(): void {
    // Who begins to wait is an arrival too: it binds when all the rest was there before.
    this.arrivals.note(this.since, this.request, this.scheduler.causes.label(this.request));
    super.start();
  }

  arrived(wait: Wait<unknown>, arrival: number): void {
    const { arrivals, scheduler } = this;
    const event = arrival < scheduler.now ? 0 : wait.enabler;
    if (!Number.isNaN(arrival)) arrivals.note(arrival, event, wait.label);
    this.open.delete(wait);
    if (this.open.size > 0) return;
    const { runnerUpTime, runnerUpLabel, ties } = arrivals;
    this.isOver = true;
    this.result = this.waits.map((each) => each.result) as T;
    this.label = arrivals.label;
    this.kind = CauseKind.joined;
    this.enabler = arrivals.event;
    this.detail = scheduler.causes.addDetail(this.request, runnerUpTime, runnerUpLabel, ties);
    this.waiter!.arrived(this, arrivals.time);
  }
}
