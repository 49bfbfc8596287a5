import { CauseKind } from './cause-record.ts';
import { Delay } from './delay.ts';
import { located } from './located.ts';
import { URGENT } from './scheduler.ts';
import { Signal } from './signal.ts';
import type { Simulation } from './simulation.ts';
import { Wait } from './wait.ts';
import type { Command, Waiter } from './wait.ts';

/**
 * The body of a process: a generator that yields delays and waits.
 *
 * Where many are started, call a generator function that is written once, `() => pour(hall)`: each `function*` expression that runs
 * gets a hidden class of its own from V8, which keeps all that it captured until the next full garbage collection.
 */
export type ProcessBody<T> = () => Generator<Command, T, unknown>;

export interface ProcessOptions {
  /** Entity that the process's events belong to. Default: none. */
  entity?: number;
  /** Priority of its events among those of the same instant; lower first. Default 0. */
  priority?: number;
  /** Days from now to its start. Default 0. */
  delay?: number;
  /** Label of that delay, from `simulation.label`. Default: the process's name. */
  delayLabel?: number;
  /** Marks its delays as a clock, never a cause. Default false. */
  clock?: boolean;
}

/** Thrown at the yield of a process that another one interrupts. */
export class Interrupt extends Error {
  readonly reason: unknown;
  /** Days, or working days, that were left of the delay or work that was interrupted; NaN when it was neither. */
  readonly remainingDays: number;

  constructor(reason: unknown, remainingDays: number) {
    super(`interrupted: ${String(reason)}`);
    this.name = 'Interrupt';
    this.reason = reason;
    this.remainingDays = remainingDays;
  }
}

const UNSTARTED = 0;
const RUNNING = 1;
const WAITING = 2;

/** What a process shall do at its next yield: stop, or else be interrupted, once for each reason. */
interface Orders {
  stop: boolean;
  reasons: unknown[];
}

/** A generator that lives in simulated time. */
export class Process<T = unknown> implements Waiter {
  readonly label: number;
  readonly entity: number;
  readonly priority: number;
  readonly isClock: boolean;
  isAlive = true;
  /** The events that continue it are planned here, while it is alive. */
  readonly slot: number;
  /** How many processes the simulation had started before it. */
  readonly serial: number;
  wait: Wait<unknown> | undefined = undefined;
  /** The latest ticket it holds; each knows the one before it. */
  latest: Wait<unknown> | undefined = undefined;
  /** Fires at its end, for those who wait for that. */
  finish: Signal<T> | undefined = undefined;
  private readonly simulation: Simulation;
  private readonly generator: Generator<Command, T, unknown>;
  private phase = UNSTARTED;
  private orders: Orders | undefined = undefined;
  /** What its next step throws. */
  private interruption: Interrupt | undefined = undefined;
  /** What it does now, unless that is a bare delay or a wait. */
  private delay: Delay | undefined = undefined;
  private result: T | undefined = undefined;

  constructor(simulation: Simulation, name: string, body: ProcessBody<T>, options: ProcessOptions) {
    const { entity = 0, priority = 0, delay = 0, clock = false } = options;
    this.simulation = simulation;
    this.label = simulation.label(name);
    this.entity = entity;
    this.priority = priority;
    this.isClock = clock;
    const delayLabel = options.delayLabel ?? this.label;
    simulation.check(body as () => unknown, delayLabel, entity, priority);
    simulation.checkDelay(delay, delayLabel, entity);
    this.generator = body();
    if (typeof this.generator?.next !== 'function') {
      throw new Error(
        `process "${name}": body gave ${String(this.generator)}, expected a generator; write function*`,
      );
    }
    this.serial = simulation.startedProcesses++;
    this.slot = simulation.enlist(this);
    simulation.planStep(this, delay, delayLabel, delay === 0 ? URGENT : priority);
  }

  get generation(): object {
    return this.simulation.generation;
  }

  get name(): string {
    return this.simulation.labelName(this.label);
  }

  /** A signal that fires, with the result, when the process ends. */
  get done(): Signal<T> {
    if (this.finish === undefined) {
      this.finish = new Signal<T>(this.simulation, this.name);
      if (!this.isAlive) this.finish.fire(this.result);
    }
    return this.finish;
  }

  /** Waits for the end of the process: `const result = yield* other.finished()`. */
  finished(): Wait<T> {
    return this.done.wait();
  }

  /** Whether its body is running now, perhaps beneath that of another process that it has stopped. */
  get isRunning(): boolean {
    return this.phase === RUNNING;
  }

  /** When the present wait or delay began; NaN after the end. */
  get since(): number {
    if (!this.isAlive) return NaN;
    return this.wait === undefined ? this.simulation.stepBegan(this.slot) : this.wait.since;
  }

