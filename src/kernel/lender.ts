import { asWritten } from '../refusal/index.ts';
import type { AcquireOptions } from './acquireOptions.ts';
import { wrongPolicy } from './capacityPolicy.ts';
import type { CapacityPolicy } from './capacityPolicy.ts';
import { hold } from './heldTickets.ts';
import { losersAmong, unitsOf } from './losers.ts';
import type { SupplyStatistics } from './observations.ts';
import type { Scheduler } from './scheduler.ts';
import { Supply } from './supply.ts';
import { Tally } from './tally.ts';
import { TicketWorks } from './ticketWorks.ts';
import { Wait } from './wait.ts';
import { WaitQueue } from './waitQueue.ts';
import type { Work } from './work.ts';

export interface ResourceStatistics extends SupplyStatistics {
  /** Mean units in use over mean units there: the capacity, or what is in use where work beyond it is finished. */
  utilization: number;
}

/** Units lent to tickets, which may lose them where the capacity falls or a more urgent claim preempts. */
export abstract class Lender extends Supply {
  inUse = 0;
  private size: number;
  private readonly capacityTally: Tally;
  // What the last change of capacity said of work that says nothing itself.
  private policy: CapacityPolicy = 'finish';
  /** Tickets that can lose their units; the last is the first to. @internal */
  protected readonly holders: WaitQueue = new WaitQueue();
  /** @internal */
  protected readonly works: TicketWorks = new TicketWorks();
  /** Since when those that have lost their units have been without them. @internal */
  protected readonly losses: Map<Wait<unknown>, number> = new Map();
  /** Units held by callbacks that have not said what their work is: they keep them. @internal */
  protected anonymous = 0;

  constructor(scheduler: Scheduler, name: string, capacity: number) {
    super(scheduler, name, 0, capacity);
    this.size = capacity;
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
    if (this.available < 0)
      this.takeFrom(this.losersFor(-this.available, -Infinity, this.policy), this.policy);
    this.serve();
  }

  /** Ties work to a ticket; called by the kernel. @internal */
  engage(ticket: Wait<unknown>, work: Work): void {
    this.checkWork(ticket, undefined);
    if (ticket.state === 'held' && !this.holders.has(ticket)) {
      this.anonymous -= ticket.amount;
      this.holders.join(ticket);
    }
    this.works.add(ticket, work);
  }

  /** Whether work that is not over needs a ticket. @internal */
  isWorkedWith(ticket: Wait<unknown>): boolean {
    return this.works.of(ticket).length > 0;
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
    const work = this.works.of(ticket).find(({ isStopped }) => isStopped);
    return { for: work?.describe() ?? `suspended without ${ticket.describe()}`, since };
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
      const holder = typeof waiter === 'object' ? waiter.holder : undefined;
      if (holder === undefined) {
        this.anonymous += amount;
        return true;
      }
      hold(holder, ticket);
    }
    this.holders.join(ticket);
    if (isSuspended) {
      this.losses.delete(ticket);
      for (const work of this.works.of(ticket)) work.goOn();
    }
    return true;
  }

  /** Takes the units of less urgent tickets for one that preempts, if they are enough; their work goes on later. */
  private preempt(ticket: Wait<unknown>): boolean {
    const missing = ticket.amount - this.available;
    const losers = this.losersFor(missing, ticket.priority, 'resume');
    if (unitsOf(losers) < missing) return false;
    this.takeFrom(losers, 'resume');
    return true;
  }

  private losersFor(units: number, priority: number, policy: CapacityPolicy): Wait<unknown>[] {
    return losersAmong(this.holders, units, priority, (ticket) => this.works.canLose(ticket, policy));
  }

  private takeFrom(losers: readonly Wait<unknown>[], policy: CapacityPolicy): void {
    for (const ticket of losers) {
      ticket.state = 'suspended';
      this.holders.leave(ticket);
      this.use(-ticket.amount);
      this.enqueue(ticket);
      this.losses.set(ticket, this.scheduler.clock);
      for (const work of this.works.of(ticket)) work.stop(work.policy ?? policy);
    }
  }

  /** @internal */
  protected use(units: number): void {
    this.inUse += units;
    this.noteAmount(this.inUse, this.available);
    const there = this.inUse > this.size ? this.inUse : this.size;
    if (there !== this.capacityTally.current) this.capacityTally.set(this.scheduler.clock, there);
  }

  /** Throws on what no work can be done with; called by the kernel. @internal */
  checkWork(ticket: Wait<unknown>, policy: CapacityPolicy | undefined): void {
    this.checkPolicy(policy);
    if (!(ticket instanceof Wait)) throw this.fault(`work with ${asWritten(ticket)}, expected a ticket`);
    const { state, source } = ticket;
    if (source !== this)
      throw this.fault(`work with a ticket of ${source.describe(ticket)}, expected its own`);
    if (state !== 'held' && state !== 'suspended')
      throw this.fault(`work with a ticket that is ${state}, expected one that is held`);
  }

  private checkPolicy(policy: CapacityPolicy | undefined): void {
    const wrong = wrongPolicy(policy);
    if (wrong !== undefined) throw this.fault(wrong);
  }

  /** @internal */
  protected checkCapacity(capacity: number): void {
    const isWhole = Number.isInteger(capacity) || capacity === Infinity;
    if (!(isWhole && capacity >= 0))
      throw this.fault(`capacity ${asWritten(capacity)}, expected a whole number >= 0`);
  }
}
