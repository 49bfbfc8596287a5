import { expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';

/** Times at which `count` events happen that are scheduled at once, in reverse order. */
function timesOf(simulation: Simulation, count: number): number[] {
  const times: number[] = [];
  for (let i = count; i > 0; i--) simulation.schedule(i, () => times.push(simulation.now));
  simulation.run();
  return times;
}

test('a simulation that was reset holds more events than before, each in a slot of its own', () => {
  const simulation = new Simulation();
  timesOf(simulation, 40);
  simulation.reset();
  expect(timesOf(simulation, 500)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
});
