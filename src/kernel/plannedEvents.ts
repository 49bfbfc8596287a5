import { refuseUnknown } from '../refusal/index.ts';
import { ENDS_WORK, EXOGENOUS, isKind, MAX_LABEL, OF_WAIT, withKind } from './causeRecord.ts';
import type { CauseKind } from './causeRecord.ts';
import { handleOf, mayBeGiven, slotOf } from './eventHandle.ts';
import type { EventHandle } from './eventHandle.ts';
import { EventLoop } from './eventLoop.ts';
import { CAUSE, ENABLER, ENTITY, LABEL, SEQUENCE } from './eventSlots.ts';
import type { Callback, Ending } from './eventTarget.ts';

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

/** Before every other event of its instant: starts and interrupts of processes. @internal */
export const URGENT: number = -(2 ** 31);

/** The events that a model plans: scheduled, moved and withdrawn, and said how they came about. */
export class PlannedEvents extends EventLoop {
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
    return handleOf(queue, slot);
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
    return handleOf(queue, slot);
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
    const slot = this.slotOfGiven(handle);
    if (slot === 0 || !this.causes.isOn) return;
    this.checkCause(kind, request, enabler);
    const integers = this.queue.integers;
    integers[slot * 8 + ENABLER] = enabler;
    integers[slot * 8 + CAUSE] = this.causes.addDetail(request, runnerUpTime, runnerUpLabel, ties);
    integers[slot * 8 + LABEL] = withKind(integers[slot * 8 + LABEL], kind);
  }

  /** Refuses a kind that is none and rows that are not there, which a driving path would run into. */
  private checkCause(kind: CauseKind, request: number, enabler: number): void {
    if (!isKind(kind)) this.refuse('kind of a cause', kind, 'one of CauseKind', 0, 0);
    if (!this.isRow(request)) this.refuseRow('request of a cause', request, 0, 0);
    if (!this.isRow(enabler)) this.refuseRow('enabler of a cause', enabler, 0, 0);
  }

  /** Marks a pending event as a clock: a tick, a periodic supply, a periodic decision. It is never a cause. */
  exogenous(handle: EventHandle): void {
    const slot = this.slotOfGiven(handle);
    if (slot !== 0) this.queue.integers[slot * 8 + LABEL] |= EXOGENOUS;
  }

  /** Withdraws a pending event; false when it has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.slotOfGiven(handle);
    if (slot === 0) return false;
    const { queue } = this;
    queue.park(slot);
    queue.release(slot);
    if ((queue.integers[slot * 8 + LABEL] & ENDS_WORK) !== 0) (queue.targets[slot] as Ending).work.settle();
    return true;
  }

  isPending(handle: EventHandle): boolean {
    return this.slotOfGiven(handle) !== 0;
  }

  /**
   * Moves a pending event; among events of its new instant it keeps the place of its first scheduling.
   *
   * Throws on work that is suspended: its time is not known until its ticket is whole again.
   */
  reschedule(handle: EventHandle, time: number): boolean {
    const slot = this.slotOfGiven(handle);
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
    const slot = this.slotOfGiven(handle);
    return slot === 0 || this.queue.isParked(slot) ? NaN : this.queue.doubles[slot * 2];
  }

  /** Handles of an entity's own pending callbacks: not those of waits, nor the steps of its processes. @internal */
  protected pendingOf(entity: number): EventHandle[] {
    const handles: EventHandle[] = [];
    const { queue } = this;
    const { integers, limit, targets } = queue;
    for (let slot = 1; slot < limit; slot++) {
      if (integers[slot * 8 + SEQUENCE] === 0 || integers[slot * 8 + ENTITY] !== entity) continue;
      if (typeof targets[slot] !== 'function') continue;
      if ((integers[slot * 8 + LABEL] & OF_WAIT) === 0) handles.push(handleOf(queue, slot));
    }
    return handles;
  }

  /** The slot of a pending event, 0 for one that has happened; throws on what is no handle of this simulation. */
  private slotOfGiven(handle: EventHandle): number {
    const slot = Number.isInteger(handle) ? slotOf(this.queue, handle) : 0;
    if (slot === 0) this.checkHandle(handle);
    return slot;
  }

  /** Throws on what `schedule` of this simulation cannot have given. @internal */
  checkHandle(handle: EventHandle): void {
    if (!mayBeGiven(this.queue, handle))
      this.refuse('event', handle, 'a handle that schedule of this simulation gave', 0, 0);
  }
}
