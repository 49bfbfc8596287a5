import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';

describe('what cannot work is refused at the call', () => {
  test('an async generator as the body of a process, which would never end', () => {
    const simulation = new Simulation();
    const body = async function* () {
      yield 1;
    };
    expect(() => {
      simulation.process('p', body as never);
      simulation.run();
    }).toThrow('process "p": body gave');
  });

  test('a step inside a callback, whether or not anything else is to come', () => {
    const simulation = new Simulation();
    simulation.schedule(1, () => void simulation.step());
    expect(() => simulation.run()).toThrow('step');
  });

  test.each([
    ['true and false', (a: number, b: number) => (a > b) as never],
    ['no number', () => NaN],
  ])('an order of a store that gives %s', (_, order) => {
    const simulation = new Simulation();
    const store = simulation.store<number>('s', { order });
    expect(() => {
      for (const item of [3, 1, 2]) store.put(item);
      simulation.run();
    }).toThrow(/store "s".*order: .*expected a number below, at or above 0/);
  });

  test('a capacity of a level that is no number, by name', () => {
    expect(() => new Simulation().level('l', { capacity: NaN })).toThrow('capacity NaN, expected a number');
  });
});
