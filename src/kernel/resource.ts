import type { Callback } from './event-slots.ts';
import { CauseKind } from './cause-record.ts';
import type { Process } from './process.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import { Claim, Supply } from './supply.ts';
import type { ClaimOptions, SupplyStatistics } from './supply.ts';
import { Tally } from './tally.ts';
import { CallbackWaiter } from './wait.ts';
import type { Wait } from './wait.ts';
import { WaitQueue } from './wait-queue.ts';

const NO_OPTIONS: AcquireOptions = {};

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
export class Ticket extends Claim<Ticket> {
  units: number;
  readonly resource: Resource;
  readonly owner: Process<unknown> | undefined;
  /** The pending event that is the work done with the units, its length and what was left when suspended, in days. */
  work: { handle: EventHandle; days: number; left: number; began: number } | undefined = undefined;

  constructor(resource: Resource, owner: Process<unknown> | undefined, options: AcquireOptions) {
    super(resource, options);
    this.resource = resource;
    this.owner = owner;
    this.units = options.units ?? 1;
    if (!(Number.isInteger(this.units) && this.units > 0)) {
      throw resource.fault(`units ${this.units}, expected a whole number > 0`);
    }
  }

  override describe(): string {
    return `${this.units === 1 ? '' : `${this.units} units of `}${super.describe()}`;
  }
}

/** Units that are acquired and given back: crews, cranes, berths. First in, first out within priority. */
export class Resource extends Supply<Ticket> {
  readonly kind = 'resource';
  inUse = 0;
  private size: number;
  private readonly capacityTally: Tally;
  // Tickets whose work can be suspended; the last is the first to be.
  private readonly holders = new WaitQueue<Ticket>();
  // Units held by callbacks that have not said what their work is.
  private anonymous = 0;

