import type { WorkingCalendar } from './calendar.ts';
import type { Scheduler } from './scheduler.ts';

/** How long something takes: days, working days of a calendar, or until a time. It can be used again. */
export class Delay {
  readonly label: number;
  private readonly scheduler: Scheduler;
  private readonly days: number;
  private readonly calendar: WorkingCalendar | undefined;
  private readonly time: number | undefined;

  /** `days` is passed over where there is a time to wait for. */
  constructor(
    scheduler: Scheduler,
    label: number,
    days: number,
    { calendar, time }: { calendar?: WorkingCalendar | undefined; time?: number } = {},
  ) {
    this.scheduler = scheduler;
    this.label = label;
    this.days = days;
    this.calendar = calendar;
    this.time = time;
  }

  /** When it ends if it begins at a time. @internal */
  end(from: number): number {
    return this.time ?? this.after(from, this.days);
  }

  /** When so many of its days will have passed from a time on. @internal */
  after(from: number, days: number): number {
    return this.calendar === undefined ? from + days : this.calendar.advance(from, days);
  }

  /** How many days it takes if it begins at a time. @internal */
  daysFrom(from: number): number {
    return this.time === undefined ? this.days : this.time - from;
  }

  /** Its days between two times. @internal */
  between(from: number, to: number): number {
    return this.calendar === undefined ? to - from : this.calendar.between(from, to);
  }

  /** Throws when it belongs to another simulation, whose labels are others. @internal */
  checkIsOf(scheduler: Scheduler): void {
    if (this.scheduler === scheduler) return;
    const name = this.scheduler.labelName(this.label);
    throw new Error(
      `activity "${name}": of another simulation, expected one of the simulation it runs in (${scheduler.present})`,
    );
  }
}
