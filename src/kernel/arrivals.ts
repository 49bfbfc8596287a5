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
