import { Activity } from './activity.ts';
import type { WorkingCalendar } from './calendar.ts';
import { TOLERANCE_DAYS } from './calendar.ts';
import { CauseKind } from './cause-record.ts';
import type { Callback } from './event-slots.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import type { Source, Wait } from './wait.ts';

/** What becomes of work when a ticket that it needs loses its unit. */
export type CapacityPolicy = 'finish' | 'resume' | 'restart';

export interface WorkOptions {
  /** Default: what the change of capacity says. */
  policy?: CapacityPolicy | undefined;
}

/** What lends the units that work is done with: a resource. */
interface Lender extends Source {
  /** Ties work to a ticket; throws when it is no ticket of this lender's that is held. */
  engage(ticket: Wait<unknown>, work: Work): void;
  /** Takes back what is lent beyond the capacity, where that is allowed now. */
  settle(): void;
}

/** Days of work that go on while every ticket they need is whole; without tickets, a plain delay. */
export class Work implements Source {
  readonly scheduler: Scheduler;
  readonly generation: object;
  readonly label: number;
  readonly policy: CapacityPolicy | undefined;
  isStopped = false;
  private readonly tickets: Wait<unknown>[];
  private readonly calendar: WorkingCalendar | undefined = undefined;
  private readonly until: number | undefined = undefined;
  private days: number;
  /** Days left when it last stood still. */
  private left: number;
  private handle: EventHandle = 0;
  private began = 0;

  constructor(
    scheduler: Scheduler,
    span: number | Activity,
    tickets: readonly Wait<unknown>[] = [],
    policy?: CapacityPolicy,
  ) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.tickets = [...tickets];
    this.policy = policy;
    if (span instanceof Activity) {
      span.checkIsOf(scheduler);
      this.label = span.label;
      this.days = span.days;
      this.calendar = span.calendar;
      this.until = span.time;
      span.consume();
    } else {
      this.label = scheduler.activeProcess?.label ?? 0;
      this.days = span;
    }
    if (this.calendar === undefined && this.until === undefined)
      scheduler.checkDelay(this.days, this.label, 0);
    this.left = this.days;
  }

  /** Whether it has not begun, is done, or was given up. */
  get isOver(): boolean {
    return !this.scheduler.isPending(this.handle);
  }

  /** Whether it ends at this very instant, but for rounding. */
  get endsNow(): boolean {
    return !this.isStopped && this.daysToEnd <= TOLERANCE_DAYS;
  }

  /** Days still to be worked, of the calendar where there is one; right while it is stopped, and when it was given up. */
  get remainingDays(): number {
    return this.isOver || this.isStopped ? this.left : this.daysToWork;
  }

  admit(wait: Wait<unknown>): void {
    const { scheduler, label, until } = this;
    wait.kind = CauseKind.elapsed;
    if (until !== undefined) this.days = this.left = scheduler.rounded(until) - scheduler.clock;
    for (const ticket of this.tickets) (ticket.source as Lender).engage(ticket, this);
    const done = (): void => {
      this.finish();
      wait.succeed(undefined, NaN);
    };
    this.handle =
      this.calendar === undefined
        ? scheduler.schedule(this.days, done, 0, label, wait.entity, wait.priority)
        : scheduler.scheduleAt(this.end(), done, 0, label, wait.entity, wait.priority);
    this.start();
  }

  /** Takes over a pending event of a callback model as the end of this work. */
  adopt(handle: EventHandle, callback: Callback): void {
    this.handle = handle;
    const done = (argument: number): void => {
      this.finish();
      callback(argument);
    };
    this.scheduler.callInstead(handle, done);
    this.scheduler.works.set(done, this);
  }

  /** Needs one more ticket from now on. */
  need(ticket: Wait<unknown>): void {
    (ticket.source as Lender).engage(ticket, this);
    this.tickets.push(ticket);
    this.start();
  }

  withdraw(): void {
    this.left = this.remainingDays;
    this.scheduler.cancel(this.handle);
  }

  describe(): string {
    const name = this.scheduler.labelName(this.label) || 'delay';
    if (!this.isStopped) return `${name} until day ${this.scheduler.timeOf(this.handle)}`;
    const missing = this.tickets.filter((ticket) => ticket.state !== 'held');
    return `${name}, suspended without ${missing.map((ticket) => ticket.describe()).join(' and ')}`;
  }

  /** A ticket has lost its unit; work that ends now is done all the same. */
  stop(policy: CapacityPolicy): void {
    const { scheduler, handle } = this;
    if (this.endsNow) scheduler.reschedule(handle, scheduler.clock);
    else if (!this.isStopped) this.suspend(policy === 'restart' ? this.days : this.daysToWork);
    else if (policy === 'restart') this.left = this.days;
  }

  /** A ticket is whole again. */
  goOn(): void {
    if (!this.isStopped || !this.isWhole) return;
    const { scheduler, handle } = this;
    this.isStopped = false;
    scheduler.resume(handle, scheduler.rounded(this.end()));
    scheduler.attribute(handle, CauseKind.granted, this.began);
  }

  private start(): void {
    if (!this.isStopped && !this.isWhole) this.suspend(this.left);
    for (const ticket of this.tickets) (ticket.source as Lender).settle();
  }

  private suspend(left: number): void {
    this.left = left;
    this.isStopped = true;
    this.began = this.scheduler.suspend(this.handle);
  }

  private finish(): void {
    this.left = 0;
    for (const ticket of this.tickets) (ticket.source as Lender).settle();
  }

  private get isWhole(): boolean {
    return this.tickets.every((ticket) => ticket.state === 'held');
  }

  private get daysToEnd(): number {
    return this.scheduler.timeOf(this.handle) - this.scheduler.clock;
  }

  private get daysToWork(): number {
    const { clock } = this.scheduler;
    return this.calendar === undefined
      ? this.daysToEnd
      : this.calendar.between(clock, clock + this.daysToEnd);
  }

  /** When it ends if it goes on from now. */
  private end(): number {
    const { clock } = this.scheduler;
    return this.calendar === undefined ? clock + this.left : this.calendar.advance(clock, this.left);
  }
}
