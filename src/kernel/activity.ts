import type { WorkingCalendar } from './calendar.ts';
import type { Scheduler } from './scheduler.ts';

/** A named piece of work whose delays carry its label: `yield install.lasting(3)`. */
export class Activity {
  readonly name: string;
  readonly label: number;
  /** Delay that the next yield of this command takes, in days. */
  days = 0;
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
    const now = this.scheduler.now;
    return this.arm(calendar === undefined ? days : calendar.advance(now, days) - now);
  }

  /** A command to wait until a time, such as a calendar's `nextOpen(simulation.now)`. */
  until(time: number): Activity {
    return this.arm(time - this.scheduler.now);
  }

  /** The delay, freeing the command for its next use. */
  consume(): number {
    this.armed = false;
    return this.days;
  }

  // One object serves every delay in turn; a second one is made only when two are wanted at once, as in `anyOf`.
  private arm(days: number): Activity {
    const command = this.armed ? new Activity(this.scheduler, this.name) : this;
    command.armed = true;
    command.days = days;
    return command;
  }
}
