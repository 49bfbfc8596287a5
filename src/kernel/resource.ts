import type { Delay } from './delay.ts';
import type { Callback } from './eventSlots.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import { shown } from './shown.ts';
import { Supply } from './supply.ts';
import type { SupplyStatistics } from './supply.ts';
import { Tally } from './tally.ts';
import { CLAIM_OPTIONS, NO_OPTIONS, REQUEST_OPTIONS, Wait } from './wait.ts';
import type { ClaimOptions, Holder, RequestOptions } from './wait.ts';
import { WaitQueue } from './waitQueue.ts';
import { Work, WORK_OPTIONS, workOf } from './work.ts';
import type { CapacityPolicy, WorkOptions } from './work.ts';

const NO_WORKS: readonly Work[] = [];
const ACQUIRE_OPTIONS = [...CLAIM_OPTIONS, 'units', 'preempt'];
const TICKET_OPTIONS = [...REQUEST_OPTIONS, 'units', 'preempt'];
const POLICIES: readonly CapacityPolicy[] = ['finish', 'resume', 'restart'];

export interface AcquireOptions extends ClaimOptions {
  /** Units wanted at once. Default 1. */
  units?: number;
  /**
   * Whether it takes the units of less urgent tickets, the latest first, where their work does not say `finish`.
   * Default false.
   */
  preempt?: boolean;
}

export interface ResourceStatistics extends SupplyStatistics {
  /** Mean units in use over mean units there: the capacity, or what is in use where work beyond it is finished. */
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
  // What the last change of capacity said of work that says nothing itself.
  private policy: CapacityPolicy = 'finish';
  // Tickets that can lose their units; the last is the first to.
  private readonly holders = new WaitQueue();
  // Work done with tickets, of which some may be over.
  private readonly works = new Map<Wait<unknown>, readonly Work[]>();
  // Units held by callbacks that have not said what their work is: they keep them.
  private anonymous = 0;

