import { CauseKind, ENDS_WORK, EXOGENOUS, MAX_LABEL, OF_WAIT, withKind } from './causeRecord.ts';
import { handleOf, slotOf } from './eventHandle.ts';
import type { EventHandle } from './eventHandle.ts';
import { CAUSE, ENABLER, LABEL, SEQUENCE } from './eventSlots.ts';
import type { Callback, Ending, Step } from './eventTarget.ts';
import { PlannedEvents } from './plannedEvents.ts';

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

/** What the kernel plans for who waits: the steps of processes, the ends of waits and of work. */
export class Scheduler extends PlannedEvents {
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
  handleOfStep(slot: number): EventHandle {
    return handleOf(this.queue, slot);
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
    this.queue.integers[slotOf(this.queue, handle) * 8 + LABEL] |= OF_WAIT;
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
    if (this.isPendingIn(slot, sequence)) this.cancel(handleOf(this.queue, slot));
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

  /** Takes a pending event out of time and gives the event at which it began. @internal */
  suspend(handle: EventHandle): number {
    const slot = slotOf(this.queue, handle);
    this.queue.park(slot);
    const detail = this.queue.integers[slot * 8 + CAUSE];
    return detail === 0 ? this.queue.integers[slot * 8 + ENABLER] : this.causes.requestOfDetail(detail);
  }

  /** Puts a suspended event back into time, at a time of the grid. @internal */
  resume(handle: EventHandle, time: number): void {
    const slot = slotOf(this.queue, handle);
    this.queue.doubles[slot * 2] = time;
    this.queue.insert(slot);
  }

  /** What a pending event calls. @internal */
  callbackOf(handle: EventHandle): Callback | undefined {
    this.checkHandle(handle);
    const target = this.queue.targets[slotOf(this.queue, handle)];
    return typeof target === 'function' ? target : undefined;
  }

  /** @internal */
  labelOf(handle: EventHandle): number {
    return this.queue.integers[slotOf(this.queue, handle) * 8 + LABEL] & MAX_LABEL;
  }

  /** Makes a pending event of a callback the end of work. @internal */
  endWork(handle: EventHandle, ending: Ending): void {
    const slot = slotOf(this.queue, handle);
    this.queue.targets[slot] = ending;
    this.queue.integers[slot * 8 + LABEL] |= ENDS_WORK;
  }
}
