/**
 * The last of several arrivals, the one before it, and when the next was there; among equals the earliest event is the
 * last.
 *
 * `origin` is the event that brought an arrival about where that is known, else −1.
 */
export class Arrivals {
  time: number = -Infinity;
  event = 0;
  label = 0;
  /** How many others arrived at the time of the last. */
  ties = 0;
  runnerUpTime: number = NaN;
  runnerUpLabel = 0;
  runnerUpEvent = -1;
  /** When the third to last was there; NaN when there was none. */
  thirdTime: number = NaN;
  private origin = -1;

  note(time: number, event: number, label: number, origin: number): void {
    if (time > this.time || (time === this.time && event < this.event)) {
      if (this.time > -Infinity) this.noteRunnerUp(this.time, this.label, this.origin);
      this.ties = time === this.time ? this.ties + 1 : 0;
      this.time = time;
      this.event = event;
      this.label = label;
      this.origin = origin;
    } else {
      if (time === this.time) this.ties++;
      if (!(time <= this.runnerUpTime)) this.noteRunnerUp(time, label, origin);
      else if (!(time <= this.thirdTime)) this.thirdTime = time;
    }
  }

  private noteRunnerUp(time: number, label: number, origin: number): void {
    this.thirdTime = this.runnerUpTime;
    this.runnerUpTime = time;
    this.runnerUpLabel = label;
    this.runnerUpEvent = origin;
  }
}
