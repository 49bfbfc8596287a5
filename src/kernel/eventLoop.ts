import { CauseRecord, MAX_LABEL } from './causeRecord.ts';
import { EventQueue } from './eventQueue.ts';
import { CAUSE, ENABLER, ENTITY, LABEL, SEQUENCE } from './eventSlots.ts';
import type { Callback, Idle, Step } from './eventSlots.ts';
import { EXACT, Grid } from './grid.ts';
import { located } from './located.ts';
import { Names } from './names.ts';
import { refuseFlag } from './refuseFlag.ts';
import { shown } from './shown.ts';
import { refuseUnknown } from './unknownOption.ts';

// Far more than any event reads it: only a loop that waits for time to pass without a yield gets there.
const CLOCK_READS_LIMIT = 100_000_000;

export interface SchedulerOptions {
  /** Time of the start, in days; may be negative. Default 0. */
  startTime?: number;
  /** Every time is rounded to a multiple of this, in decimals too; 0, the default, leaves them as they are. */
  resolutionDays?: number;
  /** Whether to keep the cause record that `drivingPath` reads. Default true. */
  recordCauses?: boolean;
  /** How many events may happen at one instant before the run is stopped as an endless loop. Default 4,000,000. */
  maxEventsPerInstant?: number;
}

/** What looks at the state of the model after every event. @internal */
export interface Watch {
  look(): void;
}

const DEFAULTS: Required<SchedulerOptions> = {
  startTime: 0,
  resolutionDays: 0,
  recordCauses: true,
  maxEventsPerInstant: 4_000_000,
};

/** Clock, names and cause record, and the loop that executes events. */
export class EventLoop {
  /** What happened and why, one row an executed event or a step put on record without one. */
  readonly causes: CauseRecord = new CauseRecord();
  /** @internal */
  protected readonly queue: EventQueue = new EventQueue();
  private readonly labels = new Names();
  private readonly entityNames = new Names();
  /** The present, as the kernel reads it; models read `now`, which counts. @internal */
  clock = 0;
  private clockReads = 0;
  /** Row of the event now executing; steps that it puts on record have rows of their own. @internal */
  executed = 0;
  /** @internal */
  protected rows = 0;
  private steps = 0;
  /** Another object after each reset: what was made before does not belong to this run. @internal */
  generation: object = {};
  private options: Required<SchedulerOptions> = DEFAULTS;
  private grid: Grid | undefined = undefined;
  // Of the grid, kept here as every time is rounded: 71 ns an event of a hundred callbacks, and 78 by Grid.nearest.
  private pointsPerDay = 0;
  private instantLimit = 0;
  private instantBegan = 0;
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
  // Waits that a callback has made: one that had not begun when it made the next, and the latest.
  private made: Idle | undefined = undefined;
  private latestMade: Idle | undefined = undefined;
  /** Called with its index before each event's callback: traces hang on it. */
  onEvent: ((event: number) => void) | undefined = undefined;

  constructor(options: SchedulerOptions = {}) {
    this.begin(options);
  }

  /** Begins afresh, with the options given now or before. @internal */
  protected begin(options: SchedulerOptions): void {
    refuseUnknown('simulation', options, Object.keys(DEFAULTS));
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    const all: Required<SchedulerOptions> = { ...this.options, ...Object.fromEntries(given) };
    const { startTime, resolutionDays, recordCauses, maxEventsPerInstant } = all;
    if (!Number.isFinite(startTime))
      throw new Error(`start time: ${shown(startTime)}, expected a finite number of days`);
    if (!(Number.isFinite(resolutionDays) && resolutionDays >= 0)) {
      throw new Error(`resolution: ${shown(resolutionDays)}, expected a finite number of days >= 0`);
    }
    if (!(typeof maxEventsPerInstant === 'number' && maxEventsPerInstant > 0))
      throw new Error(`events per instant: ${shown(maxEventsPerInstant)}, expected a number > 0`);
    refuseFlag('simulation', 'recordCauses', recordCauses, this.clock);
    this.options = all;
    this.generation = {};
    this.grid = resolutionDays === 0 ? undefined : new Grid(resolutionDays);
    this.pointsPerDay = this.grid?.pointsPerDay ?? 0;
    this.causes.isOn = recordCauses;
    this.instantLimit = maxEventsPerInstant;
    this.instantBegan = this.executed = this.rows = this.steps = this.clockReads = 0;
    this.clock = this.rounded(startTime);
    this.causes.clear(this.clock);
    this.queue.clear();
    this.entityNames.clear();
    this.activeSlot = 0;
    this.occupied.clear();
    this.watches.clear();
    this.onEvent = undefined;
    this.made = undefined;
  }

  /** The present, in days. */
  get now(): number {
    if (++this.clockReads > CLOCK_READS_LIMIT) this.neverYields();
    return this.clock;
  }

