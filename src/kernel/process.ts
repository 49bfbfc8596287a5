import { Activity } from './activity.ts';
import { CauseKind } from './cause-record.ts';
import { URGENT } from './scheduler.ts';
import type { Signal } from './signal.ts';
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
  /** Days that were left of the delay that was interrupted; NaN when it was no delay. */
  readonly remainingDays: number;

  constructor(reason: unknown, remainingDays: number) {
    super(`interrupted: ${String(reason)}`);
    this.name = 'Interrupt';
    this.reason = reason;
    this.remainingDays = remainingDays;
  }
}

/** A generator that lives in simulated time. */
export class Process<T = unknown> implements Waiter {
  readonly label: number;
  readonly entity: number;
  readonly priority: number;
  readonly isClock: boolean;
  isAlive = true;
  /** The events that continue it are planned here. */
  readonly slot: number;
  /** How many processes the simulation had started before it. */
  readonly serial: number;
  wait: Wait<unknown> | undefined = undefined;
  /** The latest ticket it holds; each knows the one before it. */
  latest: Wait<unknown> | undefined = undefined;
  private readonly simulation: Simulation;
  private readonly generator: Generator<Command, T, unknown>;
  private interruption: Interrupt | undefined = undefined;
  private finish: Signal<T> | undefined = undefined;
  private result: T | undefined = undefined;

  constructor(simulation: Simulation, name: string, body: ProcessBody<T>, options: ProcessOptions) {
    this.simulation = simulation;
    this.label = simulation.label(name);
    this.entity = options.entity ?? 0;
    this.priority = options.priority ?? 0;
    this.isClock = options.clock ?? false;
    this.generator = body();
    if (typeof this.generator?.next !== 'function') {
      throw new Error(
        `process "${name}": body gave ${String(this.generator)}, expected a generator; write function*`,
      );
    }
    const delay = options.delay ?? 0;
    this.serial = simulation.startedProcesses++;
    this.slot = simulation.enlist(this);
    simulation.planStep(this, delay, options.delayLabel ?? this.label, delay === 0 ? URGENT : this.priority);
  }

  get name(): string {
    return this.simulation.labelName(this.label);
  }

  /** A signal that fires, with the result, when the process ends. */
  get done(): Signal<T> {
    if (this.finish === undefined) {
      this.finish = this.simulation.signal<T>(this.name);
      if (!this.isAlive) this.finish.fire(this.result);
    }
    return this.finish;
  }

  /** Waits for the end of the process: `const result = yield* other.finished()`. */
  finished(): Wait<T> {
    return this.done.wait();
  }

  /** When the present wait or delay began. */
  get since(): number {
    return this.wait === undefined ? this.simulation.stepBegan(this.slot) : this.wait.since;
  }

  /** Throws an `Interrupt` at the yield where the process now stands; its delay or wait is withdrawn. */
  interrupt(reason?: unknown): void {
    const { simulation } = this;
    if (!this.isAlive || simulation.activeSlot === this.slot) {
      const state = this.isAlive ? 'by itself' : 'after its end';
      throw new Error(
        `process "${this.name}": interrupted ${state}, expected it to be waiting (day ${simulation.now})`,
      );
    }
    const began = this.wait?.request ?? 0;
    const isWaiting = this.wait !== undefined;
    const left = isWaiting ? NaN : simulation.stepTime(this.slot) - simulation.now;
    this.abandon();
    this.interruption = new Interrupt(reason, left);
    simulation.planStep(this, 0, this.label, URGENT);
    if (isWaiting) simulation.attribute(simulation.handleOf(this.slot), CauseKind.decided, began);
  }

  /** Ends the process where it stands; its `finally` blocks run. */
  stop(): void {
    if (!this.isAlive) return;
    this.abandon();
    this.generator.return(undefined as T);
    this.end(undefined as T);
  }

  /** Takes a ticket that it gives back off those it holds. */
  disown(ticket: Wait<unknown>): void {
    if (this.latest === ticket) this.latest = ticket.older;
    else {
      let newer = this.latest!;
      while (newer.older !== ticket) newer = newer.older!;
      newer.older = ticket.older;
    }
  }

  arrived(wait: Wait<unknown>): void {
    this.simulation.follow(wait, this, this.priority);
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
    try {
      let next: IteratorResult<Command, T>;
      if (interruption === undefined) next = this.generator.next(received);
      else {
        this.interruption = undefined;
        next = this.generator.throw(interruption);
      }
      if (next.done === true) this.end(next.value);
      else this.obey(next.value);
    } catch (error) {
      this.isAlive = false;
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${message} (process "${this.name}", day ${simulation.now})`, { cause: error });
    } finally {
      simulation.activeSlot = 0;
    }
  }

  private obey(command: Command): void {
    const { simulation } = this;
    if (typeof command === 'number') simulation.planStep(this, command, this.label, this.priority);
    else if (command instanceof Activity) {
      simulation.planStep(this, command.consume(), command.label, this.priority);
    } else if (command instanceof Wait) {
      this.wait = command;
      command.begin(this);
    } else {
      throw new Error(
        `yielded ${String(command)}, expected days, an activity's lasting(days), or yield* of a wait such as signal.wait()`,
      );
    }
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
