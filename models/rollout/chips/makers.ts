import type { DayRange } from '../../../src/kernel/index.ts';

/** A maker of racks as the queue sees it. */
export interface RackMaker {
  /** Part of the vendor's racks that it builds. */
  readonly share: number;
  readonly racksPerDay: number;
  /** Racks waiting on day 0 beside what the flow of the time before leaves. */
  readonly backlog: number;
  readonly holidays: readonly DayRange[];
}

export interface IntegrationOptions {
  readonly makers: readonly RackMaker[];
  /** Racks that would be finished between two days if nobody's capacity held them back. */
  readonly due: (from: number, to: number) => number;
  readonly stepDays: number;
  /** Steps before day 0 in which the queues settle. */
  readonly leadInSteps: number;
  readonly horizonDays: number;
}

/** Racks finished in one step, all makers together. */
export interface IntegratedStep {
  readonly from: number;
  readonly racks: number;
  /** Racks that wait for a maker at the end of the step, over all makers. */
  readonly queue: number;
}

/**
 * Finished racks by step when makers have a finite capacity: a fluid queue before each maker, first in first out.
 *
 * A rack's own build and test time is in `due`, so at the start a maker holds flow × time of work (Little's law) and
 * the queue that the time before left. Nothing is finished on a maker's holidays; the queue takes it up afterwards.
 */
export function integratedSteps(options: IntegrationOptions): IntegratedStep[] {
  const { makers, due, stepDays, leadInSteps, horizonDays } = options;
  const queues = makers.map(() => 0);
  const steps: IntegratedStep[] = [];
  for (let step = -leadInSteps; step * stepDays < horizonDays; step++) {
    const from = step * stepDays;
    const to = from + stepDays;
    const arriving = due(from, to);
    let racks = 0;
    makers.forEach((maker, i) => {
      if (step === 0) queues[i]! += maker.backlog;
      const waiting = queues[i]! + maker.share * arriving;
      const finished = Math.min(waiting, maker.racksPerDay * openDays(maker.holidays, from, to));
      queues[i] = waiting - finished;
      racks += finished;
    });
    if (step >= 0) steps.push({ from, racks, queue: queues.reduce((sum, queue) => sum + queue, 0) });
  }
  return steps;
}

function openDays(holidays: readonly DayRange[], from: number, to: number): number {
  let open = to - from;
  for (const holiday of holidays)
    open -= Math.max(0, Math.min(to, holiday.to) - Math.max(from, holiday.from));
  return Math.max(0, open);
}
