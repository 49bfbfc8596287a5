import { asWritten, refuseFlag, refuseUnknown } from '../refusal/index.ts';
import type { Scheduler } from './scheduler.ts';

export interface MonitorOptions {
  /** Whether each number lasts until the next and counts by its days; else each counts once. Default false. */
  overTime?: boolean;
  /** The number at the start, of a monitor over time. Default 0. */
  initial?: number;
}

/** What has been noted; all but `count` and `weight` are NaN where nothing was. */
export interface MonitorStatistics {
  /** How many numbers were noted. */
  count: number;
  /** Days watched, of a monitor over time; else the count. */
  weight: number;
  mean: number;
  /** Over time, that of the number at a random instant; else that of a sample, over n − 1, NaN below two. */
  standardDeviation: number;
  min: number;
  max: number;
}

/** A class of a histogram: numbers in [from, to), and how many or for how many days. */
export interface Bin {
  from: number;
  to: number;
  weight: number;
}

export interface HistogramOptions {
  /** Where the first class begins. */
  from: number;
  /** Width of a class, > 0. */
  width: number;
  /** How many classes lie between those of the numbers below and above. */
  classes: number;
}

/**
 * Keeps every number noted, for mean, spread, quantiles and histogram: of things, or of what lasts over time.
 *
 * Numbers over time that lasted for no days are in `count`, `min` and `max` alone.
 *
 * @example
 * const stay = simulation.monitor('stay');
 * stay.note(simulation.now - arrival);
 * stay.quantile(0.9);
 */
export class Monitor {
  readonly name: string;
  private readonly scheduler: Scheduler;
  private readonly generation: object;
  private readonly overTime: boolean;
  // Numbers, and over time the days that each lasted; the current one not yet.
  private values: number[] = [];
  private days: number[] = [];
  private current: number;
  private since: number;
  private noted = 0;
  private lowest = NaN;
  private highest = NaN;

  constructor(scheduler: Scheduler, name: string, options: MonitorOptions = {}) {
    if (typeof name !== 'string')
      throw new Error(`name: ${asWritten(name)}, expected a text (day ${scheduler.clock})`);
    refuseUnknown(`monitor "${name}"`, options, ['overTime', 'initial'], scheduler.clock);
    const { overTime = false, initial = 0 } = options;
    refuseFlag(`monitor "${name}"`, 'overTime', overTime, scheduler.clock);
    this.scheduler = scheduler;
    this.generation = scheduler.generation;
    this.name = name;
    this.overTime = overTime;
    if (typeof initial !== 'number' || Number.isNaN(initial))
      throw this.fault(`initial ${asWritten(initial)}, expected a number`);
    this.current = initial;
    this.since = scheduler.clock;
    this.restart();
  }

  /** Notes a number: one more, or over time the one from now on. */
  note(value: number): void {
    if (this.generation !== this.scheduler.generation)
      throw this.fault('made before the last reset, expected one of this run');
    if (typeof value !== 'number' || Number.isNaN(value))
      throw this.fault(`noted ${asWritten(value)}, expected a number`);
    if (this.overTime) {
      this.endCurrent();
      this.current = value;
    } else this.values.push(value);
    this.count(value);
  }

  /** Forgets the past, for a warm-up; over time the current number goes on from now. */
  restart(): void {
    this.values = [];
    this.days = [];
    this.noted = 0;
    this.lowest = this.highest = NaN;
    this.since = this.scheduler.clock;
    if (this.overTime) this.count(this.current);
  }

  /** Mean, spread and range of what was noted since the start or the last restart. */
  statistics(): MonitorStatistics {
    const { values, weights, total } = this.kept();
    const sum = (term: (value: number) => number): number =>
      values.reduce((all, value, i) => all + weights[i] * term(value), 0);
    const middle = total > 0 ? sum((value) => value) / total : this.overTime ? this.current : NaN;
    // The sum is rounded: a mean is none the less between the least and the most.
    const mean = Math.min(Math.max(middle, this.lowest), this.highest);
    const squares = sum((value) => (value - mean) ** 2);
    const divisor = this.overTime ? total : total - 1;
    return {
      count: this.noted,
      weight: total,
      mean,
      standardDeviation: divisor > 0 ? Math.sqrt(squares / divisor) : NaN,
      min: this.lowest,
      max: this.highest,
    };
  }

  /**
   * The smallest number that at least a share `p` of the numbers, or of the days, does not exceed; NaN of nothing.
   *
   * Throws on a share outside 0 to 1.
   */
  quantile(p: number): number {
    if (!(typeof p === 'number' && p >= 0 && p <= 1))
      throw this.fault(`quantile ${asWritten(p)}, expected a share from 0 to 1`);
    const { values, weights, total } = this.kept();
    const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
    // Sums of days are rounded: what reaches the share but for that is enough.
    const enough = p * total * (1 - 1e-12);
    let below = 0;
    for (const i of order) {
      below += weights[i];
      if (below >= enough) return values[i];
    }
    return NaN;
  }

  /**
   * How many numbers, or days, lie in classes of equal width; the first and last class are all below and all above.
   *
   * @example stay.histogram({ from: 0, width: 0.5, classes: 20 })
   */
  histogram(options: HistogramOptions): Bin[] {
    const { clock } = this.scheduler;
    refuseUnknown(`monitor "${this.name}": histogram`, options, ['from', 'width', 'classes'], clock);
    const { from, width, classes } = options;
    if (!Number.isFinite(from))
      throw this.fault(`histogram from ${asWritten(from)}, expected a finite number`);
    if (!(Number.isFinite(width) && width > 0))
      throw this.fault(`width ${asWritten(width)}, expected a finite number > 0`);
    if (!(Number.isInteger(classes) && classes > 0))
      throw this.fault(`classes ${asWritten(classes)}, expected a whole number > 0`);
    const edge = (i: number): number => (i < 0 ? -Infinity : i > classes ? Infinity : from + i * width);
    const bins = Array.from({ length: classes + 2 }, (_, i) => ({
      from: edge(i - 1),
      to: edge(i),
      weight: 0,
    }));
    const { values, weights } = this.kept();
    values.forEach((value, i) => {
      let bin = Math.min(Math.max(Math.floor((value - from) / width) + 1, 0), classes + 1);
      // The quotient is rounded: the edges decide.
      while (bin > 0 && value < bins[bin].from) bin--;
      while (bin <= classes && value >= bins[bin].to) bin++;
      bins[bin].weight += weights[i];
    });
    return bins;
  }

  private endCurrent(): void {
    const { clock } = this.scheduler;
    if (clock > this.since) {
      this.values.push(this.current);
      this.days.push(clock - this.since);
    }
    this.since = clock;
  }

  private count(value: number): void {
    this.noted++;
    if (!(value >= this.lowest)) this.lowest = value;
    if (!(value <= this.highest)) this.highest = value;
  }

  /** Numbers and their weights, the current number until now among them. */
  private kept(): { values: readonly number[]; weights: readonly number[]; total: number } {
    if (!this.overTime)
      return { values: this.values, weights: this.values.map(() => 1), total: this.values.length };
    const current = this.scheduler.clock - this.since;
    const values = current > 0 ? [...this.values, this.current] : this.values;
    const weights = current > 0 ? [...this.days, current] : this.days;
    return { values, weights, total: weights.reduce((sum, days) => sum + days, 0) };
  }

  private fault(what: string): Error {
    return new Error(`monitor "${this.name}": ${what} (day ${this.scheduler.clock})`);
  }
}
