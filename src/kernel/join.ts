import { CauseKind } from './cause-record.ts';
import type { Callback } from './event-queue.ts';
import type { Scheduler } from './scheduler.ts';

/** The last of several arrivals and the one before it; among equals the earliest event is the last. */
export class Arrivals {
  time: number = -Infinity;
  event = 0;
  label = 0;
  /** How many others arrived at the time of the last. */
  ties = 0;
  runnerUpTime: number = NaN;
  runnerUpLabel = 0;

  note(time: number, event: number, label: number): void {
    if (time > this.time || (time === this.time && event < this.event)) {
      if (this.time > -Infinity) {
        this.runnerUpTime = this.time;
        this.runnerUpLabel = this.label;
      }
      this.ties = time === this.time ? this.ties + 1 : 0;
      this.time = time;
      this.event = event;
      this.label = label;
    } else {
      if (time === this.time) this.ties++;
      if (!(time <= this.runnerUpTime)) {
        this.runnerUpTime = time;
        this.runnerUpLabel = label;
      }
    }
  }
}

/** Calls back when so many arrivals have come; the last of them is the cause. */
export class Join {
  private readonly arrivals = new Arrivals();
  private readonly began: number;
  private missing: number;
  private readonly scheduler: Scheduler;
  private readonly go: () => void;

  constructor(
    scheduler: Scheduler,
    count: number,
    callback: Callback,
    argument: number,
    label: number,
    entity: number,
    priority: number,
  ) {
    if (!(Number.isInteger(count) && count > 0)) {
      throw new Error(`join: count ${count}, expected a whole number > 0 (day ${scheduler.now})`);
    }
    this.scheduler = scheduler;
    this.missing = count;
    this.began = scheduler.currentEvent;
    this.go = () => {
      const { event, runnerUpTime, runnerUpLabel, ties } = this.arrivals;
      const handle = scheduler.schedule(0, callback, argument, label, entity, priority);
      scheduler.attribute(handle, CauseKind.joined, this.began, runnerUpTime, runnerUpLabel, ties, event);
    };
  }

  /** Counts the event now executing as an arrival, under its own label unless another is given. */
  arrive(label: number = this.scheduler.causes.label(this.scheduler.currentEvent)): void {
    const { scheduler } = this;
    if (this.missing === 0)
      throw new Error(`join: one arrival too many (day ${scheduler.now}), expected none any more`);
    this.arrivals.note(scheduler.now, scheduler.currentEvent, label);
    if (--this.missing === 0) this.go();
  }
}
