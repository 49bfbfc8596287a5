import type { WorkingCalendar } from './calendar.ts';
import type { Scheduler } from './scheduler.ts';

/** A named piece of work whose delays carry its label: `yield install.lasting(3)`. */
export class Activity {
  readonly name: string;
  readonly label: number;
  /** What its next delay takes: days, or working days of a calendar, or until a time. */
  days = 0;
  calendar: WorkingCalendar | undefined = undefined;
  time: number | undefined = undefined;
  private armed = false;
  private readonly scheduler: Scheduler;

  constructor(scheduler: Scheduler, name: string) {
    this.scheduler = scheduler;
    this.name = name;
    this.label = scheduler.label(name);
  }

  /**
   * A command to work for so many days, or so many working days of a calendar.
   *
   * @example yield install.lasting(3)
   */
  lasting(days: number, calendar?: WorkingCalendar): Activity {
    return this.arm(days, calendar, undefined);
  }

  /** A command to wait until a time, such as a calendar's `nextOpen(simulation.now)`. */
  until(time: number): Activity {
    return this.arm(NaN, undefined, time);
  }

  /** Frees the command for its next use; it can be read until then. */
  consume(): void {
    this.armed = false;
  }

  /** Throws when it belongs to another simulation, whose labels are others. */
  checkIsOf(scheduler: Scheduler): void {
    if (this.scheduler !== scheduler)
      throw new Error(
        `activity "${this.name}": of another simulation, expected one of the simulation it runs in`,
      );
  }

  // One object serves every delay in turn; a second one is made only when two are wanted at once, as in `anyOf`.
  private arm(days: number, calendar: WorkingCalendar | undefined, time: number | undefined): Activity {
    const command = this.armed ? new Activity(this.scheduler, this.name) : this;
    command.armed = true;
    command.days = days;
    command.calendar = calendar;
    command.time = time;
    return command;
  }
}
