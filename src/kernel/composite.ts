import { asWritten } from '../refusal/index.ts';
import { Arrivals } from './arrivals.ts';
import { CauseKind } from './causeRecord.ts';
import { Delay } from './delay.ts';
import { Process } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import { NO_OPTIONS } from './claimOptions.ts';
import { Wait } from './wait.ts';
import type { Holder, Source, Waiter } from './wait.ts';
import { Work } from './work.ts';

/** What an any-of or all-of may contain. */
export type Waitable = number | Delay | Process<unknown> | Wait<unknown>;
/** What waiting for it gives. */
export type ResultOf<W> =
  W extends Wait<infer T> ? T : W extends Process<infer T> ? T | undefined : undefined;

/** What a list of waits is called for, by untyped callers also with something else. */
type Part = 'anyOf' | 'allOf';

function checkList(part: Part, waitables: unknown, { clock }: Scheduler): void {
  if (Array.isArray(waitables)) {
    if (waitables.length === 0)
      throw new Error(
        `${part}: nothing to wait for: an empty list, expected at least one wait (day ${clock})`,
      );
  } else throw new Error(`${part}: ${asWritten(waitables)}, expected a list, ${part}([a, b]) (day ${clock})`);
}

function waitFor(part: Part, scheduler: Scheduler, waitable: Waitable): Wait<unknown> {
  if (waitable instanceof Wait) return waitable;
  if (waitable instanceof Process) return waitable.finished();
  if (typeof waitable === 'number' || waitable instanceof Delay)
    return new Wait(new Work(scheduler, waitable), 0, NO_OPTIONS);
  throw new Error(
    `${part}: ${asWritten(waitable)}, expected days, an activity's lasting(days), a process, or a wait such as signal.wait() (day ${scheduler.clock})`,
  );
}

/** Several waits that are one: it waits for them, and is waited for. */
abstract class Composite implements Source, Waiter {
  readonly scheduler: Scheduler;
  readonly generation: object;
  readonly label = 0;
  entity = 0;
  priority = 0;
  protected readonly waits: readonly Wait<unknown>[];
  /** Those not arrived yet. */
  protected readonly open: Set<Wait<unknown>>;
  protected whole: Wait<unknown> | undefined = undefined;
  protected isOver = false;
  protected abstract readonly word: string;

  constructor(part: Part, scheduler: Scheduler, waitables: readonly Waitable[]) {
    checkList(part, waitables, scheduler);
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    const waits: Wait<unknown>[] = [];
    for (const waitable of waitables) waits.push(waitFor(part, scheduler, waitable));
    this.waits = waits;
    this.open = new Set(this.waits);
  }

  admit(whole: Wait<unknown>): void {
    this.whole = whole;
    this.entity = whole.entity;
    this.priority = whole.priority;
    for (const wait of this.waits) if (!this.isOver) wait.begin(this);
  }

  withdraw(): void {
    this.withdrawAllBut(undefined);
  }

  get holder(): Holder | undefined {
    const waiter = this.whole?.waiter;
    return typeof waiter === 'object' ? waiter.holder : undefined;
  }

  awaits(): boolean {
    return this.whole !== undefined && !this.whole.isReceived;
  }

  protected withdrawAllBut(winner: Wait<unknown> | undefined): void {
    for (const wait of this.waits) if (wait !== winner) wait.withdraw();
  }

  /** Ends the whole as one part ended, and withdraws the others. */
  protected endAs(part: Wait<unknown>, result: unknown, arrival: number): void {
    const whole = this.whole!;
    this.isOver = true;
    this.withdrawAllBut(part);
    whole.label = part.label;
    whole.kind = part.kind;
    whole.enabler = part.enabler;
    whole.detail = part.detail;
    if (part.state === 'failed') whole.fail(result, arrival);
    else whole.end(result, arrival);
  }

  /** Days left of its delays and work, so far as they have begun and are known. */
  protected get daysOfParts(): number[] {
    return this.waits.map((wait) => wait.remainingDays).filter((days) => days !== undefined);
  }

  describe(): string {
    return [...this.open].map((wait) => wait.describe()).join(this.word);
  }

  abstract arrived(wait: Wait<unknown>, arrival: number): void;
}

/** The first of several waits; the others are withdrawn. */
export class AnyOf extends Composite {
  protected readonly word = ' or ';

  constructor(scheduler: Scheduler, waitables: readonly Waitable[]) {
    super('anyOf', scheduler, waitables);
  }

  get remainingDays(): number | undefined {
    const days = this.daysOfParts;
    return days.length === 0 ? undefined : Math.min(...days);
  }

  arrived(winner: Wait<unknown>, arrival: number): void {
    if (this.isOver) return;
    if (winner.state === 'failed') this.endAs(winner, winner.result, arrival);
    else this.endAs(winner, { index: this.waits.indexOf(winner), value: winner.result }, arrival);
  }
}

/** All of several waits; the last arrival is the cause. */
export class AllOf extends Composite {
  protected readonly word = ' and ';
  private readonly arrivals = new Arrivals();

  constructor(scheduler: Scheduler, waitables: readonly Waitable[]) {
    super('allOf', scheduler, waitables);
  }

  get remainingDays(): number | undefined {
    const days = this.daysOfParts;
    return days.length === 0 ? undefined : Math.max(...days);
  }

  override admit(whole: Wait<unknown>): void {
    // Who begins to wait is an arrival too: it binds when all the rest was there before.
    this.arrivals.note(whole.since, whole.request, this.scheduler.causes.label(whole.request), whole.request);
    super.admit(whole);
  }

  arrived(wait: Wait<unknown>, arrival: number): void {
    const { arrivals, scheduler } = this;
    const whole = this.whole!;
    if (this.isOver) return;
    if (wait.state === 'failed') {
      this.endAs(wait, wait.result, arrival);
      return;
    }
    const event = arrival < scheduler.clock ? 0 : wait.enabler;
    const origin = wait.arrivalEvent >= 0 ? wait.arrivalEvent : arrival < scheduler.clock ? -1 : wait.enabler;
    if (!Number.isNaN(arrival)) arrivals.note(arrival, event, wait.label, origin);
    this.open.delete(wait);
    if (this.open.size > 0) return;
    const { runnerUpTime, runnerUpLabel, ties, runnerUpEvent, thirdTime } = arrivals;
    whole.label = arrivals.label;
    whole.kind = CauseKind.joined;
    whole.enabler = arrivals.event;
    whole.detail = scheduler.causes.addDetail(
      whole.request,
      runnerUpTime,
      runnerUpLabel,
      ties,
      runnerUpEvent,
      thirdTime,
    );
    whole.end(
      this.waits.map((each) => each.result),
      arrivals.time,
    );
  }
}
