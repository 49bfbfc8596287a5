import { CauseKind } from './causeRecord.ts';
import { Delay } from './delay.ts';
import type { Idle, Step } from './eventTarget.ts';
import { noteMade, takeForgotten } from './forgottenWait.ts';
import type { WaitMaker } from './forgottenWait.ts';
import { Interrupt } from './interrupt.ts';
import { located } from './located.ts';
import { URGENT } from './plannedEvents.ts';
import { checkBody, generatorOf, wrongCommand } from './processBody.ts';
import type { ProcessBody } from './processBody.ts';
import { checkProcessOptions, DEFAULTS } from './processOptions.ts';
import type { ProcessOptions } from './processOptions.ts';
import type { Scheduler } from './scheduler.ts';
import { Wait } from './wait.ts';
import type { Command, Holder, Waiter } from './wait.ts';

/** How far a process has come; `stopped` is one that `stop` ended, `failed` one that threw. */
export type ProcessState = 'unstarted' | 'running' | 'waiting' | 'ended' | 'stopped' | 'failed';

/** The order to stop. @internal */
export const STOP: unique symbol = Symbol('stop');

/** A generator that runs in simulated time: what it yields is begun, and what it was ordered is done at its yields. */
export abstract class Coroutine<T> implements Step, Waiter, Holder, WaitMaker {
  readonly label: number;
  readonly entity: number;
  readonly priority: number;
  /** @internal */
  readonly isClock: boolean;
  /** @internal */
  readonly generation: object;
  state: ProcessState = 'unstarted';
  /** The events that continue it are planned here, while it is alive. @internal */
  readonly slot: number;
  /** How many processes the simulation had started before it. @internal */
  readonly serial: number;
  /** @internal */
  wait: Wait<unknown> | undefined = undefined;
  /** The latest ticket it holds; each knows the one before it. @internal */
  latest: Wait<unknown> | undefined = undefined;
  /** @internal */
  protected readonly scheduler: Scheduler;
  private readonly generator: Generator<Command, T, unknown>;
  /** What it does now, unless that is a bare delay or a wait. */
  private delay: Delay | undefined = undefined;
  /** What it shall do at its next yields: stop, or be interrupted for a reason. @internal */
  protected orders: unknown[] | undefined = undefined;
  /** What its next step throws at the yield where it stands. @internal */
  protected thrown: unknown = undefined;
  /** @internal */
  protected isStopped = false;
  /** Waits that its body has made since it last went on, which should begin. @internal */
  made: Idle | undefined = undefined;
  /** @internal */
  alsoMade: Idle[] | undefined = undefined;
  constructor(scheduler: Scheduler, name: string, body: ProcessBody<T>, options: ProcessOptions) {
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.label = scheduler.label(name);
    checkBody(body, name, scheduler.clock);
    if (options !== DEFAULTS) checkProcessOptions(`process "${name}"`, options, scheduler.clock);
    const { entity = 0, priority = 0, delay = 0, clock = false } = options;
    this.entity = entity;
    this.priority = priority;
    this.isClock = clock;
    const delayLabel = options.delayLabel ?? this.label;
    scheduler.check(body as () => unknown, delayLabel, entity, priority);
    scheduler.checkDelay(delay, delayLabel, entity);
    this.generator = generatorOf(body, name, scheduler.clock);
    this.serial = scheduler.startedProcesses++;
    this.slot = scheduler.enlist(this);
    scheduler.planStep(this, delay, delayLabel, delay === 0 ? URGENT : priority);
  }

  get name(): string {
    return this.scheduler.labelName(this.label);
  }

  /** Itself, as the one who holds what it is granted. @internal */
  get holder(): Holder {
    return this;
  }

  /** @internal */
  note(wait: Idle): void {
    noteMade(this, wait);
  }

  /** @internal */
  awaits(wait: Wait<unknown>): boolean {
    return this.wait === wait;
  }

  /** @internal */
  arrived(wait: Wait<unknown>): void {
    this.scheduler.deliver(wait, this.slot, this.priority);
  }

  /** Runs the body up to its next yield; called by the kernel. @internal */
  step(): void {
    this.run(false);
  }

  /** @internal */
  protected run(isStop: boolean): void {
    const { scheduler, wait } = this;
    const { activeSlot } = scheduler;
    scheduler.activeSlot = this.slot;
    this.wait = undefined;
    this.state = 'running';
    try {
      this.heed(isStop ? this.unwind() : this.resume(wait));
    } catch (error) {
      this.fail(error);
    } finally {
      scheduler.activeSlot = activeSlot;
    }
  }

