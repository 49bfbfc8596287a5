import { Coroutine, STOP } from './coroutine.ts';
import type { ProcessState } from './coroutine.ts';
import { EndOfProcess } from './endOfProcess.ts';
import type { Signal } from './signal.ts';
import type { Wait } from './wait.ts';

/** A generator that lives in simulated time: who may be interrupted, stopped, and waited for. */
export class Process<T = unknown> extends Coroutine<T> {
  /** Fires at its end, for those who wait for that. */
  private finish: Signal<T> | undefined = undefined;
  /** What it gave or threw at its end, when, and in which event. */
  private outcome: unknown = undefined;
  private endTime = NaN;
  private endEvent = 0;

  get isAlive(): boolean {
    const { state } = this;
    return (
      (state === 'waiting' || state === 'running' || state === 'unstarted') &&
      this.generation === this.scheduler.generation
    );
  }

  /**
   * A signal that fires, with the result, when the process ends; for one that fails it throws where it is waited for.
   */
  get done(): Signal<T> {
    if (this.generation !== this.scheduler.generation)
      throw new Error(
        `process "${this.name}": of before the last reset, expected one of this run (day ${this.scheduler.clock})`,
      );
    if (this.finish === undefined) {
      this.finish = new EndOfProcess<T>(this.scheduler, this.name);
      if (!this.isAlive) this.tell(this.finish);
    }
    return this.finish;
  }

  /**
   * Waits for the end of the process: `const result = yield* other.finished()`.
   *
   * One that was stopped gives `undefined`; the error of one that failed is thrown where it is waited for.
   */
  finished(): Wait<T | undefined> {
    return this.done.wait();
  }

  /** When the present wait or delay began; NaN after the end. */
  get since(): number {
    if (!this.isAlive) return NaN;
    return this.wait === undefined ? this.scheduler.stepBegan(this.slot) : this.wait.since;
  }

  /**
   * Throws an `Interrupt` at the yield where the process now stands; its delay or wait is withdrawn.
   *
   * One that has not started, or is being interrupted at this instant, is struck at its next yield: interrupts
   * strike in order, each at a yield of its own. What comes after the end of the body has no effect.
   */
  interrupt(reason?: unknown): void {
    if (!this.isAlive || this.state === 'running') {
      const state = this.isAlive ? 'while it runs' : 'after its end';
      throw new Error(
        `process "${this.name}": interrupted ${state}, expected it to be waiting (day ${this.scheduler.clock})`,
      );
    }
    if (this.state === 'waiting' && this.thrown === undefined) this.strike(reason);
    else (this.orders ??= []).push(reason);
  }

  /**
   * Ends the process where it stands; its `finally` blocks run, as far as they yield in simulated time, unless an
   * interrupt that they do not catch cuts them short.
   *
   * A process that stops itself ends at its next yield; one that is already stopping takes the time that its `finally`
   * blocks take.
   */
  stop(): void {
    if (!this.isAlive || this.isStopped) return;
    if (this.state === 'running') (this.orders ??= []).unshift(STOP);
    else {
      this.abandon();
      this.run(true);
    }
  }

  override toString(): string {
    return `process "${this.name}"`;
  }

  /** What the process waits for, in words. */
  describe(): string {
    return this.wait === undefined
      ? this.scheduler.describeStep(this.slot, this.label)
      : this.wait.describe();
  }

  /** @internal */
  protected override close(state: ProcessState, outcome: unknown): boolean {
    this.state = state;
    this.outcome = outcome;
    this.endTime = this.scheduler.clock;
    this.endEvent = this.scheduler.executed;
    this.scheduler.discharge(this.slot);
    return this.finish !== undefined && this.tell(this.finish);
  }

  private tell(finish: Signal<T>): boolean {
    const { outcome, endTime, endEvent } = this;
    if (this.state === 'failed') return finish.fail(outcome, endTime, endEvent);
    return finish.happen(outcome as T, endTime, endEvent);
  }
}
