import { Activity } from './activity.ts';
import { AllOf, AnyOf } from './composite.ts';
import type { ResultOf, Waitable } from './composite.ts';
import { Condition } from './condition.ts';
import { Level } from './level.ts';
import { Process } from './process.ts';
import type { ProcessBody, ProcessOptions } from './process.ts';
import { Resource } from './resource.ts';
import { Scheduler } from './scheduler.ts';
import type { SchedulerOptions } from './event-loop.ts';
import { Signal } from './signal.ts';
import { Store } from './store.ts';
import type { StoreOptions } from './store.ts';
import { NO_OPTIONS, Wait } from './wait.ts';

/** Something unfinished at the end of a run. */
export interface Waiting {
  /** Name of the process, or label of the callback. */
  who: string;
  entity: string;
  since: number;
  /** What for, in words. */
  for: string;
}

const DEFAULTS: ProcessOptions = {};

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
  private readonly queues: Queue[] = [];
  private readonly conditions = new Set<Condition>();
  private readonly checkConditions = (): void => {
    for (const condition of this.conditions) {
      condition.look();
    }
  };

  /** Back to empty, with the given options; labels and all arrays are kept, processes and resources are forgotten. */
  reset(options: SchedulerOptions = {}): void {
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

  /** Starts a process: at once, before other events of this instant, or after `options.delay` days. */
  process<T>(name: string, body: ProcessBody<T>, options: ProcessOptions = DEFAULTS): Process<T> {
    return new Process<T>(this, name, body, options);
  }

  /** Waits for the first of several; the others are withdrawn. */
  anyOf<const W extends readonly Waitable[]>(waits: W): Wait<{ index: number; value: ResultOf<W[number]> }> {
    return new Wait(new AnyOf(this, waits), 0, NO_OPTIONS);
  }

  /** Waits for all; gives their results in order. */
  allOf<const W extends readonly Waitable[]>(waits: W): Wait<{ -readonly [K in keyof W]: ResultOf<W[K]> }> {
    return new Wait(new AllOf(this, waits), 0, NO_OPTIONS);
  }

  /** Waits until the predicate is true. It is called after every event while someone waits: keep it cheap. */
  condition(predicate: () => boolean, name = 'condition'): Wait<void> {
    return new Wait(new Condition(this, predicate, name), 0, NO_OPTIONS);
  }

  /** Cancels all pending events of an entity and stops its processes; grants already made are still delivered. */
  cancelOwnedBy(entity: number): number {
    let cancelled = 0;
    for (const process of this.processes()) {
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
    for (const process of this.processes()) {
      const { name, entity, since } = process;
      rows.push({ who: name, entity: this.entityName(entity), since, for: process.describe() });
    }
    for (const queue of this.queues) {
      for (const wait of queue.waiting) {
        const { waiter, label, entity, since } = wait;
        if (typeof waiter !== 'function') continue;
        const who = this.labelName(label);
        rows.push({ who, entity: this.entityName(entity), since, for: wait.describe() });
      }
    }
    return rows;
  }

  watch(condition: Condition): void {
    this.conditions.add(condition);
    this.afterEvent = this.checkConditions;
  }

  unwatch(condition: Condition): void {
    this.conditions.delete(condition);
    if (this.conditions.size === 0) this.afterEvent = undefined;
  }

  /** The living processes, first started first. */
  private processes(): Process<unknown>[] {
    const isProcess = (target: unknown): target is Process<unknown> => target instanceof Process;
    return this.queue.targets.filter(isProcess).sort((a, b) => a.serial - b.serial);
  }

  private keep<Q extends Queue>(queue: Q): Q {
    this.queues.push(queue);
    return queue;
  }
}