  /**
   * Throws an `Interrupt` at the yield where the process now stands; its delay or wait is withdrawn.
   *
   * One that has not started, or is being interrupted at this instant, is struck at its next yield: interrupts
   * strike in order, each at a yield of its own. What comes after the end of the body has no effect.
   */
  interrupt(reason?: unknown): void {
    if (!this.isAlive || this.isRunning) {
      const state = this.isAlive ? 'while it runs' : 'after its end';
      throw new Error(
        `process "${this.name}": interrupted ${state}, expected it to be waiting (day ${this.simulation.clock})`,
      );
    }
    if (this.phase === WAITING && this.interruption === undefined) this.strike(reason);
    else this.ordersToCome.reasons.push(reason);
  }

  /**
   * Ends the process where it stands; its `finally` blocks run, as far as they yield in simulated time.
   *
   * A process that stops itself ends at its next yield.
   */
  stop(): void {
    if (!this.isAlive) return;
    if (this.isRunning) {
      this.ordersToCome.stop = true;
      return;
    }
    const { simulation } = this;
    const caller = simulation.activeSlot;
    this.abandon();
    this.interruption = undefined;
    simulation.activeSlot = this.slot;
    try {
      this.unwind();
    } catch (error) {
      throw this.fail(error);
    } finally {
      simulation.activeSlot = caller;
    }
  }

  /** Ends it because its body threw, and gives the error with its name and the time. */
  fail(error: unknown): Error {
    if (this.isAlive) {
      this.isAlive = false;
      this.abandon();
      this.simulation.discharge(this.slot);
    }
    return located(error, `process "${this.name}", day ${this.simulation.clock}`);
  }

  /** Takes a ticket that it gives back off those it holds. */
  disown(ticket: Wait<unknown>): void {
    if (this.latest === ticket) this.latest = ticket.older;
    else {
      let newer = this.latest!;
      while (newer.older !== ticket) newer = newer.older!;
      newer.older = ticket.older;
    }
    ticket.older = undefined;
  }

  awaits(wait: Wait<unknown>): boolean {
    return this.wait === wait;
  }

  arrived(wait: Wait<unknown>): void {
    this.simulation.deliver(wait, this.slot, this.priority);
  }

  /** What the process waits for, in words. */
  describe(): string {
    return this.wait === undefined
      ? this.simulation.describeStep(this.slot, this.label)
      : this.wait.describe();
  }

  /** Runs the body up to its next yield; called by the kernel. */
  step(): void {
    const { simulation, interruption } = this;
    const received = this.wait?.result;
    simulation.activeSlot = this.slot;
    this.wait = undefined;
    this.phase = RUNNING;
    let next: IteratorResult<Command, T>;
    if (interruption === undefined) next = this.generator.next(received);
    else {
      this.interruption = undefined;
      next = this.generator.throw(interruption);
    }
    this.phase = WAITING;
    if (next.done === true) this.end(next.value);
    else if (this.orders === undefined) this.obey(next.value);
    else this.heed(next.value, this.orders);
    simulation.activeSlot = 0;
  }

  private heed(command: Command, orders: Orders): void {
    if (orders.stop) {
      this.unwind();
      return;
    }
    const reason = orders.reasons.shift();
    if (orders.reasons.length === 0) this.orders = undefined;
    this.obey(command);
    this.strike(reason);
  }

  /** Ends the body where it stands, or at the end of what its `finally` blocks yield. */
  private unwind(): void {
    this.orders = undefined;
    this.phase = RUNNING;
    const next = this.generator.return(undefined as T);
    this.phase = WAITING;
    if (next.done === true) this.end(next.value);
    else if (this.orders === undefined) this.obey(next.value);
    else this.heed(next.value, this.orders);
  }

  private get ordersToCome(): Orders {
    return (this.orders ??= { stop: false, reasons: [] });
  }

  private obey(command: Command): void {
    const { simulation } = this;
    this.delay = undefined;
    if (typeof command === 'number') simulation.planStep(this, command, this.label, this.priority);
    else if (command instanceof Delay) {
      command.checkIsOf(simulation);
      simulation.planStepAt(this, command.end(simulation.clock), command.label, this.priority);
      this.delay = command;
    } else if (command instanceof Wait) {
      this.wait = command;
      command.begin(this);
    } else {
      throw new Error(
        `yielded ${String(command)}, expected days, an activity's lasting(days), or yield* of a wait such as signal.wait()`,
      );
    }
  }

  private strike(reason: unknown): void {
    const { simulation, wait } = this;
    const left = wait === undefined ? this.daysLeft() : wait.remainingDays;
    this.abandon();
    this.interruption = new Interrupt(reason, left);
    simulation.planStep(this, 0, this.label, URGENT);
    if (wait !== undefined)
      simulation.attribute(simulation.handleOf(this.slot), CauseKind.decided, wait.request);
  }

  private daysLeft(): number {
    const { clock } = this.simulation;
    const end = this.simulation.stepTime(this.slot);
    return this.delay === undefined ? end - clock : this.delay.between(clock, end);
  }

  private abandon(): void {
    this.simulation.cancelStep(this.slot);
    this.wait?.withdraw();
    this.wait = undefined;
  }

  private end(result: T): void {
    this.isAlive = false;
    this.result = result;
    this.simulation.discharge(this.slot);
    this.finish?.fire(result);
  }
}
