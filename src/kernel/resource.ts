import { CauseKind } from './cause-record.ts';
import type { Callback } from './event-slots.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import { Supply } from './supply.ts';
import type { SupplyStatistics } from './supply.ts';
import { Tally } from './tally.ts';
import { NO_OPTIONS, Wait } from './wait.ts';
import type { ClaimOptions } from './wait.ts';
import { WaitQueue } from './wait-queue.ts';

/** What becomes of work in progress when capacity falls below what is in use. */
export type CapacityPolicy = 'finish' | 'resume' | 'restart';

export interface AcquireOptions extends ClaimOptions {
  /** Units wanted at once. Default 1. */
  units?: number;
}

export interface ResourceStatistics extends SupplyStatistics {
  /** Mean units in use over mean capacity. */
  utilization: number;
}

/** A claim on units of a resource, and the title to them once granted. */
export type Ticket = Wait<Ticket>;

/** Units that are acquired and given back: crews, cranes, berths. First in, first out within priority. */
export class Resource extends Supply {
  readonly kind = 'resource';
  inUse = 0;
  private size: number;
  private readonly capacityTally: Tally;
  // Tickets whose work can be suspended; the last is the first to be.
  private readonly holders = new WaitQueue();
  // Units held by callbacks that have not said what their work is.
  private anonymous = 0;

  constructor(scheduler: Scheduler, name: string, { capacity = 1 }: { capacity?: number } = {}) {
    super(scheduler, name, 0, capacity);
    this.size = capacity;
    this.checkCapacity(capacity);
    this.capacityTally = new Tally(scheduler.clock, capacity);
  }

  get capacity(): number {
    return this.size;
  }

  /** Units that could be granted now; negative while work of a larger capacity is being finished. */
  get available(): number {
    return this.size - this.inUse;
  }

  /**
   * Waits for units: `const ticket = yield* crane.acquire()`.
   *
   * With `patience` the result is `undefined` when the days ran out first.
   */
  acquire(options?: Omit<AcquireOptions, 'patience'>): Wait<Ticket>;
  acquire(options: AcquireOptions): Wait<Ticket | undefined>;
  acquire(options: AcquireOptions = NO_OPTIONS): Wait<Ticket | undefined> {
    const ticket = this.claim(options);
    ticket.owner = this.scheduler.activeProcess;
    return ticket;
  }

  /** Calls back when the units are granted; `withdraw()` on the ticket gives the request up. */
  request(
    callback: Callback,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: AcquireOptions = NO_OPTIONS,
  ): Ticket {
    return this.claim(options).beginCall(callback, argument, label, entity, options.priority ?? 0);
  }

  /** Says that a pending event is the work done with a callback's ticket, so that a capacity policy can suspend it. */
  work(ticket: Ticket, handle: EventHandle): void {
    if (ticket.state !== 'held')
      throw this.fault(`work on a ticket that is ${ticket.state}, expected one that is held`);
    if (ticket.owner === undefined && ticket.work === undefined) {
      this.anonymous -= ticket.amount;
      this.holders.join(ticket);
    }
    const days = this.scheduler.timeOf(handle) - this.scheduler.clock;
    ticket.work = { handle, days, left: NaN, began: 0 };
  }

  /** Gives back a ticket, or so many units of those that the running process or the callbacks hold. */
  release(what: Ticket | number = 1): void {
    if (typeof what !== 'number') this.releaseTicket(what, what.amount);
    else {
      if (!(Number.isInteger(what) && what > 0))
        throw this.fault(`release of ${what}, expected a whole number > 0`);
      const rest = this.releaseOwn(what);
      if (rest > this.anonymous) {
        const who = this.scheduler.activeProcess;
        const by = who === undefined ? '' : ` by process "${who.name}"`;
        throw this.fault(
          `release of ${what}${by}, expected at most the ${what - rest + this.anonymous} held`,
        );
      }
      this.anonymous -= rest;
      if (rest > 0) this.use(-rest);
    }
    this.serve();
  }

  /**
   * Changes the capacity.
   *
   * When less than is in use, work in progress is finished (`finish`), or its latest and least urgent part is
   * suspended and later resumed where it stood (`resume`) or begun again (`restart`). Throws below zero.
   */
  setCapacity(capacity: number, policy: CapacityPolicy = 'finish'): void {
    this.checkCapacity(capacity);
    this.size = capacity;
    this.capacityTally.set(this.scheduler.clock, capacity);
    this.use(0);
    if (policy !== 'finish') {
      for (let holder = this.holders.last; holder !== undefined && this.available < 0;) {
        const { previous }: Wait<unknown> = holder;
        this.suspend(holder as Ticket, policy);
        holder = previous;
      }
    }
    this.serve();
  }

