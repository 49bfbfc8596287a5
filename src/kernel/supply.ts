import { CauseKind } from './cause-record.ts';
import { FreeSince } from './free-since.ts';
import type { EventHandle, Scheduler } from './scheduler.ts';
import { Tally } from './tally.ts';
import type { TimeWeighted } from './tally.ts';
import { Wait } from './wait.ts';
import { WaitQueue } from './wait-queue.ts';

export interface ClaimOptions {
  /** Place in the queue, lower first; FIFO within it. Default: the priority of the process. */
  priority?: number;
  /** Days after which the claim is given up. Default: never. */
  patience?: number;
}

/** A claim on a supply, in its queue until it is met. */
export abstract class Claim<T> extends Wait<T> {
  state: 'new' | 'waiting' | 'held' | 'suspended' | 'released' | 'withdrawn' = 'new';
  queuePriority = 0;
  previous: this | undefined = undefined;
  following: this | undefined = undefined;
  private readonly source: Supply<Claim<T>>;
  private readonly options: ClaimOptions;
  private timer: EventHandle = 0;

  constructor(source: Supply<Claim<T>>, options: ClaimOptions) {
    super(source.scheduler, source.label);
    this.source = source;
    this.options = options;
  }

  protected start(): void {
    const { waiter, scheduler } = this;
    const { priority, patience } = this.options;
    this.queuePriority = priority ?? waiter!.priority;
    this.state = 'waiting';
    this.source.enter(this);
    if (this.isQueued && patience !== undefined && patience < Infinity) {
      this.timer = scheduler.schedule(patience, () => this.renege(), 0, this.label, waiter!.entity);
    }
  }

  withdraw(): void {
    if (this.isQueued) {
      this.leave('withdrawn');
      this.source.serve();
    } else if (this.state === 'held') this.source.takeBack(this);
  }

  override succeed(result: T, availableSince: number): void {
    this.leave('held');
    super.succeed(result, availableSince);
  }

  describe(): string {
    return `${this.source.kind} "${this.source.name}"`;
  }

  private get isQueued(): boolean {
    return this.state === 'waiting';
  }

  private leave(state: 'held' | 'withdrawn'): void {
    this.state = state;
    this.source.quit(this);
    if (this.timer !== 0) this.scheduler.cancel(this.timer);
  }

  private renege(): void {
    this.timer = 0;
    this.leave('withdrawn');
    this.kind = CauseKind.elapsed;
    super.succeed(undefined as T, NaN);
    this.source.serve();
  }
}

/** What a supply has kept about itself, from its making on. */
export interface SupplyStatistics {
  /** Units in use (resource), contents (level) or items (store), weighted by time. */
  amount: TimeWeighted;
  /** Length of the queue, weighted by time. */
  queue: TimeWeighted;
  /** Claims made so far, and the mean days they waited. */
  claims: number;
  meanWaitDays: number;
}

/** What resource, level and store have in common: an amount, a queue of claims on it, and their statistics. */
export abstract class Supply<C extends Claim<unknown>> {
  readonly name: string;
  readonly label: number;
  readonly scheduler: Scheduler;
  abstract readonly kind: string;
  protected readonly queue: WaitQueue<C> = new WaitQueue<C>();
  protected readonly freeSince: FreeSince;
  private readonly amountTally: Tally;
  private readonly queueTally: Tally;
  private claims = 0;

  constructor(scheduler: Scheduler, name: string, amount: number, available: number) {
    this.scheduler = scheduler;
    this.name = name;
    this.label = scheduler.label(name);
    this.freeSince = new FreeSince(scheduler.now, available);
    this.amountTally = new Tally(scheduler.now, amount);
    this.queueTally = new Tally(scheduler.now, 0);
  }

  /** Meets what can be met of the queue, in order: nobody overtakes one who cannot be served yet. */
  serve(): void {
    for (let claim = this.queue.first; claim !== undefined && this.meet(claim); claim = this.queue.first);
  }

  /** Meets a claim if that is possible now. */
  protected abstract meet(claim: C): boolean;

  /** Undoes a claim that was met at this instant. */
  abstract takeBack(claim: C): void;

  enter(claim: C): void {
    this.claims++;
    // Nobody before it and enough there: it need not join the queue to leave it at once.
    if (this.queue.length === 0 && this.meet(claim)) return;
    this.queue.join(claim);
    this.queueTally.set(this.scheduler.now, this.queue.length);
    this.serve();
  }

  /** Takes a claim that has been met or given up out of the queue, if it is there. */
  quit(claim: C): void {
    if (!this.queue.has(claim)) return;
    this.queue.leave(claim);
    this.queueTally.set(this.scheduler.now, this.queue.length);
  }

  /** Those who wait, in the order in which they will be served. */
  get waiting(): Iterable<C> {
    return this.queue;
  }

  get queueLength(): number {
    return this.queue.length;
  }

  /** Forgets the statistics so far, for a warm-up. */
  restartStatistics(): void {
    this.claims = 0;
    this.amountTally.restart(this.scheduler.now);
    this.queueTally.restart(this.scheduler.now);
  }

  protected figures(): SupplyStatistics {
    const { now } = this.scheduler;
    const { claims } = this;
    const meanWaitDays = claims === 0 ? 0 : this.queueTally.area(now) / claims;
    return { amount: this.amountTally.read(now), queue: this.queueTally.read(now), claims, meanWaitDays };
  }

  protected noteAmount(tallied: number, available: number): void {
    this.amountTally.set(this.scheduler.now, tallied);
    this.freeSince.set(this.scheduler.now, available);
  }

  /** Puts suspended work back into the queue, ahead of its equals. */
  protected requeue(claim: C): void {
    this.queue.join(claim, true);
    this.queueTally.set(this.scheduler.now, this.queue.length);
  }

  /** An error that names this supply and the time. */
  fault(what: string): Error {
    return new Error(`${this.kind} "${this.name}": ${what} (day ${this.scheduler.now})`);
  }
}
