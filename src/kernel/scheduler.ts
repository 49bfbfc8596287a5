import { CauseKind, ENDS_WORK, EXOGENOUS, MAX_LABEL, OF_WAIT, withKind } from './causeRecord.ts';
import { EventLoop } from './eventLoop.ts';
import { CAUSE, ENABLER, ENTITY, LABEL, SEQUENCE } from './eventSlots.ts';
import type { Callback, Ending, Step } from './eventSlots.ts';
import { refuseUnknown } from './unknownOption.ts';

/** Names a scheduled event for `cancel`, `reschedule` and `attribute`; useless once the event has happened. */
export type EventHandle = number;

export interface ScheduleOptions {
  /** What the callback is called with. Default 0. */
  argument?: number;
  /** What goes on until then, from `simulation.label`. Default: none. */
  label?: number;
  /** Whose event it is, from `simulation.entity`. Default: none. */
  entity?: number;
  /** Place among events of the same time, a whole number within 2^31, lower first. Default 0. */
  priority?: number;
}

const OPTION_NAMES = ['argument', 'label', 'entity', 'priority'];

// handle = 29 bits of the sequence, 24 bits of the slot: a safe integer.
const SLOT_RANGE = 2 ** 24;
const SEQUENCE_MASK = 2 ** 29 - 1;

/** Before every other event of its instant: starts and interrupts of processes. @internal */
export const URGENT: number = -(2 ** 31);

/** A wait, as the event that tells of its end needs it. @internal */
export interface Told {
  readonly label: number;
  readonly kind: CauseKind;
  readonly entity: number;
  readonly enabler: number;
  readonly detail: number;
  readonly argument: number;
  /** Place of the event where one was kept, else 0. */
  readonly sequence: number;
}

/** Everything about planning events, and nothing about processes or resources. */
export class Scheduler extends EventLoop {
  /**
   * Calls `callback(argument)` after a delay.
   *
   * Delay in days. Events at the same time happen in order of priority (lower first), then of scheduling.
   * Options are named in an object, or given one by one, which allocates nothing.
   * Throws on a delay that is negative, NaN or infinite, and on a priority that is not a whole number of 32 bits.
   *
   * @example simulation.schedule(2.5, unload, { argument: rack, entity: rack })
   * @example simulation.schedule(2.5, unload, rack, simulation.label('unload'), rack)
   */
  schedule(delay: number, callback: Callback, options: ScheduleOptions): EventHandle;
  schedule(
    delay: number,
    callback: Callback,
    argument?: number,
    label?: number,
    entity?: number,
    priority?: number,
  ): EventHandle;
  schedule(
    delay: number,
    callback: Callback,
    argument: number | ScheduleOptions = 0,
    label = 0,
    entity = 0,
    priority = 0,
  ): EventHandle {
    if (typeof argument === 'object') {
      const given = this.named(argument);
      return this.schedule(delay, callback, given.argument, given.label, given.entity, given.priority);
    }
    const time = this.checkDelay(delay, label, entity);
    this.check(callback, label, entity, priority);
    if (typeof argument !== 'number') this.refuseArgument(argument, label, entity);
    // Doubles go straight into the typed array here and not through a call, where V8 would box them.
    const { queue } = this;
    const slot = queue.claim(callback);
    queue.fill(slot, label, entity, priority, this.executed, 0);
    queue.doubles[slot * 2] = time;
    queue.doubles[slot * 2 + 1] = argument;
    queue.insert(slot);
    return this.handleOf(slot);
  }

