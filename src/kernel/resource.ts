import { asWritten } from '../refusal/index.ts';
import { ACQUIRE_OPTIONS, TICKET_OPTIONS } from './acquireOptions.ts';
import type { AcquireOptions } from './acquireOptions.ts';
import { WORK_OPTIONS } from './capacityPolicy.ts';
import type { WorkOptions } from './capacityPolicy.ts';
import { NO_OPTIONS } from './claimOptions.ts';
import type { RequestOptions } from './claimOptions.ts';
import { Delay } from './delay.ts';
import type { EventHandle } from './eventHandle.ts';
import type { Callback } from './eventTarget.ts';
import { letGo, ticketsOf } from './heldTickets.ts';
import { Lender } from './lender.ts';
import { unitsOf } from './losers.ts';
import type { Scheduler } from './scheduler.ts';
import { Wait } from './wait.ts';
import type { Holder } from './wait.ts';
import { Work, workOf } from './work.ts';

const NO_TICKETS: readonly Wait<unknown>[] = [];

/** A claim on units of a resource, and the title to them once granted. */
export type Ticket = Wait<Ticket>;

/** Units that are acquired and given back: crews, cranes, berths. First in, first out within priority. */
export class Resource extends Lender {
  readonly kind = 'resource';

  constructor(scheduler: Scheduler, name: string, options: { capacity?: number } = {}) {
    const { capacity = 1 } = options ?? {};
    super(scheduler, name, capacity);
    this.checkNames(options, ['capacity']);
    this.checkCapacity(capacity);
  }

  /**
   * Waits for units: `const ticket = yield* crane.acquire()`.
   *
   * With `patience` the result is `undefined` when the days ran out first.
   */
  acquire(options?: Omit<AcquireOptions, 'patience'>): Wait<Ticket>;
  acquire(options: AcquireOptions): Wait<Ticket | undefined>;
  acquire(options: AcquireOptions = NO_OPTIONS): Wait<Ticket | undefined> {
    return this.claim(options, ACQUIRE_OPTIONS);
  }

  /**
   * Calls back when the units are granted; `withdraw()` on the ticket gives the request up.
   *
   * When its patience runs out first, `onRenege` is called instead, where it is given.
   */
  request(
    callback: Callback,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: AcquireOptions & RequestOptions = NO_OPTIONS,
  ): Ticket {
    return this.claim(options, TICKET_OPTIONS).beginCall(callback, argument, label, entity);
  }

  /**
   * Works for so many days with a ticket: `yield* crane.during(ticket, weld.lasting(5))`.
   *
   * The work stands still while the ticket is without its unit, and begins again where its policy is `restart`;
   * with `finish` the unit is not taken before it is done. A plain delay never stands still.
   *
   * Throws on a ticket that is not held, and on days that are no finite number >= 0.
   */
  during(ticket: Ticket, span: number | Delay, options: WorkOptions = {}): Wait<void> {
    this.checkNames(options, WORK_OPTIONS);
    const { policy } = options;
    this.checkWork(ticket, policy);
    return new Wait<void>(new Work(this.scheduler, span, [ticket], policy), 0, NO_OPTIONS);
  }

  /**
   * Says that a pending event is the end of work done with a callback's ticket, which then stops and goes on with it.
   *
   * Said by several resources of one event, the work needs a ticket of each.
   */
  work(ticket: Ticket, handle: EventHandle, options: WorkOptions = {}): void {
    this.checkNames(options, WORK_OPTIONS);
    const { policy } = options;
    const { scheduler } = this;
    this.checkWork(ticket, policy);
    const callback = scheduler.callbackOf(handle);
    if (callback === undefined) throw this.fault('work that is no pending event, expected its handle');
    let work = workOf(callback);
    if (work !== undefined && policy !== undefined && policy !== work.policy)
      throw this.fault(
        `policy ${policy} of work that has begun, expected that with which it began, ${work.policy ?? 'none'}`,
      );
    if (work === undefined) {
      const days = scheduler.timeOf(handle) - scheduler.clock;
      work = new Work(scheduler, new Delay(scheduler, scheduler.labelOf(handle), days), [], policy);
      work.adopt(handle, callback);
    }
    work.need(ticket);
  }

