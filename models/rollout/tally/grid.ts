/**
 * Maps times to the dates of a report: a state at the end of day d holds every event with time below d + 1.
 */
export interface Grid {
  readonly days: readonly number[];
  /** The end of each grid day, in days: the time up to which its state counts. */
  readonly ends: Float64Array;
  /** Index of the first grid day whose state holds an event at `time`; `days.length` beyond the last one. */
  readonly indexOf: (time: number) => number;
}

/**
 * Builds the lookup of a list of increasing grid days.
 *
 * @example reportGrid([30, 58]).indexOf(31) // 1: day 31 is after the end of day 30
 */
export function reportGrid(days: readonly number[]): Grid {
  const last = days.at(-1)!;
  const indexOfDay = new Uint16Array(last + 1);
  let index = 0;
  for (let day = 0; day <= last; day++) {
    if (day > days[index]!) index++;
    indexOfDay[day] = index;
  }
  return {
    days,
    ends: Float64Array.from(days, (day) => day + 1),
    indexOf: (time) => (time < 0 ? 0 : time >= last + 1 ? days.length : indexOfDay[Math.floor(time)]!),
  };
}
