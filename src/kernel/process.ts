import { Activity } from './activity.ts';
import { CauseKind } from './cause-record.ts';
import type { Ticket } from './resource.ts';
import { URGENT } from './scheduler.ts';
import type { EventHandle } from './scheduler.ts';
import type { Signal } from './signal.ts';
import type { Simulation } from './simulation.ts';
import { Wait } from './wait.ts';
import type { Command, Waiter } from './wait.ts';

/** The body of a process: a generator that yields delays and waits. */
export type ProcessBody<T> = () => Generator<Command, T, unknown>;

export interface ProcessOptions {
  /** Entity that the process's events belong to. Default: one of the process's own name. */
  entity?: number;
  /** Priority of its events among those of the same instant; lower first. Default 0. */
  priority?: number;
  /** Days from now to its start. Default 0. */
  delay?: number;
  /** Marks all its events as a clock, never a cause. Default false. */
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
  readonly isProcess = true;
  readonly name: string;
  readonly entity: number;
  readonly priority: number;
  readonly label: number;
  isAlive = true;
  /** When the present wait or delay began. */
  since: number;
  /** The pending event that continues the process. */
  wake: EventHandle = 0;
  /** Days of the present delay, NaN when it waits for something else. */
  workDays: number = NaN;
  wait: Wait<unknown> | undefined = undefined;
  /** What it holds of resources, latest last. */
  readonly tickets: Ticket[] = [];
  private received: unknown = undefined;
  private interruption: Interrupt | undefined = undefined;
  private finish: Signal<T> | undefined = undefined;
  private result: T | undefined = undefined;
  private waitLabel = 0;
  private readonly clock: boolean;
  private readonly simulation: Simulation;
  private readonly generator: Generator<Command, T, unknown>;
  private readonly resume: () => void;

  constructor(simulation: Simulation, name: string, body: ProcessBody<T>, options: ProcessOptions) {
    this.simulation = simulation;
    this.name = name;
    this.label = simulation.label(name);
    this.entity = options.entity ?? 0;
    this.priority = options.priority ?? 0;
    this.clock = options.clock ?? false;
    this.since = simulation.now;
    this.generator = body();
    if (typeof this.generator?.next !== 'function') {
      throw new Error(
        `process "${name}": body returned ${String(this.generator)}, expected a generator; write function*`,
      );
    }
    this.resume = () => this.step();
    const delay = options.delay ?? 0;
    this.workDays = delay;
    this.sleep(delay, this.label, delay === 0 ? URGENT : this.priority);
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

  /** Throws an `Interrupt` at the yield where the process now stands; its delay or wait is withdrawn. */
  interrupt(reason?: unknown): void {
    if (!this.isAlive) throw new Error(`process "${this.name}": interrupted after its end (${this.where()})`);
    if (this.simulation.activeProcess === this) {
      throw new Error(
        `process "${this.name}": interrupts itself, expected another process to (${this.where()})`,
      );
    }
    const began = this.wait?.request;
    const left = this.wait === undefined ? this.simulation.timeOf(this.wake) - this.simulation.now : NaN;
    this.abandon();
    this.interruption = new Interrupt(reason, left);
    this.sleep(0, this.waitLabel, URGENT);
    if (began !== undefined) this.simulation.attribute(this.wake, CauseKind.decided, began);
  }

  /** Ends the process where it stands; its `finally` blocks run. */
  stop(): void {
    if (!this.isAlive) return;
    this.abandon();
    this.generator.return(undefined as T);
    this.end(undefined as T);
  }

  arrived(wait: Wait<unknown>): void {
    this.received = wait.result;
    this.wake = this.simulation.schedule(0, this.resume, 0, wait.label, this.entity, this.priority);
    wait.explain(this.wake);
  }

  /** What the process waits for, in words. */
  describe(): string {
    if (this.wait !== undefined) return this.wait.describe();
    const what = this.waitLabel === this.label ? 'delay' : this.simulation.labelName(this.waitLabel);
    return `${what} until day ${this.simulation.timeOf(this.wake)}`;
  }

  private abandon(): void {
    this.simulation.cancel(this.wake);
    this.wait?.withdraw();
    this.wait = undefined;
  }

  private step(): void {
    const simulation = this.simulation;
    simulation.activeProcess = this;
    this.wait = undefined;
    let next: IteratorResult<Command, T>;
    try {
      if (this.interruption === undefined) next = this.generator.next(this.received);
      else {
        const interruption = this.interruption;
        this.interruption = undefined;
        next = this.generator.throw(interruption);
      }
      this.received = undefined;
      if (next.done === true) this.end(next.value);
      else this.obey(next.value);
    } catch (error) {
      this.isAlive = false;
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${message} (process "${this.name}", day ${simulation.now})`, { cause: error });
    } finally {
      simulation.activeProcess = undefined;
    }
  }

  private obey(command: Command): void {
    this.since = this.simulation.now;
    if (typeof command === 'number') this.sleep(command, this.label, this.priority);
    else if (command instanceof Activity) this.sleep(command.consume(), command.label, this.priority);
    else if (command instanceof Wait) {
      this.wait = command;
      this.workDays = NaN;
      command.begin(this);
    } else {
      throw new Error(
        `yielded ${String(command)}, expected days, an activity's lasting(days), or yield* of a wait such as signal.wait()`,
      );
    }
  }

  private sleep(days: number, label: number, priority: number): void {
    this.workDays = days;
    this.waitLabel = label;
    this.wake = this.simulation.schedule(days, this.resume, 0, label, this.entity, priority);
    if (this.clock) this.simulation.exogenous(this.wake);
  }

  private end(result: T): void {
    this.isAlive = false;
    this.result = result;
    this.simulation.forget(this);
    this.finish?.fire(result);
  }

  private where(): string {
    return `day ${this.simulation.now}`;
  }
}
