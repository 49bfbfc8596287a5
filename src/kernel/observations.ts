import { Monitor } from './monitor.ts';
import type { Scheduler } from './scheduler.ts';
import { Tally } from './tally.ts';
import type { TimeWeighted } from './tally.ts';
import type { Wait } from './wait.ts';

/** What a supply has kept about itself, from its making on. */
export interface SupplyStatistics {
  /** Units in use (resource), contents (level) or items (store), weighted by time. */
  amount: TimeWeighted;
  /** Length of the queue, weighted by time; tickets that have lost their units wait in it too. */
  queue: TimeWeighted;
  /** Claims made since the statistics began and granted by now. */
  claims: number;
  /** Mean days that these waited; NaN when there are none. */
  meanWaitDays: number;
}

/** What of a supply a monitor can keep: its amount and queue over time, and the days that each granted claim waited. */
export type Observed = 'amount' | 'queue' | 'wait';

/** @internal */
export const OBSERVED: readonly Observed[] = ['amount', 'queue', 'wait'];

/** What is seen of a supply: its amount, queue and waiting, in means, and each number where that is asked for. */
export class Observations {
  private readonly scheduler: Scheduler;
  private readonly name: string;
  private amount: Tally;
  private queue: Tally;
  // Claims that waited already when the statistics began; how many others were granted since, and their days.
  private earlier: Set<Wait<unknown>> | undefined = undefined;
  private granted = 0;
  private waitDays = 0;
  private readonly monitors = new Map<Observed, Monitor>();
  private waitMonitor: Monitor | undefined = undefined;

  constructor(scheduler: Scheduler, name: string, amount: number) {
    this.scheduler = scheduler;
    this.name = name;
    this.amount = new Tally(scheduler.clock, amount);
    this.queue = new Tally(scheduler.clock, 0);
  }

  noteAmount(amount: number): void {
    this.amount.set(this.scheduler.clock, amount);
  }

  noteQueue(length: number): void {
    this.queue.set(this.scheduler.clock, length);
  }

  noteGrant(claim: Wait<unknown>): void {
    if (this.earlier !== undefined && this.earlier.delete(claim)) return;
    const days = this.scheduler.clock - claim.since;
    this.granted++;
    this.waitDays += days;
    if (this.waitMonitor !== undefined) this.waitMonitor.note(days);
  }

  read(): SupplyStatistics {
    const { clock } = this.scheduler;
    const { granted: claims, waitDays } = this;
    const meanWaitDays = claims === 0 ? NaN : waitDays / claims;
    return { amount: this.amount.read(clock), queue: this.queue.read(clock), claims, meanWaitDays };
  }

  /** Forgets what was seen so far, while these claims wait. */
  restart(waiting: readonly Wait<unknown>[]): void {
    const { clock } = this.scheduler;
    this.earlier = waiting.length === 0 ? undefined : new Set(waiting);
    this.granted = this.waitDays = 0;
    this.amount.restart(clock);
    this.queue.restart(clock);
    for (const monitor of this.monitors.values()) monitor.restart();
  }

  /** The monitor of what is observed, the same at every call. */
  monitor(observed: Observed): Monitor {
    let monitor = this.monitors.get(observed);
    if (monitor === undefined) {
      monitor = this.newMonitor(observed);
      this.monitors.set(observed, monitor);
    }
    return monitor;
  }

  private newMonitor(observed: Observed): Monitor {
    const name = `${this.name}: ${observed}`;
    if (observed === 'wait') return (this.waitMonitor = new Monitor(this.scheduler, name));
    const tally = observed === 'amount' ? this.amount : this.queue;
    const monitor = new Monitor(this.scheduler, name, { overTime: true, initial: tally.current });
    if (observed === 'amount') this.amount = tally.monitoredBy(monitor);
    else this.queue = tally.monitoredBy(monitor);
    return monitor;
  }
}
