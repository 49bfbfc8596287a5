import type { DayRange } from '../../../src/kernel/index.ts';

/**
 * The time at which `workDays` of a crew are done when it works at half strength on the given days.
 *
 * @example halfSpeedFinish([{ from: 2, to: 4 }], 1, 2) // 4: a day of work before, a day's work in two days inside
 */
export function halfSpeedFinish(halfStrength: readonly DayRange[], start: number, workDays: number): number {
  let time = start;
  let left = workDays;
  for (const { from, to } of halfStrength) {
    if (time >= to) continue;
    const before = Math.max(0, from - time);
    if (left <= before) break;
    left -= before;
    time = Math.max(time, from);
    const inside = (to - time) / 2;
    if (left <= inside) return time + left * 2;
    left -= inside;
    time = to;
  }
  return time + left;
}
