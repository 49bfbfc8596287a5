import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import type { Callback } from '../../src/kernel/index.ts';

const nothing = (): void => {};

// Each place that takes what a callback is called with.
const PLACES: [string, (simulation: Simulation, callback: Callback, argument: never) => unknown][] = [
  ['schedule', (simulation, callback, argument) => simulation.schedule(1, callback, argument)],
  ['scheduleAt', (simulation, callback, argument) => simulation.scheduleAt(1, callback, argument)],
  ['schedule by name', (simulation, callback, argument) => simulation.schedule(1, callback, { argument })],
  [
    'scheduleAt by name',
    (simulation, callback, argument) => simulation.scheduleAt(1, callback, { argument }),
  ],
  ['subscribe', (simulation, callback, argument) => simulation.signal('s').subscribe(callback, argument)],
  ['resource', (simulation, callback, argument) => simulation.resource('r').request(callback, argument)],
  ['level', (simulation, callback, argument) => simulation.level('l').request(0, callback, argument)],
  ['store', (simulation, callback, argument) => simulation.store('s').request(callback as never, argument)],
];

const byName = (name: string): boolean => name.endsWith('by name');

describe('what a callback is called with', () => {
  it.each(PLACES)('is a number, and anything else is refused at the call: %s', (name, call) => {
    const simulation = new Simulation({ startTime: 1 });
    const wrong: unknown[] = ['rack-7', '5', true, () => 5, 5n, Symbol('5')];
    if (byName(name)) wrong.push([5], { argument: 5 }, null, { priority: 5 });
    for (const argument of wrong)
      expect(() => call(simulation, nothing, argument as never)).toThrow(
        /^argument: .*, expected a number \(/,
      );
    for (const argument of [[5], null, { rack: 7 }])
      expect(() => call(simulation, nothing, argument as never)).toThrow(/expected/);
    expect([simulation.pendingEvents, simulation.stillWaiting()]).toEqual([0, []]);
  });

  it.each(PLACES)('is any number, to the bit: %s', (_, call) => {
    for (const argument of [NaN, Infinity, -Infinity, -0, 0.1, Number.MAX_VALUE]) {
      const simulation = new Simulation();
      const seen: unknown[] = [];
      const given = (...all: unknown[]): void => void seen.push(all.at(-1));
      const wait = call(simulation, given, argument as never) as {
        source?: { fire?(): void; put?(item: 1): void };
      };
      wait.source?.fire?.();
      wait.source?.put?.(1);
      simulation.run();
      expect(seen).toEqual([argument]);
    }
  });

  it('is named in the error, with the day, activity and entity', () => {
    const simulation = new Simulation({ startTime: 1 });
    const [unload, rack] = [simulation.label('unload'), simulation.entity('rack 7')];
    expect(() => simulation.schedule(1, nothing, 'rack-7' as never, unload, rack)).toThrow(
      'argument: "rack-7", expected a number (entity "rack 7", activity "unload", day 1)',
    );
  });
});

describe('refused at the call are', () => {
  it.each(PLACES.filter(([name]) => !byName(name)))('callbacks that are none: %s', (_, call) => {
    for (const callback of [undefined, null, 'unload', {}])
      expect(() => call(new Simulation(), callback as never, 0 as never)).toThrow(
        /callback:? .*, expected a function/,
      );
  });

  it('labels that are none of the simulation, and entities and priorities of other types', () => {
    const simulation = new Simulation();
    for (const label of [-1, 0.5, 2 ** 24, 2 ** 27, '1', 1n, NaN, null])
      expect(() => simulation.schedule(1, nothing, 0, label as never)).toThrow(/^label: /);
    for (const entity of ['1', 1n, 0.5, NaN, null, 2 ** 31])
      expect(() => simulation.schedule(1, nothing, 0, 0, entity as never)).toThrow(/^entity: /);
    for (const priority of ['1', 1n, null, true])
      expect(() => simulation.schedule(1, nothing, 0, 0, 0, priority as never)).toThrow(/^priority: /);
    expect(() => simulation.recordStep(0, '0' as never)).toThrow('end of a step: "0", expected');
  });
});
