import { givenText } from '../refusal/index.ts';
import type { Simulation } from '../kernel/index.ts';

/** Before anything else that happens at that time: it belongs to the day after. */
const FIRST = 1 - 2 ** 31;

/**
 * What a number is at the end of each grid day, filled while the simulation runs: a series as a model returns it. A day
 * that the run does not reach stays NaN, which no record takes.
 *
 * The samples are events: a run without an end of its own ends with the last of them.
 *
 * @param days days from the start, rising; the end of day 3 is before all that happens at time 4
 * @example const queue = sampleOnGrid(simulation, [0, 1, 2], () => clerk.queueLength);
 */
export function sampleOnGrid(
  simulation: Simulation,
  days: readonly number[],
  read: () => number,
): Float64Array {
  const samples = new Float64Array(days.length).fill(NaN);
  const label = simulation.label('sample');
  days.forEach((day, place) => {
    const sample = (): void => {
      const value: unknown = read();
      if (typeof value !== 'number') throw new Error(`sample: ${givenText(value)}, expected a number`);
      samples[place] = value;
    };
    simulation.scheduleAt(day + 1, sample, 0, label, 0, FIRST);
  });
  return samples;
}
