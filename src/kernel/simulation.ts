import { Activity } from './activity.ts';
import { AllOf, AnyOf } from './composite.ts';
import type { ResultOf, Waitable } from './composite.ts';
import { Condition } from './condition.ts';
import type { Callback } from './event-queue.ts';
import { Join } from './join.ts';
import { Level } from './level.ts';
import { Process } from './process.ts';
import type { ProcessBody, ProcessOptions } from './process.ts';
import { Resource } from './resource.ts';
import { Scheduler } from './scheduler.ts';
import type { SchedulerOptions } from './scheduler.ts';
import { Signal } from './signal.ts';
import { Store } from './store.ts';
import type { StoreOptions } from './store.ts';
import type { Wait } from './wait.ts';

/** Something unfinished at the end of a run. */
export interface Waiting {
  /** Name of the process, or label of the callback. */
  who: string;
  entity: string;
  since: number;
  /** What for, in words. */
  for: string;
}

interface Queue {
  readonly waiting: Iterable<Wait<unknown>>;
}

/**
 * A discrete-event simulation: callbacks and generator processes on one queue, and the record of what caused what.
 *
 * @example
 * const simulation = new Simulation();
 * const crane = simulation.resource('crane', { capacity: 2 });
 * simulation.process('rack', function* () {
 *   const ticket = yield* crane.acquire();
 *   yield simulation.activity('install').lasting(3);
 *   crane.release(ticket);
 * });
 * simulation.run();
 */
export class Simulation extends Scheduler {
  private readonly processes = new Set<Process<unknown>>();
  private readonly queues: Queue[] = [];
  private readonly conditions = new Set<Condition>();
  private readonly checkConditions = (): void => {
    for (const condition of this.conditions) {
      if (!condition.predicate()) continue;
      this.unwatch(condition);
      condition.succeed(undefined, NaN);
    }
  };

  /** Back to empty, with the given options; labels and all arrays are kept, processes and resources are forgotten. */
  reset(options: SchedulerOptions = {}): void {
    this.processes.clear();
    this.queues.length = 0;
    this.conditions.clear();
    this.begin(options);
  }

  activity(name: string): Activity {
    return new Activity(this, name);
  }

  signal<T = void>(name: string, options: { repeating?: boolean } = {}): Signal<T> {
    return this.keep(new Signal<T>(this, name, options));
  }

  resource(name: string, options: { capacity?: number } = {}): Resource {
    return this.keep(new Resource(this, name, options));
  }

  level(name: string, options: { initial?: number; capacity?: number } = {}): Level {
    return this.keep(new Level(this, name, options));
  }

  store<T>(name: string, options: StoreOptions<T> = {}): Store<T> {
    return this.keep(new Store<T>(this, name, options));
  }

  /** Calls back when `arrive()` has been called so many times: the guarded start of callback models. */
  join(count: number, callback: Callback, argument = 0, label = 0, entity = 0, priority = 0): Join {
    return new Join(this, count, callback, argument, label, entity, priority);
  }

  /** Starts a process: at once, before other events of this instant, or after `options.delay` days. */
  process<T>(name: string, body: ProcessBody<T>, options: ProcessOptions = {}): Process<T> {
    const process = new Process<T>(this, name, body, options);
    this.processes.add(process as Process<unknown>);
    return process;
  }

  /** Waits for the first of several; the others are withdrawn. */
  anyOf<const W extends readonly Waitable[]>(waits: W): Wait<{ index: number; value: ResultOf<W[number]> }> {
    return new AnyOf(this, waits);
  }

  /** Waits for all; gives their results in order. */
  allOf<const W extends readonly Waitable[]>(waits: W): Wait<{ -readonly [K in keyof W]: ResultOf<W[K]> }> {
    return new AllOf(this, waits);
  }

  /** Waits until the predicate is true. It is called after every event while someone waits: keep it cheap. */
  condition(predicate: () => boolean, name = 'condition'): Wait<void> {
    return new Condition(this, predicate, name);
  }

  /** Cancels all pending events of an entity and stops its processes; grants already made are still delivered. */
  cancelOwnedBy(entity: number): number {
    let cancelled = 0;
    for (const process of this.processes) {
      if (process.entity !== entity || process === this.activeProcess) continue;
      process.stop();
      cancelled++;
    }
    for (const handle of this.pendingOf(entity)) if (this.cancel(handle)) cancelled++;
    return cancelled;
  }

  /**
   * Executes events until none is left, or until a time, a signal, or a predicate that is true after an event.
   *
   * A run until a time executes all events before it and leaves the clock there. Throws when a signal never fires.
   */
  run({ until = Infinity }: { until?: number | Signal<unknown> | (() => boolean) } = {}): void {
    if (typeof until === 'number') {
      if (!(until >= this.now)) throw new Error(`until: ${until}, expected a time >= now, day ${this.now}`);
      this.runBefore(until);
    } else if (typeof until === 'function') {
      while (!until() && this.step());
    } else {
      while (!until.isFired && this.step());
      if (!until.isFired) {
        throw new Error(`signal "${until.name}": never fired by day ${this.now}, expected it to end the run`);
      }
    }
  }

  /** Who has not finished: since when, and what each waits for. */
  stillWaiting(): Waiting[] {
    const rows: Waiting[] = [];
    for (const process of this.processes) {
      const { name, entity, since } = process;
      rows.push({ who: name, entity: this.entityName(entity), since, for: process.describe() });
    }
    for (const queue of this.queues) {
      for (const wait of queue.waiting) {
        const { waiter, since } = wait;
        if (waiter === undefined || waiter.isProcess) continue;
        rows.push({ who: waiter.name, entity: this.entityName(waiter.entity), since, for: wait.describe() });
      }
    }
    return rows;
  }

  forget<T>(process: Process<T>): void {
    this.processes.delete(process as Process<unknown>);
  }

  watch(condition: Condition): void {
    this.conditions.add(condition);
    this.afterEvent = this.checkConditions;
  }

  unwatch(condition: Condition): void {
    this.conditions.delete(condition);
    if (this.conditions.size === 0) this.afterEvent = undefined;
  }

  private keep<Q extends Queue>(queue: Q): Q {
    this.queues.push(queue);
    return queue;
  }
}