  /**
   * Gives back a ticket, or so many units of those that the running process or the callbacks hold: 1 unless given.
   *
   * Throws on `undefined`, which a claim gives whose patience has run out.
   */
  release(): void;
  release(what: Ticket | number): void;
  release(what?: Ticket | number): void {
    if (what instanceof Wait) this.releaseTicket(what, what.amount);
    else if (typeof what === 'number') this.releaseUnits(what);
    else if (arguments.length === 0) this.releaseUnits(1);
    else throw this.fault(`release of ${asWritten(what)}, expected a ticket that was granted, or units`);
    this.serve();
  }

  override describe(ticket?: Wait<unknown>): string {
    const units = ticket?.amount ?? 1;
    return `${units === 1 ? '' : `${units} units of `}${super.describe(ticket)}`;
  }

  /** @internal */
  protected takeBack(ticket: Wait<unknown>): void {
    this.release(ticket as Ticket);
  }

  private claim(options: AcquireOptions & RequestOptions, names: readonly string[]): Ticket {
    if (options !== NO_OPTIONS) {
      this.check(options, names);
      const { preempt = false } = options;
      if (typeof preempt !== 'boolean')
        throw this.fault(`preempt ${asWritten(preempt)}, expected true or false`);
    }
    const { units = 1 } = options;
    if (!(Number.isInteger(units) && units > 0)) {
      throw this.fault(`units ${asWritten(units)}, expected a whole number > 0`);
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
      if (this.isWorkedWith(ticket))
        throw this.fault('release of a ticket that is worked with, expected the work to be over');
      if (state === 'held') {
        if (this.holders.has(ticket)) this.holders.leave(ticket);
        else this.anonymous -= units;
      } else this.losses.delete(ticket);
      this.works.forget(ticket);
      this.dequeue(ticket, 'released');
      if (owner !== undefined) letGo(owner, ticket);
    }
    if (state === 'held') this.use(-units);
  }

  private releaseUnits(units: number): void {
    if (!(Number.isInteger(units) && units > 0))
      throw this.fault(`release of ${units}, expected a whole number > 0`);
    const own = this.ownTickets();
    const anonymous = Math.min(Math.max(units - unitsOf(own), 0), this.anonymous);
    const missing = units - unitsOf(own) - anonymous;
    const done = missing > 0 ? this.ticketsOfWorkDone() : NO_TICKETS;
    if (unitsOf(done) < missing) {
      const who = this.scheduler.runningStep;
      const by = who === undefined ? '' : ` by process "${who.name}"`;
      const held = units - missing + unitsOf(done);
      throw this.fault(`release of ${units}${by}, expected at most the ${held} held`);
    }
    this.releaseOf(own, units);
    this.anonymous -= anonymous;
    if (anonymous > 0) this.use(-anonymous);
    this.releaseOf(done, missing);
  }

  private releaseOf(tickets: readonly Wait<unknown>[], units: number): void {
    let rest = units;
    for (const ticket of tickets) {
      if (rest <= 0) return;
      const part = Math.min(rest, ticket.amount);
      this.releaseTicket(ticket, part);
      rest -= part;
    }
  }

  /** Those of the running process, latest first. */
  private ownTickets(): readonly Wait<unknown>[] {
    const holder = this.scheduler.runningStep as Partial<Holder> | undefined;
    return holder?.latest === undefined ? NO_TICKETS : ticketsOf(this, holder as Holder);
  }

  /** Those of callbacks whose work is over, latest first, and those that have lost their units last. */
  private ticketsOfWorkDone(): Wait<unknown>[] {
    const isOfCallback = (ticket: Wait<unknown>): boolean =>
      ticket.owner === undefined && !this.isWorkedWith(ticket);
    const lost = [...this.losses.keys()];
    return [...this.holders, ...lost]
      .filter(isOfCallback)
      .sort(
        (a, b) => Number(a.state === 'suspended') - Number(b.state === 'suspended') || b.serial - a.serial,
      );
  }
}
