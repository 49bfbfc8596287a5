import { describe, expect, it } from 'vitest';
import { Simulation, writeTrace, type Level } from '../../src/kernel/index.ts';
import { message } from './message.ts';

describe('refused at the call, by name', () => {
  it('are priorities that are no whole numbers of 32 bits', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    for (const priority of [2 ** 40, 2 ** 31, -(2 ** 31), 0.5, NaN, Infinity, '1' as never]) {
      const expected = 'expected a whole number within 2^31';
      const calls = [
        () => simulation.schedule(1, () => {}, 0, 0, 0, priority),
        () => simulation.scheduleAt(1, () => {}, 0, 0, 0, priority),
        () => simulation.process('worker', function* () {}, { priority }),
        () => power.subscribe(() => {}, 0, 0, 0, priority),
      ];
      for (const call of calls) expect(message(call)).toContain(expected);
    }
    expect(simulation.pendingEvents).toBe(0);
    expect(simulation.stillWaiting()).toEqual([]);
    for (const priority of [2 ** 31 - 1, 1 - 2 ** 31, -0])
      simulation.schedule(1, () => {}, 0, 0, 0, priority);
    simulation.run();
    expect(simulation.executedEvents).toBe(3);
  });

  it('are texts for numbers, and labels, entities and callbacks that are none', () => {
    const simulation = new Simulation({ startTime: 1 });
    const nothing = (): void => {};
    expect([
      message(() => simulation.schedule('3' as never, nothing)),
      message(() => simulation.scheduleAt('3' as never, nothing)),
      message(() => simulation.reschedule(simulation.schedule(1, nothing), '3' as never)),
      message(() => simulation.schedule(1, undefined as never)),
      message(() => simulation.schedule(1, nothing, 0, 'unload' as never)),
      message(() => simulation.schedule(1, nothing, 0, 0, 'rack' as never)),
      message(() => simulation.process('late', function* () {}, { delay: '3' as never })),
      message(() => simulation.process('late', undefined as never)),
      message(() => simulation.run({ until: '3' as never })),
      message(() => simulation.run({ until: {} as never })),
    ]).toEqual([
      'delay: "3", expected a finite number of days >= 0 (day 1)',
      'time: "3", expected a finite time >= now (day 1)',
      'time: "3", expected a finite time >= now (day 1)',
      'callback: undefined, expected a function (day 1)',
      'label: "unload", expected a number from simulation.label (day 1)',
      'entity: "rack", expected a number from simulation.entity (day 1)',
      'delay: "3", expected a finite number of days >= 0 (activity "late", day 1)',
      'process "late": body undefined, expected a generator function; write function* () { … } (day 1)',
      'until: "3", expected a time, a signal, a process or a predicate (day 1)',
      'until: an object, expected a time, a signal, a process or a predicate (day 1)',
    ]);
    expect(simulation.pendingEvents).toBe(1);
  });

  it('are waits, activities and ends of a run that belong to another simulation', () => {
    const other = new Simulation();
    const crane = other.resource('crane');
    const stranger = other.process('stranger', function* () {
      yield 1;
    });
    for (const [command, expected] of [
      [() => crane.acquire(), 'resource "crane": of another simulation'],
      [() => other.signal('power').wait(), 'signal "power": of another simulation'],
      [() => other.level('tank').take(1), '1 of level "tank": of another simulation'],
      [() => other.store('dock').take(), 'store "dock": of another simulation'],
      [() => other.condition(() => true, 'done'), 'condition "done": of another simulation'],
      [() => stranger.finished(), 'signal "stranger": of another simulation'],
      [() => other.activity('install').lasting(1), 'activity "install": of another simulation'],
    ] as const) {
      for (const wrap of [false, true]) {
        const simulation = new Simulation();
        simulation.process('worker', function* () {
          yield 2;
          yield wrap ? simulation.anyOf([command(), 5]) : command();
        });
        expect(message(() => simulation.run())).toContain(expected);
        expect(message(() => simulation.run())).toBe('no error');
      }
    }
    const simulation = new Simulation();
    expect(message(() => simulation.run({ until: other.signal('end') }))).toContain(
      'signal "end": of another',
    );
    expect(message(() => simulation.run({ until: stranger }))).toContain('signal "stranger": of another');
  });
});

