import { asWritten, unknownOption } from '../refusal/index.ts';
import { CauseKind } from './causeRecord.ts';
import type { RequestOptions } from './claimOptions.ts';
import { FreeSince } from './freeSince.ts';
import type { Monitor } from './monitor.ts';
import { Observations, OBSERVED } from './observations.ts';
import type { Observed, SupplyStatistics } from './observations.ts';
import type { Scheduler } from './scheduler.ts';
import type { Source, Wait } from './wait.ts';
import { WaitQueue } from './waitQueue.ts';

/** What resource, level and store have in common: an amount, a queue of claims on it, and their statistics. */
export abstract class Supply implements Source {
  readonly name: string;
  readonly label: number;
  /** @internal */
  readonly scheduler: Scheduler;
  /** @internal */
  readonly generation: object;
  abstract readonly kind: string;
  /** @internal */
  protected readonly queue: WaitQueue = new WaitQueue();
  private isServing = false;
  private readonly freeSince: FreeSince;
  private readonly observations: Observations;

  constructor(scheduler: Scheduler, name: string, amount: number, available: number) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.name = name;
    this.label = scheduler.label(name);
    this.freeSince = new FreeSince(scheduler.clock, available);
    this.observations = new Observations(scheduler, name, amount);
  }

  /** Meets a claim if that is possible now. @internal */
  protected abstract meet(claim: Wait<unknown>): boolean;

  /** Undoes a claim that was met and not received, where nobody has used what it gave. @internal */
  protected abstract takeBack(claim: Wait<unknown>): void;

  /** Meets all that can be met now. @internal */
  serve(): void {
    this.checkIsOfThisRun();
    // Who is served may withdraw other claims, whose supplies serve anew: the loop under way then sees to it.
    if (this.isServing) return;
    this.isServing = true;
    try {
      this.serveAll();
    } finally {
      this.isServing = false;
    }
  }

  /** @internal */
  protected serveAll(): void {
    this.serveQueue();
  }

  /**
   * Meets what can be met of the queue, in order, and says whether any was: nobody overtakes one who cannot be served
   * yet.
   *
   * @internal
   */
  serveQueue(): boolean {
    const { queue } = this;
    const { length } = queue;
    for (let claim = queue.first; claim !== undefined && this.meet(claim); claim = queue.first);
    return queue.length < length;
  }

  /** @internal */
  admit(claim: Wait<unknown>): void {
    const { scheduler } = this;
    const { patience } = claim.options;
    // Nobody before it and enough there: it need not join the queue to leave it at once.
    if (this.queue.length === 0 && this.meet(claim)) {
      this.servedAtOnce();
      return;
    }
    this.enqueue(claim);
    this.serveOrRefuse(claim);
    if (patience === undefined || claim.state !== 'waiting') return;
    // A time beyond all times never comes.
    const end = scheduler.rounded(scheduler.clock + patience);
    if (end < Infinity)
      claim.timer = scheduler.planForWait(end, () => this.renege(claim), this.label, claim.entity, 0);
  }

  /** Serves who can be; a claim at whose call a function of the model throws is none, and leaves the queue. */
  private serveOrRefuse(claim: Wait<unknown>): void {
    try {
      this.serve();
    } catch (error) {
      if (claim.state === 'waiting') this.dequeue(claim, 'withdrawn');
      throw error;
    }
  }

  /** Serves those whom a claim that was met at once has made room for. @internal */
  protected servedAtOnce(): void {}

  /** @internal */
  withdraw(claim: Wait<unknown>): void {
    if (claim.state === 'waiting') {
      this.dequeue(claim, 'withdrawn');
      this.serve();
    } else if (claim.state === 'held' || claim.state === 'suspended') this.takeBack(claim);
  }

  /** What a claim waits for, in words, and since when. @internal */
  waitingOf(claim: Wait<unknown>): { for: string; since: number } {
    return { for: claim.describe(), since: claim.since };
  }

  toString(): string {
    return this.describe();
  }

  describe(_claim?: Wait<unknown>): string {
    return `${this.kind} "${this.name}"`;
  }

  /** Those who wait, in the order in which they will be served. */
  get waiting(): Iterable<Wait<unknown>> {
    return this.queue;
  }

  get queueLength(): number {
    return this.queue.length;
  }

  /** Forgets the statistics so far, for a warm-up. */
  restartStatistics(): void {
    this.observations.restart([...this.queue]);
  }

  /**
   * A monitor of all that is observed of this supply from now on, the same at every call; `restartStatistics` restarts
   * it.
   *
   * @example const waits = desk.monitor('wait'); simulation.run(); waits.quantile(0.9)
   */
  monitor(observed: Observed): Monitor {
    if (!OBSERVED.includes(observed))
      throw this.fault(`monitor of ${asWritten(observed)}, expected ${OBSERVED.join(', ')}`);
    return this.observations.monitor(observed);
  }

  statistics(): SupplyStatistics {
    return this.observations.read();
  }

  /** @internal */
  protected noteAmount(tallied: number, available: number): void {
    this.observations.noteAmount(tallied);
    if (this.scheduler.causes.isOn) this.freeSince.set(this.scheduler.clock, available);
  }

  /** Since when so much has been available, for the cause record; NaN when none is kept. @internal */
  availableSince(amount: number): number {
    return this.scheduler.causes.isOn ? this.freeSince.at(amount) : NaN;
  }

  /** Joins the queue in its place. @internal */
  protected enqueue(claim: Wait<unknown>): void {
    this.queue.join(claim);
    if (this.queue.length === 1) this.scheduler.occupied.add(this.queue);
    this.observations.noteQueue(this.queue.length);
  }

  /** Takes a claim that has been met or given up out of the queue, if it is there. @internal */
  protected dequeue(claim: Wait<unknown>, state: 'held' | 'released' | 'withdrawn'): void {
    claim.state = state;
    if (!this.queue.has(claim)) return;
    this.queue.leave(claim);
    if (this.queue.length === 0) this.scheduler.occupied.delete(this.queue);
    this.observations.noteQueue(this.queue.length);
    if (claim.timer !== undefined) this.scheduler.cancel(claim.timer);
  }

  /** Takes a claim that has been met out of the queue and ends it. @internal */
  meetWith<T>(claim: Wait<T>, result: T, availableSince: number): void {
    this.dequeue(claim, 'held');
    this.grant(claim, result, availableSince);
  }

  /** Ends a claim that has been met; `availableSince` is when it could first have been. @internal */
  protected grant<T>(claim: Wait<T>, result: T, availableSince: number): void {
    this.observations.noteGrant(claim);
    claim.result = result;
    // Nobody may be waiting for a put: who yet does is told in the place where it was met.
    if (claim.waiter === undefined) claim.sequence = this.scheduler.nextPlace();
    else claim.succeed(result, availableSince);
  }

  /** Throws on what is no options object, or has a name that no option has. @internal */
  protected checkNames(options: unknown, names: readonly string[]): void {
    const wrong = unknownOption(options, names);
    if (wrong !== undefined) throw this.fault(wrong);
  }

  /** Throws on a place in the queue or a patience that is none, and on what cannot be called at its end. @internal */
  check(options: RequestOptions, names: readonly string[]): void {
    this.checkNames(options, names);
    const { priority = 0, patience = 0, onRenege } = options;
    this.checkFunction('onRenege', onRenege);
    if (!Number.isFinite(priority))
      throw this.fault(`priority ${asWritten(priority)}, expected a finite number`);
    if (!(typeof patience === 'number' && patience >= 0))
      throw this.fault(`patience ${asWritten(patience)}, expected days >= 0`);
  }

  /** Throws on what is given and cannot be called. @internal */
  protected checkFunction(what: string, value: unknown): void {
    if (value !== undefined && typeof value !== 'function')
      throw this.fault(`${what} ${asWritten(value)}, expected a function`);
  }

  /** @internal */
  protected checkIsOfThisRun(): void {
    if (this.generation !== this.scheduler.generation)
      throw this.fault('made before the last reset, expected one of this run');
  }

  /**
   * Gives a claim up whose patience has run out: a process is told, a callback is not called. Returns what `onRenege`
   * gave, for the loop to look at.
   */
  private renege(claim: Wait<unknown>): unknown {
    this.dequeue(claim, 'withdrawn');
    claim.result = undefined;
    // Nobody may be waiting for a put.
    if (typeof claim.waiter === 'object') {
      claim.kind = CauseKind.elapsed;
      claim.succeed(undefined, NaN);
    }
    this.serve();
    return typeof claim.waiter === 'function' ? claim.options.onRenege?.(claim.argument) : undefined;
  }

  /** An error that names this supply and the time. @internal */
  fault(what: string): Error {
    return new Error(`${this.kind} "${this.name}": ${what} (day ${this.scheduler.clock})`);
  }
}
