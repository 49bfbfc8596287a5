/** When and by which event each threshold of GPUs was reached. */
export interface Milestones {
  readonly thresholds: readonly number[];
  /** Day of each threshold; +Infinity until it is reached. */
  readonly days: Float64Array;
  /** Cause-record event that reached it; −1 until then. */
  readonly events: Int32Array;
  /** Counts that GPUs in service are now `gpus`, in the order of time. */
  reach(gpus: number, time: number, event: number): void;
  /** GPU-days that a threshold was short of by `end`: what was missing, integrated over time; counted from day 0. */
  shortfall(index: number, end: number): number;
}

/**
 * Watches thresholds of GPUs in service, in any order.
 *
 * @example const watch = watchMilestones([1440, 720]); watch.reach(800, 3, 1); watch.days[1] // 3
 */
export function watchMilestones(thresholds: readonly number[]): Milestones {
  const order = thresholds.map((_, i) => i).sort((a, b) => thresholds[a]! - thresholds[b]!);
  const days = new Float64Array(thresholds.length).fill(Number.POSITIVE_INFINITY);
  const events = new Int32Array(thresholds.length).fill(-1);
  const gpuDaysBefore = new Float64Array(thresholds.length);
  let next = 0;
  let inService = 0;
  let since = 0;
  let gpuDays = 0;
  return {
    thresholds,
    days,
    events,
    reach: (gpus, time, event) => {
      gpuDays += inService * Math.max(0, time - since);
      inService = gpus;
      since = Math.max(0, time);
      while (next < order.length && gpus >= thresholds[order[next]!]!) {
        days[order[next]!] = time;
        events[order[next]!] = event;
        gpuDaysBefore[order[next]!] = gpuDays;
        next++;
      }
    },
    shortfall: (index, end) => {
      const threshold = thresholds[index]!;
      return days[index]! < end
        ? threshold * Math.max(0, days[index]!) - gpuDaysBefore[index]!
        : threshold * end - gpuDays - inService * (end - since);
    },
  };
}