describe('an error', () => {
  it('in a callback carries its name, entity and the time', () => {
    for (const recordCauses of [true, false]) {
      const simulation = new Simulation({ recordCauses });
      const boom = (): void => {
        // Takes the slot that the event itself has left.
        simulation.schedule(1, () => {}, 0, simulation.label('other'));
        throw new Error('boom');
      };
      const rack = simulation.entity('rack 7');
      simulation.schedule(2, boom, 0, simulation.label('unload'), rack);
      expect(message(() => simulation.run())).toBe('boom (callback "unload", entity "rack 7", day 2)');
      expect(message(() => simulation.run())).toBe('no error');
      simulation.schedule(1, boom);
      expect(message(() => simulation.step())).toBe('boom (callback, day 4)');
    }
  });

  it('in what a callback was told of carries its name', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    crane.request(() => {
      throw new Error('boom');
    });
    expect(message(() => simulation.run())).toBe('boom (callback "crane", day 0)');
  });

  it('carries the name of the callback also while a trace is written or a condition looked at', () => {
    const simulation = new Simulation();
    writeTrace(simulation);
    simulation.process('waiter', function* () {
      yield* simulation.condition(() => false);
    });
    simulation.schedule(1, () => {});
    simulation.schedule(2, () => {
      throw new Error('boom');
    });
    expect(message(() => simulation.run())).toBe('boom (callback, day 2)');
  });

  it('keeps the error that was thrown as its cause', () => {
    const simulation = new Simulation();
    const boom = new RangeError('boom');
    simulation.schedule(2, () => {
      throw boom;
    });
    try {
      simulation.run();
    } catch (error) {
      expect((error as Error).cause).toBe(boom);
    }
    expect.assertions(1);
  });

  it('in a predicate or order of a store, or in a condition, names it', () => {
    const crash = (): never => {
      throw new Error('boom');
    };
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock');
    dock.request(() => {}, 0, 0, 0, { predicate: crash });
    expect(message(() => dock.put(1))).toBe('store "dock": predicate: boom (day 0)');
    const ordered = simulation.store<number>('ordered', { order: crash });
    ordered.put(1);
    simulation.schedule(3, () => ordered.put(2), 0, simulation.label('arrive'));
    expect(message(() => simulation.run())).toBe(
      'store "ordered": order: boom (day 3) (callback "arrive", day 3)',
    );
    let ready = false;
    simulation.process('waiter', function* () {
      yield* simulation.condition(() => (ready ? crash() : false), 'eight racks');
    });
    simulation.schedule(1, () => (ready = true));
    expect(message(() => simulation.run())).toBe('condition "eight racks": boom (day 4)');
    expect(message(() => simulation.run({ until: crash }))).toBe('until: boom (day 4)');
  });
});

describe('a run', () => {
  it('ends when a repeating signal fires next, again and again', () => {
    const simulation = new Simulation();
    const month = simulation.signal('month', { repeating: true });
    for (const day of [30, 60, 90]) simulation.schedule(day, () => month.fire());
    for (const day of [30, 60, 90]) {
      simulation.run({ until: month });
      expect(simulation.now).toBe(day);
    }
    expect(message(() => simulation.run({ until: month }))).toBe(
      'signal "month": never fired by day 90, expected it to end the run',
    );
  });

  it('ends when a signal fires that is made anew in the same event, and at once when it has fired', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    simulation.schedule(2, () => {
      power.fire();
      power.reset();
    });
    simulation.schedule(5, () => power.fire());
    simulation.run({ until: power });
    expect(simulation.now).toBe(2);
    simulation.run({ until: power });
    simulation.run({ until: power });
    expect(simulation.now).toBe(5);
  });

  it('ends with a process, also one that is stopped or has ended', () => {
    const simulation = new Simulation();
    const worker = simulation.process('worker', function* () {
      yield 3;
    });
    simulation.schedule(9, () => {});
    simulation.run({ until: worker });
    expect(simulation.now).toBe(3);
    simulation.run({ until: worker });
    expect(simulation.now).toBe(3);
    const waiter = simulation.process('waiter', function* () {
      yield* simulation.signal('never').wait();
    });
    expect(message(() => simulation.run({ until: waiter }))).toBe(
      'process "waiter": never ended by day 9, expected it to end the run',
    );
    simulation.schedule(1, () => waiter.stop());
    simulation.run({ until: waiter });
    expect(simulation.now).toBe(10);
  });

  it('ends before it begins when its predicate is true', () => {
    const simulation = new Simulation();
    simulation.schedule(1, () => {});
    simulation.run({ until: () => true });
    expect(simulation.now).toBe(0);
  });
});

describe('what another simulation made, and texts for numbers', () => {
  it('work with a ticket of another simulation is refused at the call', () => {
    const other = new Simulation();
    const ticket = other.resource('crane').request(() => {});
    other.run();
    const simulation = new Simulation();
    simulation.process('p', function* () {
      yield* simulation.during([ticket], 3);
    });
    expect(() => simulation.run()).toThrow(
      'resource "crane": work with a ticket of another simulation, expected one of this run',
    );
  });

  it.each([
    ['add', (level: Level, text: number) => level.add(text)],
    ['put', (level: Level, text: number) => void level.put(text)],
    ['take', (level: Level, text: number) => void level.take(text)],
    ['request', (level: Level, text: number) => void level.request(text, () => {})],
  ])('a level refuses %s of a text, of true, of nothing and of a bigint', (_, call) => {
    const level = new Simulation().level('tank', { initial: 5, capacity: 100 });
    for (const wrong of ['3', true, null, 3n])
      expect(() => call(level, wrong as unknown as number)).toThrow('level');
    expect(level.amount).toBe(5);
  });

  it.each(['initial', 'capacity', 'minimum'])('a level refuses a text as its %s', (option) => {
    expect(() => new Simulation().level('tank', { [option]: '1' })).toThrow(
      `${option} "1", expected a number`,
    );
  });

  it.each([
    ['schedule', (s: Simulation, wrong: number) => void s.schedule(wrong, () => {}), 'delay: 3n, expected'],
    [
      'scheduleAt',
      (s: Simulation, wrong: number) => void s.scheduleAt(wrong, () => {}),
      'time: 3n, expected',
    ],
    ['lasting', (s: Simulation, wrong: number) => void s.activity('a').lasting(wrong), 'delay: 3n, expected'],
    ['until', (s: Simulation, wrong: number) => void s.activity('a').until(wrong), 'time: 3n, expected'],
  ])('%s refuses a bigint by name', (_, call, message) => {
    expect(() => call(new Simulation(), 3n as unknown as number)).toThrow(message);
  });
});
