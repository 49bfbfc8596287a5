import { asWritten, refuseUnknown } from '../refusal/index.ts';
import { Activity } from './activity.ts';
import { AllOf, AnyOf } from './composite.ts';
import type { ResultOf, Waitable } from './composite.ts';
import { Condition } from './condition.ts';
import type { Delay } from './delay.ts';
import { Level } from './level.ts';
import type { LevelOptions } from './level.ts';
import { Monitor } from './monitor.ts';
import type { MonitorOptions } from './monitor.ts';
import { Process } from './process.ts';
import type { ProcessBody } from './processBody.ts';
import { DEFAULTS } from './processOptions.ts';
import type { ProcessOptions } from './processOptions.ts';
import { Resource } from './resource.ts';
import type { Ticket } from './resource.ts';
import { Scheduler } from './scheduler.ts';
import type { SchedulerOptions } from './simulationOptions.ts';
import { stepUntilFired, stepUntilTrue } from './runUntil.ts';
import { Signal } from './signal.ts';
import { unfinished } from './unfinished.ts';
import type { Waiting } from './unfinished.ts';
import { Store } from './store.ts';
import type { StoreOptions } from './store.ts';
import { NO_OPTIONS } from './claimOptions.ts';
import { Wait } from './wait.ts';
import { WORK_OPTIONS } from './capacityPolicy.ts';
import type { WorkOptions } from './capacityPolicy.ts';
import { Work } from './work.ts';

/** What ends a run. */
export type RunEnd = number | Signal<unknown> | Process<unknown> | (() => boolean);

/** Whether it is a ticket that work of another entity needs. */
const isNeededByOthers = (wait: Wait<unknown>): boolean =>
  wait.source instanceof Resource && wait.source.isWorkedWith(wait);

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
  /**
   * Back to empty, with the options given now or else before; labels and all arrays are kept.
   *
   * Processes and all that was made to wait for are forgotten: what is used of them afterwards is refused. Throws
   * when it is called during an event.
   */
  reset(options: SchedulerOptions = {}): void {
    this.refuseWhileExecuting('reset');
    this.begin(options);
  }

  /** The process whose body is now running. */
  get activeProcess(): Process<unknown> | undefined {
    return this.runningStep as Process<unknown> | undefined;
  }

  activity(name: string): Activity {
    return new Activity(this, name);
  }

  signal<T = void>(name: string, options: { repeating?: boolean } = {}): Signal<T> {
    return new Signal<T>(this, name, options);
  }

  resource(name: string, options: { capacity?: number } = {}): Resource {
    return new Resource(this, name, options);
  }

  level(name: string, options: LevelOptions = {}): Level {
    return new Level(this, name, options);
  }

  store<T>(name: string, options: StoreOptions<T> = {}): Store<T> {
    return new Store<T>(this, name, options);
  }

  /** Keeps numbers of your own, each once or over time, for mean, quantiles and histogram. */
  monitor(name: string, options: MonitorOptions = {}): Monitor {
    return new Monitor(this, name, options);
  }

  /** Starts a process: at once, before other events of this instant, or after `options.delay` days. */
  process<T>(name: string, body: ProcessBody<T>, options: ProcessOptions = DEFAULTS): Process<T> {
    return new Process<T>(this, name, body, options);
  }

  /**
   * Works for so many days with several tickets, of one resource or more: it goes on while each is whole.
   *
   * @example yield* simulation.during([crewTicket, craneTicket], weld.lasting(5), { policy: 'resume' })
   */
  during(tickets: readonly Ticket[], span: number | Delay, options: WorkOptions = {}): Wait<void> {
    refuseUnknown('during', options, WORK_OPTIONS, this.clock);
    const { policy } = options;
    if (!Array.isArray(tickets))
      throw new Error(
        `during: ${asWritten(tickets)}, expected a list of tickets, during([ticket], days); or resource.during(ticket, days) (day ${this.clock})`,
      );
    if (tickets.length === 0) throw new Error(`during: no tickets, expected one or more (day ${this.clock})`);
    for (const ticket of tickets as readonly Ticket[]) {
      const source = (ticket as Ticket | undefined)?.source;
      if (!(source instanceof Resource))
        throw new Error(`during: ${asWritten(ticket)}, expected a ticket of a resource (day ${this.clock})`);
      if (source.scheduler !== this)
        throw source.fault(`work with a ticket of another simulation, expected one of this run`);
      source.checkWork(ticket, policy);
    }
    return new Wait<void>(new Work(this, span, tickets, policy), 0, NO_OPTIONS);
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
    if (typeof predicate !== 'function')
      throw new Error(
        `condition "${name}": ${asWritten(predicate)}, expected a function that says whether it is met (day ${this.clock})`,
      );
    return new Wait(new Condition(this, predicate, name), 0, NO_OPTIONS);
  }

  /**
   * Stops the processes of an entity, cancels its pending events and withdraws what its callbacks wait for.
   *
   * Returns how many these were; entity 0 is none and owns nothing. Grants already made are still delivered.
   */
  cancelOwnedBy(entity: number): number {
    if (typeof entity !== 'number') this.refuse('entity', entity, 'a number from simulation.entity', 0, 0);
    if (entity === 0) return 0;
    let cancelled = 0;
    for (const process of this.processes()) {
      if (process.entity !== entity || process.state === 'running' || !process.isAlive) continue;
      process.stop();
      cancelled++;
    }
    // Before the waits, as a ticket that is worked with is not given back.
    for (const handle of this.pendingOf(entity)) if (this.cancel(handle)) cancelled++;
    for (const wait of this.waitsOfCallbacks()) {
      if (wait.entity !== entity || isNeededByOthers(wait)) continue;
      wait.withdraw();
      cancelled++;
    }
    return cancelled;
  }

  /**
   * Executes events until none is left, or until a time, a signal, the end of a process, or a predicate that is true
   * after an event.
   *
   * A run until a time executes all events before it and leaves the clock there. A repeating signal ends the run when
   * it fires next. Throws when a signal never fires, or a process never ends.
   */
  run(options: { until?: RunEnd } = {}): void {
    refuseUnknown('run', options, ['until'], this.clock);
    this.refuseWhileExecuting('run');
    const { until = Infinity } = options;
    if (typeof until === 'number') {
      const time = this.rounded(until);
      if (!(time >= this.clock))
        throw new Error(`until: ${until}, expected a time >= now (day ${this.clock})`);
      this.runBefore(time);
    } else if (typeof until === 'function') {
      stepUntilTrue(this, until);
    } else if (until instanceof Process)
      stepUntilFired(this, until.done, `process "${until.name}": never ended`);
    else if (until instanceof Signal) stepUntilFired(this, until, `signal "${until.name}": never fired`);
    else
      throw new Error(
        `until: ${asWritten(until)}, expected a time, a signal, a process or a predicate (day ${this.clock})`,
      );
  }

  /** Who has not finished: since when, and what each waits for. */
  stillWaiting(): Waiting[] {
    return unfinished(this, this.processes(), this.waitsOfCallbacks());
  }

  /** Waits of callbacks, and of puts that nobody waits for, that are not over. */
  private waitsOfCallbacks(): Wait<unknown>[] {
    return [...this.occupied]
      .flatMap((queue) => [...queue] as Wait<unknown>[])
      .filter(({ waiter }) => typeof waiter !== 'object');
  }

  /** The living processes, first started first. */
  private processes(): Process<unknown>[] {
    const isProcess = (target: unknown): target is Process<unknown> => target instanceof Process;
    return this.queue.targets.filter(isProcess).sort((a, b) => a.serial - b.serial);
  }
}