  /** Like `schedule`, at a time instead of after a delay; throws on a time before now. */
  scheduleAt(time: number, callback: Callback, options: ScheduleOptions): EventHandle;
  scheduleAt(
    time: number,
    callback: Callback,
    argument?: number,
    label?: number,
    entity?: number,
    priority?: number,
  ): EventHandle;
  scheduleAt(
    time: number,
    callback: Callback,
    argument: number | ScheduleOptions = 0,
    label = 0,
    entity = 0,
    priority = 0,
  ): EventHandle {
    if (typeof argument === 'object') {
      const given = this.named(argument);
      return this.scheduleAt(time, callback, given.argument, given.label, given.entity, given.priority);
    }
    const at = this.checkTime(time, label, entity);
    this.check(callback, label, entity, priority);
    if (typeof argument !== 'number') this.refuseArgument(argument, label, entity);
    const { queue } = this;
    const slot = queue.claim(callback);
    queue.fill(slot, label, entity, priority, this.executed, 0);
    queue.doubles[slot * 2] = at;
    queue.doubles[slot * 2 + 1] = argument;
    queue.insert(slot);
    return this.handleOf(slot);
  }

  /** The time of the grid after a delay; throws on a delay that is none. @internal */
  checkDelay(delay: number, label: number, entity: number): number {
    if (typeof delay !== 'number') this.refuse('delay', delay, 'a finite number of days >= 0', label, entity);
    const time = this.rounded(this.clock + delay);
    if (!(delay >= 0 && time < Infinity))
      this.refuse('delay', delay, 'a finite number of days >= 0', label, entity);
    return time;
  }

  /** The time of the grid nearest to a time; throws on a time before now. @internal */
  checkTime(time: number, label: number, entity: number): number {
    if (typeof time !== 'number') this.refuse('time', time, 'a finite time >= now', label, entity);
    const at = this.rounded(time);
    if (!(at >= this.clock && at < Infinity))
      this.refuse('time', time, 'a finite time >= now', label, entity);
    return at;
  }

  /** Refuses what an event's row of 32-bit integers would cut, or its end could not call. @internal */
  check(callback: Callback, label: number, entity: number, priority: number): void {
    if (typeof callback !== 'function') this.refuse('callback', callback, 'a function', label, entity);
    if (typeof label !== 'number' || (label & MAX_LABEL) !== label)
      this.refuse('label', label, 'a number from simulation.label', 0, 0);
    if (typeof entity !== 'number' || (entity | 0) !== entity)
      this.refuse('entity', entity, 'a number from simulation.entity', label, 0);
    if (typeof priority !== 'number' || (priority | 0) !== priority || priority === URGENT)
      this.refuse('priority', priority, 'a whole number within 2^31', label, entity);
  }

  /** Refuses what an event, which keeps its argument as a number, would make NaN or another number of. @internal */
  refuseArgument(argument: unknown, label: number, entity: number): never {
    this.refuse('argument', argument, 'a number', label, entity);
  }

  private named(options: ScheduleOptions): ScheduleOptions {
    refuseUnknown('schedule', options, OPTION_NAMES, this.clock);
    const { argument = 0 } = options;
    if (typeof argument !== 'number') this.refuseArgument(argument, 0, 0);
    return options;
  }

  /**
   * Says how a pending event came about, instead of by mere lapse of time.
   *
   * `request` is the event at which the waiting began, the runner-up what was there and did not bind (NaN: none),
   * `ties` how many arrived together with the binding one, `enabler` the event now executing unless given.
   */
  attribute(
    handle: EventHandle,
    kind: CauseKind,
    request: number,
    runnerUpTime: number = NaN,
    runnerUpLabel = 0,
    ties = 0,
    enabler: number = this.executed,
  ): void {
    const slot = this.slotOf(handle);
    if (slot === 0 || !this.causes.isOn) return;
    const integers = this.queue.integers;
    integers[slot * 8 + ENABLER] = enabler;
    integers[slot * 8 + CAUSE] = this.causes.addDetail(request, runnerUpTime, runnerUpLabel, ties);
    integers[slot * 8 + LABEL] = withKind(integers[slot * 8 + LABEL], kind);
  }

  /** Marks a pending event as a clock: a tick, a periodic supply, a periodic decision. It is never a cause. */
  exogenous(handle: EventHandle): void {
    const slot = this.slotOf(handle);
    if (slot !== 0) this.queue.integers[slot * 8 + LABEL] |= EXOGENOUS;
  }