  /** Index of the event now executing, in the cause record; 0 is the start. */
  get currentEvent(): number {
    return this.executed;
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

  get executedEvents(): number {
    return this.rows - this.steps;
  }

  /** Events executed and steps put on record: the last row of the cause record. */
  get recordedRows(): number {
    return this.rows;
  }

  get pendingEvents(): number {
    return this.queue.size;
  }

  /** The number of an activity label, the same for the same name; 0 is the empty name. */
  label(name: string): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    const label = this.labels.intern(name);
    if (label > MAX_LABEL)
      throw new Error(
        `label "${name}": number ${label}, expected at most ${MAX_LABEL} labels (day ${this.clock})`,
      );
    return label;
  }

  labelName(label: number): string {
    return this.labels.nameOf(label);
  }

  /** The number of an entity, the same for the same name; 0 is none. */
  entity(name: string): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    return this.entityNames.intern(name);
  }

  /**
   * The first of `count` consecutive entities, shown as `name 1`, `name 2`, …
   *
   * Throws on a count that is no whole number from 0 to what is left of 2^31.
   */
  entities(name: string, count: number): number {
    if (typeof name !== 'string') this.refuse('name', name, 'a text', 0, 0);
    const { free } = this.entityNames;
    if (!(Number.isInteger(count) && count >= 0 && count <= free))
      this.refuse(`entities "${name}": count`, count, `a whole number from 0 to ${free}`, 0, 0);
    return this.entityNames.block(name, count);
  }

  entityName(entity: number): string {
    return this.entityNames.nameOf(entity);
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
    const slot = this.queue.first();
    if (slot === 0) return false;
    this.refuseWhileExecuting('step');
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

  /**
   * Puts on record a step that is over and that no event told of; gives its row, which the next step or `attribute`
   * may name.
   *
   * It lasted from row `enabler` until `time`. Throws on a row that is not there and on a time that is not between
   * the row's and now.
   *
   * @example
   * const installed = simulation.recordStep(crewGranted, 12, install, rack);
   * const passed = simulation.recordStep(installed, 15, burnIn, rack);
   */
  recordStep(enabler: number, time: number, label = 0, entity = 0): number {
    if (!this.causes.isOn) return this.executed;
    if (!(Number.isInteger(enabler) && enabler >= 0 && enabler <= this.rows))
      this.refuse('enabler of a step', enabler, `a row from 0 to ${this.rows}`, label, entity);
    if (typeof time !== 'number') this.refuse('end of a step', time, 'a number of days', label, entity);
    const at = this.rounded(time);
    const began = this.causes.time[enabler];
    if (!(at >= began && at <= this.clock))
      this.refuse('end of a step', time, `a time from ${began} to ${this.clock}`, label, entity);
    this.steps++;
    // A row that is no event counts for none at this instant.
    this.instantBegan++;
    this.causes.add(++this.rows, at, enabler, 0, label, entity);
    return this.rows;
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
    if (this.onEvent !== undefined) this.onEvent(event);
    if (typeof target === 'function') this.callBack(target, argument, label, entity);
    else target.step();
    if (this.watches.size > 0) for (const watch of this.watches) watch.look();
  }

  /** An error of a callback carries its name and the time; a process sees to its own. */
  private callBack(callback: Callback, argument: number, label: number, entity: number): void {
    try {
      callback(argument);
      if (this.made !== undefined) this.checkMade();
    } catch (error) {
      this.made = undefined;
      const name = this.labelName(label & MAX_LABEL);
      const who = name === '' ? 'callback' : `callback "${name}"`;
      throw located(error, `${who}, ${this.whereabouts(0, entity)}`);
    }
  }

  /** Notes a wait that is made where no process runs: in a callback it has to begin there. @internal */
  note(wait: Idle): void {
    if (!this.isExecuting) return;
    if (this.made?.state !== 'new') this.made = wait;
    this.latestMade = wait;
  }

  private checkMade(): void {
    // The latest, as an any-of is made after its parts.
    const wait = this.latestMade?.state === 'new' ? this.latestMade : this.made;
    this.made = undefined;
    if (wait?.state === 'new')
      throw new Error(
        `${wait.describe()}: a wait that was made in a callback, where nothing waits, expected a callback for it, by request() or subscribe(), or a process`,
      );
  }

  /** The point of the grid that is nearest to a time. */
  rounded(time: number): number {
    const { grid, pointsPerDay } = this;
    if (grid === undefined) return time;
    const points = time * pointsPerDay;
    // Adding 0 makes -0 a plain 0.
    if (pointsPerDay > 0 && Math.abs(points) < EXACT) return Math.round(points) / pointsPerDay + 0;
    return grid.nearest(time);
  }

  /** @internal */
  protected refuse(what: string, value: unknown, expected: string, label: number, entity: number): never {
    throw new Error(`${what}: ${shown(value)}, expected ${expected} (${this.whereabouts(label, entity)})`);
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

  private whereabouts(label: number, entity: number): string {
    const parts = [`day ${this.clock}`];
    if ((label & MAX_LABEL) !== 0) parts.unshift(`activity "${this.labelName(label & MAX_LABEL)}"`);
    if (entity !== 0) parts.unshift(`entity "${this.entityName(entity)}"`);
    return parts.join(', ');
  }
}