  private resume(wait: Wait<unknown> | undefined): IteratorResult<Command, T> {
    const { generator } = this;
    this.thrown ??= this.forgotten();
    const { thrown } = this;
    if (thrown !== undefined) {
      this.thrown = undefined;
      return generator.throw(thrown);
    }
    if (wait === undefined) return generator.next();
    return wait.state === 'failed' ? generator.throw(wait.result) : generator.next(wait.result);
  }

  /** Ends the body where it stands, or at the end of what its `finally` blocks yield. */
  private unwind(): IteratorResult<Command, T> {
    this.orders = this.thrown = this.made = this.alsoMade = undefined;
    this.isStopped = true;
    return this.generator.return(undefined as T);
  }

  /** Does what the body yields, after what it was ordered. */
  private heed(next: IteratorResult<Command, T>): void {
    if (next.done === true) {
      const forgotten = this.forgotten();
      if (forgotten !== undefined && !this.isStopped) throw forgotten;
      if (this.isStopped) this.close('stopped', undefined);
      else this.close('ended', next.value);
      return;
    }
    if (this.orders?.[0] === STOP) {
      this.heed(this.unwind());
      return;
    }
    this.state = 'waiting';
    this.obey(next.value);
    if (this.orders !== undefined && this.thrown === undefined) this.strike(this.nextOrder(this.orders));
  }

  private nextOrder(orders: unknown[]): unknown {
    const reason = orders.shift();
    if (orders.length === 0) this.orders = undefined;
    return reason;
  }

  /** Begins what was yielded; what cannot begin is thrown at the yield. */
  private obey(command: Command): void {
    try {
      this.begin(command);
    } catch (refusal) {
      this.abandon();
      this.throwNext(located(refusal, this.whereabouts));
    }
  }

  private begin(command: Command): void {
    const { scheduler } = this;
    this.delay = undefined;
    if (typeof command === 'number') scheduler.planStep(this, command, this.label, this.priority);
    else if (command instanceof Delay) {
      command.checkIsOf(scheduler);
      scheduler.planStepAt(this, command.end(scheduler.clock), command.label, this.priority);
      this.delay = command;
    } else if (command instanceof Wait) {
      this.wait = command;
      command.begin(this);
    } else {
      throw new Error(wrongCommand(command));
    }
  }

  /** What to throw if the body has made a wait that nobody has begun. */
  private forgotten(): Error | undefined {
    const wait = takeForgotten(this);
    if (wait === undefined) return undefined;
    return new Error(
      `${wait.describe()}: a wait that was made and not begun, expected yield* or withdraw() (${this.whereabouts})`,
    );
  }

  /** For errors; put together only then. */
  private get whereabouts(): string {
    return `process "${this.name}", day ${this.scheduler.clock}`;
  }

  /** @internal */
  protected strike(reason: unknown): void {
    const { scheduler, wait } = this;
    const left = wait === undefined ? this.daysLeft() : wait.remainingDays;
    this.abandon();
    this.throwNext(new Interrupt(reason, left));
    if (wait !== undefined)
      scheduler.attribute(scheduler.handleOfStep(this.slot), CauseKind.decided, wait.request);
  }

  private throwNext(error: unknown): void {
    this.thrown = error;
    this.scheduler.planStep(this, 0, this.label, URGENT);
  }

  private daysLeft(): number {
    const { clock } = this.scheduler;
    const end = this.scheduler.stepTime(this.slot);
    return this.delay === undefined ? end - clock : this.delay.between(clock, end);
  }

  /** Gives up what it does or waits for. @internal */
  protected abandon(): void {
    this.scheduler.cancelStep(this.slot);
    this.wait?.withdraw();
    this.wait = undefined;
  }

  /**
   * Ends it because its body threw: in who waits for its end, or else in the run.
   *
   * One that was stopped is at its end all the same when an interrupt cuts its `finally` blocks short.
   */
  private fail(error: unknown): void {
    const failure = located(error, this.whereabouts);
    this.abandon();
    if (this.isStopped && error instanceof Interrupt) this.close('stopped', undefined);
    else if (!this.close('failed', failure)) throw failure;
  }

  /** Ends it, and says whether anyone was told. @internal */
  protected abstract close(state: ProcessState, outcome: unknown): boolean;
}
