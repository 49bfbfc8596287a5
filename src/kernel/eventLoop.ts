import { MAX_LABEL } from './causeRecord.ts';
import { EventQueue } from './eventQueue.ts';
import { CAUSE, ENABLER, ENTITY, LABEL, SEQUENCE } from './eventSlots.ts';
import type { Callback, Idle, Step } from './eventTarget.ts';
import { noteMade, takeForgotten } from './forgottenWait.ts';
import type { WaitMaker } from './forgottenWait.ts';
import { located } from './located.ts';
import { refuseUnfinished } from './refuseUnfinished.ts';
import { RunRecord } from './runRecord.ts';
import { checkedOptions, DEFAULTS } from './simulationOptions.ts';
import type { SchedulerOptions } from './simulationOptions.ts';

// Far more than any event reads it: only a loop that waits for time to pass without a yield gets there.
const CLOCK_READS_LIMIT = 100_000_000;

/** What looks at the state of the model after every event. @internal */
export interface Watch {
  look(): void;
}

/** The loop that executes events in their order. */
export class EventLoop extends RunRecord implements WaitMaker {
  /** @internal */
  protected readonly queue: EventQueue = new EventQueue();
  private clockReads = 0;
  /** Another object after each reset: what was made before does not belong to this run. @internal */
  generation: object = {};
  private options: Required<SchedulerOptions> = DEFAULTS;
  private instantLimit = 0;
  /** Slot of the process whose body is now running, 0 when none is. @internal */
  activeSlot = 0;
  /** @internal */
  startedProcesses = 0;
  /** @internal */
  begunWaits = 0;
  /** @internal */
  protected isExecuting = false;
  /** The queues in which someone waits, in the order in which that began. @internal */
  readonly occupied: Set<Iterable<object>> = new Set();
  private readonly watches = new Set<Watch>();
  /** @internal */
  made: Idle | undefined = undefined;
  /** @internal */
  alsoMade: Idle[] | undefined = undefined;
  /** Called with its index before each event's callback: traces hang on it. */
  onEvent: ((event: number) => void) | undefined = undefined;

  constructor(options: SchedulerOptions = {}) {
    super();
    this.begin(options);
  }

  /** Begins afresh, with the options given now or before. @internal */
  protected begin(options: SchedulerOptions): void {
    const all = checkedOptions(options, this.options, this.clock);
    this.options = all;
    this.generation = {};
    this.startClock(all.startTime, all.resolutionDays);
    this.instantLimit = all.maxEventsPerInstant;
    this.clearRecord(all.recordCauses);
    this.clockReads = 0;
    this.queue.clear();
    this.forgetEntities();
    this.activeSlot = 0;
    this.occupied.clear();
    this.watches.clear();
    this.onEvent = undefined;
    this.made = this.alsoMade = undefined;
  }

  /** The present, in days. */
  get now(): number {
    if (++this.clockReads > CLOCK_READS_LIMIT) this.neverYields();
    return this.clock;
  }

  /** What is running, unless it is a callback. @internal */
  get runningStep(): Step | undefined {
    return this.activeSlot === 0 ? undefined : (this.queue.targets[this.activeSlot] as Step);
  }

  /** Who runs and when, for errors. @internal */
  get present(): string {
    const { runningStep } = this;
    return `${runningStep === undefined ? '' : `process "${runningStep.name}", `}day ${this.clock}`;
  }

  get pendingEvents(): number {
    return this.queue.size;
  }

  /** @internal */
  watch(watch: Watch): void {
    this.watches.add(watch);
  }

  /** @internal */
  unwatch(watch: Watch): void {
    this.watches.delete(watch);
  }

  /** Executes the next event; false when there is none. */
  step(): boolean {
    this.refuseWhileExecuting('step');
    const slot = this.queue.first();
    if (slot === 0) return false;
    this.isExecuting = true;
    try {
      this.execute(slot);
    } finally {
      this.isExecuting = false;
    }
    return true;
  }

  /** Executes all events before `until` and leaves the clock there. @internal */
  protected runBefore(until: number): void {
    const queue = this.queue;
    this.isExecuting = true;
    try {
      for (let slot = queue.first(); slot !== 0 && queue.doubles[slot * 2] < until; slot = queue.first()) {
        this.execute(slot);
      }
    } finally {
      this.isExecuting = false;
    }
    if (until < Infinity && until !== this.clock) this.moveClock(until, this.rows + 1);
  }

  /** Moves the clock to a time, of which an event is the first: what is counted at one instant begins anew. */
  private moveClock(time: number, event: number): void {
    this.clock = time;
    this.instantBegan = event;
  }

  /** @internal */
  protected refuseWhileExecuting(what: string): void {
    if (this.isExecuting)
      throw new Error(`${what}: called during an event, expected between runs (day ${this.clock})`);
  }

  private execute(slot: number): void {
    const queue = this.queue;
    const { integers } = queue;
    const time = queue.doubles[slot * 2];
    const argument = queue.doubles[slot * 2 + 1];
    const event = (this.executed = ++this.rows);
    this.clockReads = 0;
    if (time !== this.clock) this.moveClock(time, event);
    else if (event - this.instantBegan >= this.instantLimit) this.stuck(slot);
    const label = integers[slot * 8 + LABEL];
    const entity = integers[slot * 8 + ENTITY];
    if (this.causes.isOn)
      this.causes.add(event, time, integers[slot * 8 + ENABLER], integers[slot * 8 + CAUSE], label, entity);
    const target = queue.targets[slot]!;
    queue.shift();
    if (typeof target === 'function') queue.release(slot);
    else integers[slot * 8 + SEQUENCE] = 0;
    if (this.onEvent !== undefined) refuseUnfinished('onEvent', this.onEvent(event));
    if (typeof target === 'function') this.callBack(target, argument, label, entity);
    else target.step();
    if (this.watches.size > 0) for (const watch of this.watches) watch.look();
  }

  /** An error of a callback carries its name and the time; a process sees to its own. */
  private callBack(callback: Callback, argument: number, label: number, entity: number): void {
    try {
      const given: unknown = callback(argument);
      if (given !== undefined) refuseUnfinished('callback', given);
      if (this.made !== undefined) this.checkMade();
    } catch (error) {
      this.made = this.alsoMade = undefined;
      const name = this.labelName(label & MAX_LABEL);
      const who = name === '' ? 'callback' : `callback "${name}"`;
      throw located(error, `${who}, ${this.whereabouts(0, entity)}`);
    }
  }

  /** Notes a wait that is made where no process runs: in a callback it has to begin there. @internal */
  note(wait: Idle): void {
    if (this.isExecuting) noteMade(this, wait);
  }

  private checkMade(): void {
    const wait = takeForgotten(this);
    if (wait !== undefined)
      throw new Error(
        `${wait.describe()}: a wait that was made in a callback, where nothing waits, expected a callback for it, by request() or subscribe(), or a process`,
      );
  }

  private neverYields(): never {
    this.clockReads = 0;
    const who = this.runningStep === undefined ? 'callback' : `process "${this.runningStep.name}"`;
    throw new Error(
      `${who}: read the clock ${CLOCK_READS_LIMIT} times without a yield, expected a yield in its loop (day ${this.clock})`,
    );
  }

  private stuck(slot: number): never {
    const integers = this.queue.integers;
    const where = this.whereabouts(integers[slot * 8 + LABEL], integers[slot * 8 + ENTITY]);
    throw new Error(
      `events at one instant: more than ${this.instantLimit}, expected time to pass (${where}); ` +
        'look for a loop of zero delays, or raise maxEventsPerInstant',
    );
  }
}