  /** Withdraws a pending event; false when it has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.slotOf(handle);
    if (slot === 0) return false;
    const { queue } = this;
    queue.park(slot);
    queue.release(slot);
    if ((queue.integers[slot * 8 + LABEL] & ENDS_WORK) !== 0) (queue.targets[slot] as Ending).work.settle();
    return true;
  }

  isPending(handle: EventHandle): boolean {
    return this.slotOf(handle) !== 0;
  }

  /**
   * Moves a pending event; among events of its new instant it keeps the place of its first scheduling.
   *
   * Throws on work that is suspended: its time is not known until its ticket is whole again.
   */
  reschedule(handle: EventHandle, time: number): boolean {
    const slot = this.slotOf(handle);
    if (slot === 0) return false;
    const { integers } = this.queue;
    const label = integers[slot * 8 + LABEL];
    const entity = integers[slot * 8 + ENTITY];
    const at = this.checkTime(time, label, entity);
    if (this.queue.isParked(slot))
      this.refuse('reschedule to', time, 'an event that is not suspended', label, entity);
    this.queue.park(slot);
    this.queue.doubles[slot * 2] = at;
    this.queue.insert(slot);
    return true;
  }

  /** The time of a pending event; NaN when it has happened, or is cancelled or suspended. */
  timeOf(handle: EventHandle): number {
    const slot = this.slotOf(handle);
    return slot === 0 || this.queue.isParked(slot) ? NaN : this.queue.doubles[slot * 2];
  }

  /** Schedules a process's next step after a delay. @internal */
  planStep(process: Step, delay: number, label: number, priority: number): void {
    this.insertStep(process, this.checkDelay(delay, label, process.entity), label, priority);
  }

  /** Schedules a process's next step at a time. @internal */
  planStepAt(process: Step, time: number, label: number, priority: number): void {
    this.insertStep(process, this.checkTime(time, label, process.entity), label, priority);
  }

  // The argument of a step is when its delay began.
  private insertStep(process: Step, time: number, label: number, priority: number): void {
    const { queue } = this;
    const { slot, isClock, entity } = process;
    queue.fill(slot, isClock ? label | EXOGENOUS : label, entity, priority, this.executed, 0);
    queue.doubles[slot * 2] = time;
    queue.doubles[slot * 2 + 1] = this.clock;
    queue.insert(slot);
  }

  /** Schedules, at this instant, the callback of a wait that is over; gives its slot. @internal */
  call(wait: Told, callback: Callback, priority: number): number {
    const slot = this.queue.claim(callback);
    this.deliver(wait, slot, priority);
    // What was granted would be lost with its event.
    if (wait.kind === CauseKind.granted) this.queue.integers[slot * 8 + LABEL] |= OF_WAIT;
    return slot;
  }

  /** Schedules what the kernel does for a wait at a time. @internal */
  planForWait(
    time: number,
    callback: Callback,
    label: number,
    entity: number,
    priority: number,
  ): EventHandle {
    const handle = this.scheduleAt(time, callback, 0, label, entity, priority);
    this.queue.integers[this.slotOf(handle) * 8 + LABEL] |= OF_WAIT;
    return handle;
  }

  /** Keeps a place among the events of this instant for one that may follow. @internal */
  nextPlace(): number {
    return this.queue.nextPlace();
  }

  /** @internal */
  sequenceIn(slot: number): number {
    return this.queue.integers[slot * 8 + SEQUENCE];
  }

  /** @internal */
  isPendingIn(slot: number, sequence: number): boolean {
    return this.sequenceIn(slot) === sequence;
  }

  /** @internal */
  cancelIn(slot: number, sequence: number): void {
    if (this.isPendingIn(slot, sequence)) this.cancel(this.handleOf(slot));
  }

  /** Schedules, at this instant, what follows a wait that is over, in a slot. @internal */
  deliver(wait: Told, slot: number, priority: number): void {
    const { queue } = this;
    queue.fill(slot, withKind(wait.label, wait.kind), wait.entity, priority, wait.enabler, wait.detail);
    if (wait.sequence !== 0) queue.integers[slot * 8 + SEQUENCE] = wait.sequence;
    queue.doubles[slot * 2] = this.clock;
    queue.doubles[slot * 2 + 1] = wait.argument;
    queue.insert(slot);
  }

