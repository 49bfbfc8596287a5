import { Delay } from './delay.ts';
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
const NO_TICKETS: readonly Wait<unknown>[] = [];
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

const unitsOf = (tickets: readonly Wait<unknown>[]): number =>
  tickets.reduce((units, { amount }) => units + amount, 0);

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
  // Since when those that have lost their units have been without them.
  private readonly losses = new Map<Wait<unknown>, number>();
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
    if (this.available < 0) {
      const losers = this.losersFor(-this.available, -Infinity, this.policy);
      for (const loser of losers) this.lose(loser, this.policy);
    }
    this.serve();
  }

  /** Takes the units of less urgent tickets for one that preempts, if they are enough; their work goes on later. */
  private preempt(ticket: Wait<unknown>): boolean {
    const missing = ticket.amount - this.available;
    const losers = this.losersFor(missing, ticket.priority, 'resume');
    if (unitsOf(losers) < missing) return false;
    for (const loser of losers) this.lose(loser, 'resume');
    return true;
  }

  /**
   * Who loses so many units: of those less urgent than a priority the least urgent and latest, without any whose units
   * are not needed when the others lose theirs. Fewer units where there are no more to be had.
   */
  private losersFor(units: number, priority: number, policy: CapacityPolicy): Wait<unknown>[] {
    const losers: Wait<unknown>[] = [];
    let found = 0;
    for (
      let holder = this.holders.last;
      holder !== undefined && holder.priority > priority && found < units;
      holder = holder.previous
    ) {
      if (!this.canLose(holder, policy)) continue;
      losers.push(holder);
      found += holder.amount;
    }
    // The most urgent is the first to be spared.
    for (let index = losers.length - 1; index >= 0; index--) {
      if (found - losers[index].amount < units) continue;
      found -= losers[index].amount;
      losers.splice(index, 1);
    }
    return losers;
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

  /** Of a ticket that has lost its units the loss, and the work that stands still with it. @internal */
  override waitingOf(ticket: Wait<unknown>): { for: string; since: number } {
    const since = this.losses.get(ticket);
    if (since === undefined) return super.waitingOf(ticket);
    const work = this.worksOf(ticket).find(({ isStopped }) => isStopped);
    return { for: work?.describe() ?? `suspended without ${ticket.describe()}`, since };
  }

  /** Whether work that is not over needs a ticket. @internal */
  isWorkedWith(ticket: Wait<unknown>): boolean {
    return this.worksOf(ticket).length > 0;
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
    if (isSuspended) {
      this.losses.delete(ticket);
      for (const work of this.worksOf(ticket)) work.goOn();
    }
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
      if (this.isWorkedWith(ticket))
        throw this.fault('release of a ticket that is worked with, expected the work to be over');
      if (state === 'held') {
        if (this.holders.has(ticket)) this.holders.leave(ticket);
        else this.anonymous -= units;
      } else this.losses.delete(ticket);
      if (this.works.size > 0) this.works.delete(ticket);
      this.dequeue(ticket, 'released');
      owner?.disown(ticket);
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
    if (holder?.latest === undefined) return NO_TICKETS;
    const tickets: Wait<unknown>[] = [];
    for (let ticket = holder.latest as Wait<unknown> | undefined; ticket !== undefined; ticket = ticket.older)
      if (ticket.source === this) tickets.push(ticket);
    return tickets;
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
    this.losses.set(ticket, this.scheduler.clock);
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
