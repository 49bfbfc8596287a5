import { listText } from '../wording/index.ts';
import { TOLERANCE_DAYS } from './calendar.ts';
import type { CapacityPolicy } from './capacityPolicy.ts';
import { CauseKind } from './causeRecord.ts';
import { Delay } from './delay.ts';
import type { Callback, Ending } from './eventTarget.ts';
import type { EventHandle } from './eventHandle.ts';
import type { Scheduler } from './scheduler.ts';
import type { Source, Wait } from './wait.ts';

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
  readonly policy: CapacityPolicy | undefined;
  isStopped = false;
  private readonly delay: Delay;
  private readonly tickets: Wait<unknown>[];
  /** Days that it takes, and days left when it last stood still. */
  private days: number;
  private left: number;
  private handle: EventHandle = 0;
  private began = 0;

  constructor(
    scheduler: Scheduler,
    span: number | Delay,
    tickets: readonly Wait<unknown>[] = [],
    policy?: CapacityPolicy,
  ) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.tickets = [...tickets];
    this.policy = policy;
    if (span instanceof Delay) {
      span.checkIsOf(scheduler);
      this.delay = span;
    } else {
      const label = scheduler.runningStep?.label ?? 0;
      scheduler.checkDelay(span, label, 0);
      this.delay = new Delay(scheduler, label, span);
    }
    this.days = this.left = this.delay.daysFrom(scheduler.clock);
  }

  get label(): number {
    return this.delay.label;
  }

  /** Whether it has not begun, is done, or was given up. */
  get isOver(): boolean {
    return !this.scheduler.isPending(this.handle);
  }

  /** Whether it ends at this very instant, but for rounding. */
  get endsNow(): boolean {
    return !this.isStopped && this.daysToEnd <= TOLERANCE_DAYS;
  }

  /**
   * Days still to be worked, of the calendar where there is one; right while it is stopped, and when it was given up.
   */
  get remainingDays(): number {
    return this.isOver || this.isStopped ? this.left : this.daysToWork;
  }

  admit(wait: Wait<unknown>): void {
    const { scheduler, delay } = this;
    wait.kind = CauseKind.elapsed;
    this.days = this.left = delay.daysFrom(scheduler.clock);
    for (const ticket of this.tickets) (ticket.source as Lender).engage(ticket, this);
    const done = (): void => {
      this.left = 0;
      this.settle();
      wait.succeed(undefined, NaN);
    };
    const end = delay.end(scheduler.clock);
    this.handle = scheduler.planForWait(end, done, delay.label, wait.entity, wait.priority);
    this.start(this.left);
  }

  /** Takes over a pending event of a callback model as the end of this work. */
  adopt(handle: EventHandle, callback: Callback): void {
    this.handle = handle;
    const done = (argument: number): unknown => {
      this.left = 0;
      this.settle();
      return callback(argument);
    };
    this.scheduler.endWork(handle, Object.assign(done, { work: this }));
  }

  /** Needs one more ticket from now on; what has been worked until now is done. */
  need(ticket: Wait<unknown>): void {
    const left = this.remainingDays;
    (ticket.source as Lender).engage(ticket, this);
    this.tickets.push(ticket);
    this.start(left);
  }

  withdraw(): void {
    this.left = this.remainingDays;
    if (this.scheduler.cancel(this.handle)) this.settle();
  }

  describe(): string {
    const name = this.scheduler.labelName(this.label) || 'delay';
    if (this.isOver) return `${name} of ${this.left} days`;
    if (!this.isStopped) return `${name} until day ${this.scheduler.timeOf(this.handle)}`;
    const missing = this.tickets.filter((ticket) => ticket.state !== 'held');
    return `${name}, suspended without ${listText(missing.map((ticket) => ticket.describe()))}`;
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
    scheduler.resume(handle, scheduler.rounded(this.delay.after(scheduler.clock, this.left)));
    scheduler.attribute(handle, CauseKind.granted, this.began);
  }

  private start(left: number): void {
    if (!this.isStopped && !this.isWhole) this.suspend(left);
    this.settle();
  }

  private suspend(left: number): void {
    this.left = left;
    this.isStopped = true;
    this.began = this.scheduler.suspend(this.handle);
  }

  /** Takes back what its tickets may lose now; also called when a callback's event that was its end is withdrawn. */
  settle(): void {
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
    return this.delay.between(clock, this.scheduler.timeOf(this.handle));
  }
}

/** The work that a callback is the end of. */
export const workOf = (callback: Callback): Work | undefined =>
  (callback as Partial<Ending>).work as Work | undefined;
