import { asWritten } from '../refusal/index.ts';
import type { WorkingCalendar } from './calendar.ts';
import { Delay } from './delay.ts';
import type { Scheduler } from './scheduler.ts';

/** A named piece of work whose delays carry its label: `yield install.lasting(3)`. */
export class Activity {
  readonly name: string;
  readonly label: number;
  private readonly scheduler: Scheduler;

  constructor(scheduler: Scheduler, name: string) {
    this.scheduler = scheduler;
    this.name = name;
    this.label = scheduler.label(name);
  }

  /**
   * A command to work for so many days, or so many working days of a calendar. Throws on days that are none.
   *
   * @example yield install.lasting(3)
   */
  lasting(days: number, calendar?: WorkingCalendar): Delay {
    this.scheduler.checkDelay(days, this.label, 0);
    if (calendar !== undefined && typeof calendar?.advance !== 'function')
      throw new Error(
        `activity "${this.name}": calendar ${asWritten(calendar)}, expected a WorkingCalendar (day ${this.scheduler.clock})`,
      );
    return new Delay(this.scheduler, this.label, days, { calendar });
  }

  /** A command to wait until a time, such as a calendar's `nextOpen(simulation.now)`. Throws on a time before now. */
  until(time: number): Delay {
    return new Delay(this.scheduler, this.label, 0, { time: this.scheduler.checkTime(time, this.label, 0) });
  }
}