  override restartStatistics(): void {
    super.restartStatistics();
    this.capacityTally.restart(this.scheduler.clock);
  }

  override statistics(): ResourceStatistics {
    const figures = super.statistics();
    const capacity = this.capacityTally.read(this.scheduler.clock).mean;
    return { ...figures, utilization: capacity > 0 ? figures.amount.mean / capacity : 0 };
  }

  override describe(ticket: Wait<unknown>): string {
    return `${ticket.amount === 1 ? '' : `${ticket.amount} units of `}${super.describe(ticket)}`;
  }

  protected meet(ticket: Wait<unknown>): boolean {
    const { amount, owner } = ticket;
    if (amount > this.available) return false;
    const availableSince = this.availableSince(amount);
    const isSuspended = ticket.state === 'suspended';
    this.use(amount);
    this.dequeue(ticket, 'held');
    if (isSuspended) this.resume(ticket);
    else {
      ticket.succeed(ticket, availableSince);
      if (owner === undefined) {
        this.anonymous += amount;
        return true;
      }
      ticket.older = owner.latest;
      owner.latest = ticket;
    }
    this.holders.join(ticket);
    return true;
  }

  protected takeBack(ticket: Wait<unknown>): void {
    this.release(ticket as Ticket);
  }

  private claim(options: AcquireOptions): Ticket {
    const { units = 1 } = options;
    if (!(Number.isInteger(units) && units > 0)) {
      throw this.fault(`units ${units}, expected a whole number > 0`);
    }
    return new Wait<Ticket>(this, units, options);
  }

  private releaseTicket(ticket: Wait<unknown>, units: number): void {
    const { source, state, owner } = ticket;
    if (state !== 'held' && state !== 'suspended') {
      const advice = state === 'released' ? 'one release a ticket' : 'a ticket that was granted';
      throw this.fault(`release of a ticket that is ${state}, expected ${advice}`);
    }
    if (source !== this)
      throw this.fault(`release of a ticket of ${source.describe(ticket)}, expected its own`);
    if (units < ticket.amount) ticket.amount -= units;
    else {
      if (state === 'held') {
        if (owner !== undefined || ticket.work !== undefined) this.holders.leave(ticket);
        else this.anonymous -= units;
      }
      this.dequeue(ticket, 'released');
      owner?.disown(ticket);
    }
    if (state === 'held') this.use(-units);
  }

  // Units of the running process's own tickets, latest first; returns how many are still to be released.
  private releaseOwn(units: number): number {
    let rest = units;
    for (let ticket = this.scheduler.activeProcess?.latest; ticket !== undefined && rest > 0;) {
      const { older }: Wait<unknown> = ticket;
      if (ticket.source === this) {
        const part = Math.min(rest, ticket.amount);
        this.releaseTicket(ticket, part);
        rest -= part;
      }
      ticket = older;
    }
    return rest;
  }

  private use(units: number): void {
    this.inUse += units;
    this.noteAmount(this.inUse, this.available);
  }

  private suspend(ticket: Ticket, policy: CapacityPolicy): void {
    const { scheduler } = this;
    const { owner } = ticket;
    if (owner !== undefined && owner.wait === undefined) {
      const days = scheduler.stepTime(owner.slot) - scheduler.stepBegan(owner.slot);
      ticket.work = { handle: scheduler.handleOf(owner.slot), days, left: NaN, began: 0 };
    }
    const { work } = ticket;
    // Whoever holds units and is not at work, or is suspended already, keeps them.
    if (work === undefined || Number.isNaN(scheduler.timeOf(work.handle))) return;
    work.left = policy === 'resume' ? scheduler.timeOf(work.handle) - scheduler.clock : work.days;
    work.began = scheduler.suspend(work.handle);
    ticket.state = 'suspended';
    this.holders.leave(ticket);
    this.use(-ticket.amount);
    this.enqueue(ticket, true);
  }

  private resume(ticket: Wait<unknown>): void {
    const { handle, left, began } = ticket.work!;
    this.scheduler.reschedule(handle, this.scheduler.clock + left);
    this.scheduler.attribute(handle, CauseKind.granted, began);
  }

  private checkCapacity(capacity: number): void {
    const isWhole = Number.isInteger(capacity) || capacity === Infinity;
    if (!(isWhole && capacity >= 0)) throw this.fault(`capacity ${capacity}, expected a whole number >= 0`);
  }
}