  constructor(scheduler: Scheduler, name: string, options: { capacity?: number } = {}) {
    const { capacity = 1 } = options ?? {};
    super(scheduler, name, 0, capacity);
    this.checkNames(options, ['capacity']);
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
    if (work === undefined) {
      work = new Work(scheduler, scheduler.timeOf(handle) - scheduler.clock, [], policy);
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
    else throw this.fault(`release of ${shown(what)}, expected a ticket that was granted, or units`);
    this.serve();
  }

  /**
   * Changes the capacity.
   *
   * Where less is there than is in use, the latest and least urgent tickets lose their units until there is enough,
   * and are the first of their priority to get them back. The policy is for work that has none of its own: it is
   * finished first (`finish`, where tickets without work keep their units too), or stands still and then goes on
   * (`resume`) or begins again (`restart`). Throws below zero.
   */
  setCapacity(capacity: number, policy: CapacityPolicy = 'finish'): void {
    this.checkCapacity(capacity);
    this.checkPolicy(policy);
    this.size = capacity;
    this.policy = policy;
    this.use(0);
    this.settle();
    this.serve();
  }

  /** Takes back what is lent beyond the capacity, where policies allow; called by the kernel. @internal */
  settle(): void {
    for (let holder = this.holders.last; holder !== undefined && this.available < 0;) {
      const { previous }: Wait<unknown> = holder;
      if (this.canLose(holder, this.policy)) this.lose(holder, this.policy);
      holder = previous;
    }
    this.serve();
  }

  /** Takes the units of less urgent tickets for one that preempts, if they are enough; their work goes on later. */
  private preempt(ticket: Wait<unknown>): boolean {
    const losers: Wait<unknown>[] = [];
    let free = this.available;
    for (
      let holder = this.holders.last;
      holder !== undefined && free < ticket.amount;
      holder = holder.previous
    ) {
      if (holder.priority <= ticket.priority) return false;
      if (!this.canLose(holder, 'resume')) continue;
      losers.push(holder);
      free += holder.amount;
    }
    if (free < ticket.amount) return false;
    for (const loser of losers) this.lose(loser, 'resume');
    return true;
  }

  /** Ties work to a ticket; called by the kernel. @internal */
  engage(ticket: Wait<unknown>, work: Work): void {
    this.checkWork(ticket, undefined);
    if (ticket.state === 'held' && !this.holders.has(ticket)) {
      this.anonymous -= ticket.amount;
      this.holders.join(ticket);
    }
    this.works.set(ticket, [...this.worksOf(ticket), work]);
  }

  override restartStatistics(): void {
    super.restartStatistics();
    this.capacityTally.restart(this.scheduler.clock);
  }

  override statistics(): ResourceStatistics {
    const figures = super.statistics();
    const capacity = this.capacityTally.read(this.scheduler.clock).mean;
    // Both are sums of days, each rounded in its own way.
    return { ...figures, utilization: capacity > 0 ? Math.min(figures.amount.mean / capacity, 1) : 0 };
  }

  override describe(ticket?: Wait<unknown>): string {
    const units = ticket?.amount ?? 1;
    return `${units === 1 ? '' : `${units} units of `}${super.describe(ticket)}`;
  }

  /** @internal */
  protected meet(ticket: Wait<unknown>): boolean {
    const { amount, waiter } = ticket;
    const { preempt = false } = ticket.options as AcquireOptions;
    if (amount > this.available && !(preempt && this.preempt(ticket))) return false;
    const availableSince = this.availableSince(amount);
    const isSuspended = ticket.state === 'suspended';
    this.use(amount);
    this.dequeue(ticket, 'held');
    if (!isSuspended) {
      this.grant(ticket, ticket, availableSince);
      const owner = typeof waiter === 'object' ? waiter.holder : undefined;
      if (owner === undefined) {
        this.anonymous += amount;
        return true;
      }
      ticket.owner = owner;
      ticket.older = owner.latest;
      owner.latest = ticket;
    }
    this.holders.join(ticket);
    if (isSuspended) for (const work of this.worksOf(ticket)) work.goOn();
    return true;
  }

  /** @internal */
  protected takeBack(ticket: Wait<unknown>): void {
    this.release(ticket as Ticket);
  }

  private claim(options: AcquireOptions & RequestOptions, names: readonly string[]): Ticket {
    if (options !== NO_OPTIONS) {
      this.check(options, names);
      const { preempt = false } = options;
      if (typeof preempt !== 'boolean') throw this.fault(`preempt ${shown(preempt)}, expected true or false`);
    }
    const { units = 1 } = options;
    if (!(Number.isInteger(units) && units > 0)) {
      throw this.fault(`units ${shown(units)}, expected a whole number > 0`);
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
      if (this.worksOf(ticket).length > 0)
        throw this.fault('release of a ticket that is worked with, expected the work to be over');
      if (state === 'held') {
        if (this.holders.has(ticket)) this.holders.leave(ticket);
        else this.anonymous -= units;
      }
      if (this.works.size > 0) this.works.delete(ticket);
      this.dequeue(ticket, 'released');
      owner?.disown(ticket);
    }
    if (state === 'held') this.use(-units);
  }

  private releaseUnits(units: number): void {
    if (!(Number.isInteger(units) && units > 0))
      throw this.fault(`release of ${units}, expected a whole number > 0`);
    const rest = this.releaseOwn(units);
    if (rest > this.anonymous) {
      const who = this.scheduler.runningStep;
      const by = who === undefined ? '' : ` by process "${who.name}"`;
      throw this.fault(
        `release of ${units}${by}, expected at most the ${units - rest + this.anonymous} held`,
      );
    }
    this.anonymous -= rest;
    if (rest > 0) this.use(-rest);
  }

  // Units of the running process's own tickets, latest first; returns how many are still to be released.
  private releaseOwn(units: number): number {
    let rest = units;
    const holder = this.scheduler.runningStep as Partial<Holder> | undefined;
    for (let ticket = holder?.latest; ticket !== undefined && rest > 0;) {
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
    const there = this.inUse > this.size ? this.inUse : this.size;
    if (there !== this.capacityTally.current) this.capacityTally.set(this.scheduler.clock, there);
  }

  private lose(ticket: Wait<unknown>, policy: CapacityPolicy): void {
    ticket.state = 'suspended';
    this.holders.leave(ticket);
    this.use(-ticket.amount);
    this.enqueue(ticket);
    for (const work of this.worksOf(ticket)) work.stop(work.policy ?? policy);
  }

  /** Throws on what no work can be done with; called by the kernel. @internal */
  checkWork(ticket: Wait<unknown>, policy: CapacityPolicy | undefined): void {
    this.checkPolicy(policy);
    if (!(ticket instanceof Wait)) throw this.fault(`work with ${shown(ticket)}, expected a ticket`);
    const { state, source } = ticket;
    if (source !== this)
      throw this.fault(`work with a ticket of ${source.describe(ticket)}, expected its own`);
    if (state !== 'held' && state !== 'suspended')
      throw this.fault(`work with a ticket that is ${state}, expected one that is held`);
  }

  private checkPolicy(policy: CapacityPolicy | undefined): void {
    if (policy !== undefined && !POLICIES.includes(policy))
      throw this.fault(`policy ${shown(policy)}, expected ${POLICIES.join(', ')}`);
  }

  private checkCapacity(capacity: number): void {
    const isWhole = Number.isInteger(capacity) || capacity === Infinity;
    if (!(isWhole && capacity >= 0))
      throw this.fault(`capacity ${shown(capacity)}, expected a whole number >= 0`);
  }

  /** The works of a ticket that are not over. */
  private worksOf(ticket: Wait<unknown>): readonly Work[] {
    if (this.works.size === 0) return NO_WORKS;
    return this.works.get(ticket)?.filter((work) => !work.isOver) ?? NO_WORKS;
  }

  // The work decides, as long as it lasts: what is to be finished is not taken back before.
  private canLose(ticket: Wait<unknown>, policy: CapacityPolicy): boolean {
    const works = this.worksOf(ticket).filter((work) => !work.endsNow);
    if (works.length === 0) return policy !== 'finish';
    return works.every((work) => (work.policy ?? policy) !== 'finish');
  }
}
