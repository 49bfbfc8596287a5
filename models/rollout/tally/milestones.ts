/** When and by which event each threshold of GPUs was reached. */
export interface Milestones {
  readonly thresholds: readonly number[];
  /** Day of each threshold; +Infinity until it is reached. */
  readonly days: Float64Array;
  /** Cause-record event that reached it; −1 until then. */
  readonly events: Int32Array;
  /** Counts that GPUs in service are now `gpus`. */
  reach(gpus: number, time: number, event: number): void;
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
  let next = 0;
  return {
    thresholds,
    days,
    events,
    reach: (gpus, time, event) => {
      while (next < order.length && gpus >= thresholds[order[next]!]!) {
        days[order[next]!] = time;
        events[order[next]!] = event;
        next++;
      }
    },
  };
}
