/** Mean over time, highest and lowest of a number that changes now and then. */
export interface TimeWeighted {
  mean: number;
  max: number;
  min: number;
  current: number;
}

/** What keeps each new value. */
export interface Noting {
  note(value: number): void;
}

/** Keeps the time-weighted statistics of one number. */
export class Tally {
  // since, last change, area, max, min, current: typed, so that updates allocate nothing
  private readonly state: Float64Array;

  constructor(now: number, value: number, state: Float64Array = new Float64Array(6)) {
    this.state = state;
    this.state[5] = value;
    this.restart(now);
  }

  get current(): number {
    return this.state[5];
  }

  set(now: number, value: number): void {
    const state = this.state;
    // Not where no time has passed: the number may be infinite.
    if (now > state[1]) state[2] += state[5] * (now - state[1]);
    state[1] = now;
    state[5] = value;
    if (value > state[3]) state[3] = value;
    if (value < state[4]) state[4] = value;
  }

  /** Itself from now on, with a monitor of each new value; what nobody monitors asks for no monitor. */
  monitoredBy(monitor: Noting): Tally {
    return new MonitoredTally(this.state, monitor);
  }

  /** Forgets the past, for a warm-up. */
  restart(now: number): void {
    const state = this.state;
    state[0] = state[1] = now;
    state[2] = 0;
    state[3] = state[4] = state[5];
  }

  /** The number times the days that it lasted, summed. */
  private area(now: number): number {
    const days = now - this.state[1];
    return days > 0 ? this.state[2] + this.state[5] * days : this.state[2];
  }

  read(now: number): TimeWeighted {
    const [since, , , max, min, current] = this.state;
    // Sums of days are rounded: a mean is none the less between the least and the most.
    const mean = now > since ? Math.min(Math.max(this.area(now) / (now - since), min), max) : current;
    return { mean, max, min, current };
  }
}

class MonitoredTally extends Tally {
  private readonly monitor: Noting;

  constructor(state: Float64Array, monitor: Noting) {
    const before = state.slice();
    super(0, 0, state);
    state.set(before);
    this.monitor = monitor;
  }

  override set(now: number, value: number): void {
    super.set(now, value);
    this.monitor.note(value);
  }
}