  /** Withdraws a process's next step, if one is planned. @internal */
  cancelStep(slot: number): void {
    this.queue.park(slot);
    this.queue.integers[slot * 8 + SEQUENCE] = 0;
  }

  /** Gives a process that begins a slot for life. @internal */
  enlist(process: Step): number {
    const slot = this.queue.claim(process);
    this.queue.integers[slot * 8 + SEQUENCE] = 0;
    return slot;
  }

  /** Takes back the slot of a process that has ended. @internal */
  discharge(slot: number): void {
    this.queue.targets[slot] = undefined;
    this.queue.release(slot);
  }

  /** @internal */
  stepTime(slot: number): number {
    return this.queue.doubles[slot * 2];
  }

  /** @internal */
  stepBegan(slot: number): number {
    return this.queue.doubles[slot * 2 + 1];
  }

  /** @internal */
  describeStep(slot: number, label: number): string {
    const own = this.queue.integers[slot * 8 + LABEL] & MAX_LABEL;
    return `${own === label ? 'delay' : this.labelName(own)} until day ${this.stepTime(slot)}`;
  }

  /** Takes a pending event out of time and gives the event at which it began. @internal */
  suspend(handle: EventHandle): number {
    const slot = this.slotOf(handle);
    this.queue.park(slot);
    const detail = this.queue.integers[slot * 8 + CAUSE];
    return detail === 0 ? this.queue.integers[slot * 8 + ENABLER] : this.causes.requestOfDetail(detail);
  }

  /** Puts a suspended event back into time, at a time of the grid. @internal */
  resume(handle: EventHandle, time: number): void {
    const slot = this.slotOf(handle);
    this.queue.doubles[slot * 2] = time;
    this.queue.insert(slot);
  }

  /** What a pending event calls. @internal */
  callbackOf(handle: EventHandle): Callback | undefined {
    const target = this.queue.targets[this.slotOf(handle)];
    return typeof target === 'function' ? target : undefined;
  }

  /** @internal */
  labelOf(handle: EventHandle): number {
    return this.queue.integers[this.slotOf(handle) * 8 + LABEL] & MAX_LABEL;
  }

  /** Makes a pending event of a callback the end of work. @internal */
  endWork(handle: EventHandle, ending: Ending): void {
    const slot = this.slotOf(handle);
    this.queue.targets[slot] = ending;
    this.queue.integers[slot * 8 + LABEL] |= ENDS_WORK;
  }

  /** @internal */
  handleOf(slot: number): EventHandle {
    return (this.queue.integers[slot * 8 + SEQUENCE] & SEQUENCE_MASK) * SLOT_RANGE + slot;
  }

  /** The slot of a pending event, 0 for a handle that is stale or was never given. */
  private slotOf(handle: EventHandle): number {
    const slot = handle % SLOT_RANGE;
    if (!(slot > 0 && slot < this.queue.limit)) return 0;
    const sequence = this.queue.integers[slot * 8 + SEQUENCE];
    return sequence !== 0 && (sequence & SEQUENCE_MASK) === (handle - slot) / SLOT_RANGE ? slot : 0;
  }

  /** Handles of an entity's own pending callbacks: not those of waits, nor the steps of its processes. @internal */
  protected pendingOf(entity: number): EventHandle[] {
    const handles: EventHandle[] = [];
    const { integers, limit, targets } = this.queue;
    for (let slot = 1; slot < limit; slot++) {
      if (integers[slot * 8 + SEQUENCE] === 0 || integers[slot * 8 + ENTITY] !== entity) continue;
      if (typeof targets[slot] !== 'function') continue;
      if ((integers[slot * 8 + LABEL] & OF_WAIT) === 0) handles.push(this.handleOf(slot));
    }
    return handles;
  }
}