  constructor(scheduler: Scheduler, name: string, { capacity = 1 }: { capacity?: number } = {}) {
    super(scheduler, name, 0, capacity);
    this.size = capacity;
    this.checkCapacity(capacity);
    this.capacityTally = new Tally(scheduler.now, capacity);
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
  acquire(options: AcquireOptions = {}): Wait<Ticket | undefined> {
    return new Ticket(this, this.scheduler.activeProcess, options);
  }

  /** Calls back when the units are granted; `withdraw()` on the ticket gives the request up. */
  request(
    callback: Callback,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: AcquireOptions = NO_OPTIONS,
  ): Ticket {
    const ticket = new Ticket(this, undefined, options);
    ticket.begin(
      new CallbackWaiter(this.scheduler, callback, argument, label, entity, options.priority ?? 0),
    );
    return ticket;
  }

  /** Says that a pending event is the work done with a callback's ticket, so that a capacity policy can suspend it. */
  work(ticket: Ticket, handle: EventHandle): void {
    if (ticket.state !== 'held')
      throw this.fault(`work on a ticket that is ${ticket.state}, expected one that is held`);
    if (ticket.owner === undefined && ticket.work === undefined) {
      this.anonymous -= ticket.units;
      this.holders.join(ticket);
    }
    const { now } = this.scheduler;
    ticket.work = { handle, days: this.scheduler.timeOf(handle) - now, left: NaN, began: 0 };
  }

  /** Gives back a ticket, or so many units of those that the running process or the callbacks hold. */
  release(what: Ticket | number = 1): void {
    if (typeof what !== 'number') this.releaseTicket(what, what.units);
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
      this.giveBack(rest);
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
    this.capacityTally.set(this.scheduler.now, capacity);
    this.noteAmount(this.inUse, this.available);
    if (policy !== 'finish') {
      for (let holder = this.holders.last; holder !== undefined && this.available < 0;) {
        const next: Ticket | undefined = holder.previous;
        this.suspend(holder, policy);
        holder = next;
      }
    }
    this.serve();
  }

  override restartStatistics(): void {
    super.restartStatistics();
    this.capacityTally.restart(this.scheduler.now);
  }

  statistics(): ResourceStatistics {
    const figures = this.figures();
    const capacity = this.capacityTally.read(this.scheduler.now).mean;
    return { ...figures, utilization: capacity > 0 ? figures.amount.mean / capacity : 0 };
  }

  protected meet(ticket: Ticket): boolean {
    const { units, owner } = ticket;
    if (units > this.available) return false;
    const availableSince = this.freeSince.at(units);
    this.inUse += units;
    this.noteAmount(this.inUse, this.available);
    if (ticket.state === 'suspended') {
      this.resume(ticket);
      return true;
    }
    ticket.succeed(ticket, availableSince);
    if (owner === undefined) this.anonymous += units;
    else {
      this.holders.join(ticket);
      (owner.tickets ??= []).push(ticket);
    }
    return true;
  }

  takeBack(ticket: Ticket): void {
    this.release(ticket);
  }

  private releaseTicket(ticket: Ticket, units: number): void {
    if (ticket.state !== 'held' && ticket.state !== 'suspended') {
      const advice = ticket.state === 'released' ? 'one release a ticket' : 'a ticket that was granted';
      throw this.fault(`release of a ticket that is ${ticket.state}, expected ${advice}`);
    }
    if (ticket.resource !== this)
      throw this.fault(`release of a ticket of ${ticket.resource.name}, expected its own`);
    const wasHeld = ticket.state === 'held';
    const isWhole = units === ticket.units;
    if (!isWhole) ticket.units -= units;
    else {
      ticket.state = 'released';
      if (!wasHeld) this.quit(ticket);
      else if (ticket.owner !== undefined || ticket.work !== undefined) this.holders.leave(ticket);
      else this.anonymous -= units;
      const tickets = ticket.owner?.tickets;
      if (tickets !== undefined) tickets.splice(tickets.lastIndexOf(ticket), 1);
    }
    if (wasHeld) this.giveBack(units);
  }

  // Units of the running process's own tickets, latest first; returns how many are still to be released.
  private releaseOwn(units: number): number {
    const tickets = this.scheduler.activeProcess?.tickets;
    let rest = units;
    for (let index = (tickets?.length ?? 0) - 1; index >= 0 && rest > 0; index--) {
      const ticket = tickets![index];
      if (ticket.resource !== this) continue;
      const part = Math.min(rest, ticket.units);
      this.releaseTicket(ticket, part);
      rest -= part;
    }
    return rest;
  }

  private giveBack(units: number): void {
    this.inUse -= units;
    this.noteAmount(this.inUse, this.available);
  }

  private suspend(ticket: Ticket, policy: CapacityPolicy): void {
    const { scheduler } = this;
    const { owner } = ticket;
    if (owner !== undefined && owner.wait === undefined && owner.wake !== 0) {
      const days = scheduler.stepTime(owner.wake) - scheduler.stepBegan(owner.wake);
      ticket.work = { handle: scheduler.handleOf(owner.wake), days, left: NaN, began: 0 };
    }
    const { work } = ticket;
    // Whoever holds units and is not at work, or is suspended already, keeps them.
    if (work === undefined || Number.isNaN(scheduler.timeOf(work.handle))) return;
    work.left = policy === 'resume' ? scheduler.timeOf(work.handle) - scheduler.now : work.days;
    work.began = scheduler.suspend(work.handle);
    ticket.state = 'suspended';
    this.holders.leave(ticket);
    this.giveBack(ticket.units);
    this.requeue(ticket);
  }

  private resume(ticket: Ticket): void {
    const { handle, left, began } = ticket.work!;
    ticket.state = 'held';
    this.quit(ticket);
    this.holders.join(ticket);
    this.scheduler.reschedule(handle, this.scheduler.now + left);
    this.scheduler.attribute(handle, CauseKind.granted, began);
  }

  private checkCapacity(capacity: number): void {
    const isWhole = Number.isInteger(capacity) || capacity === Infinity;
    if (!(isWhole && capacity >= 0)) throw this.fault(`capacity ${capacity}, expected a whole number >= 0`);
  }
}
