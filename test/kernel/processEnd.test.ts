import { describe, expect, it } from 'vitest';
import { drivingPath, Simulation } from '../../src/kernel/index.ts';
import type { Command, Process } from '../../src/kernel/index.ts';
import { message } from './message.ts';

/** A process that fails on day 1. */
function failing(simulation: Simulation): Process<number> {
  return simulation.process('bad', function* (): Generator<Command, number, unknown> {
    yield 1;
    throw new RangeError('boom');
  });
}

describe('a process that fails', () => {
  it('throws in all who wait for its end, before it or after, and the run goes on', () => {
    const simulation = new Simulation();
    const bad = failing(simulation);
    const log: unknown[] = [];
    for (const [name, delay] of [
      ['before', 0],
      ['after', 5],
    ] as const) {
      simulation.process(
        name,
        function* () {
          try {
            yield* bad.finished();
          } catch (error) {
            log.push([name, (error as Error).message, simulation.now]);
            expect((error as Error).cause).toBeInstanceOf(RangeError);
          }
          yield 1;
        },
        { delay },
      );
    }
    bad.done.subscribe(() => log.push('never'));
    simulation.run();
    expect(log).toEqual([
      ['before', 'boom (process "bad", day 1)', 1],
      ['after', 'boom (process "bad", day 1)', 5],
    ]);
    expect([bad.state, bad.isAlive, simulation.now, simulation.stillWaiting()]).toEqual([
      'failed',
      false,
      6,
      [],
    ]);
  });

  it('ends the run where nobody waits, and throws in who asks afterwards', () => {
    for (const isTouched of [false, true]) {
      const simulation = new Simulation();
      const bad = failing(simulation);
      if (isTouched) bad.done.subscribe(() => {});
      expect(message(() => simulation.run())).toBe('boom (process "bad", day 1)');
      expect(message(() => simulation.run({ until: bad }))).toBe('boom (process "bad", day 1)');
      const late = simulation.process('late', function* () {
        yield* bad.finished();
      });
      expect(message(() => simulation.run())).toBe('boom (process "bad", day 1) (process "late", day 1)');
      expect(late.state).toBe('failed');
    }
  });

  it('ends the run that waits for its end', () => {
    const simulation = new Simulation();
    const bad = failing(simulation);
    simulation.schedule(9, () => {});
    expect(message(() => simulation.run({ until: bad }))).toBe('boom (process "bad", day 1)');
    expect(simulation.now).toBe(1);
  });

  it('ends an any-of and an all-of, whose other waits are withdrawn', () => {
    for (const kind of ['anyOf', 'allOf'] as const) {
      const simulation = new Simulation();
      const bad = failing(simulation);
      const crane = simulation.resource('crane', { capacity: 0 });
      const log: unknown[] = [];
      simulation.process('parent', function* () {
        const ticket = crane.acquire();
        try {
          yield kind === 'anyOf' ? simulation.anyOf([ticket, bad, 9]) : simulation.allOf([ticket, bad, 9, 0]);
        } catch (error) {
          log.push((error as Error).message, simulation.now, crane.queueLength);
        }
        yield 1;
      });
      simulation.run();
      expect(log).toEqual(['boom (process "bad", day 1)', 1, 0]);
      expect(simulation.now).toBe(2);
    }
  });
});

describe('the end of a process', () => {
  it('by a stop is told from one by itself', () => {
    const simulation = new Simulation();
    const log: unknown[] = [];
    const body = function* (): Generator<Command, number, unknown> {
      yield 5;
      return 7;
    };
    const whole = simulation.process('whole', body);
    const cut = simulation.process('cut', body);
    const unborn = simulation.process('unborn', body, { delay: 2 });
    expect([whole.state, unborn.state]).toEqual(['unstarted', 'unstarted']);
    simulation.process('friend', function* () {
      expect(whole.state).toBe('waiting');
      log.push(yield* cut.finished(), cut.state, simulation.now);
      log.push(yield* whole.finished(), whole.state, simulation.now);
    });
    simulation.schedule(1, () => {
      cut.stop();
      unborn.stop();
    });
    simulation.run();
    expect(log).toEqual([undefined, 'stopped', 1, 7, 'ended', 5]);
    expect(unborn.state).toBe('stopped');
  });

  it('of before a reset is refused', () => {
    const simulation = new Simulation();
    const old = simulation.process('old', function* () {
      yield 100;
    });
    simulation.run({ until: 1 });
    simulation.reset();
    const refusal = 'process "old": of before the last reset, expected one of this run (day 0)';
    expect(message(() => old.finished())).toBe(refusal);
    expect(message(() => simulation.run({ until: old }))).toBe(refusal);
    simulation.process('new', function* () {
      yield* old.finished();
    });
    expect(message(() => simulation.run())).toContain(refusal);
  });

  it('is recorded when it was, though it is asked for only afterwards', () => {
    const segments = [true, false].map((isTouched) => {
      const simulation = new Simulation();
      const first = simulation.process('first', function* () {
        yield 3;
      });
      if (isTouched) first.done.subscribe(() => {});
      simulation.process('hall', function* () {
        yield 5;
        yield* first.finished();
        yield* simulation.allOf([first, simulation.activity('check').lasting(0)]);
        yield 1;
      });
      simulation.run();
      return drivingPath(simulation, simulation.currentEvent).map(
        ({ label, from, to, runnerUpLabel, runnerUpTime, slack, ties }) => [
          label,
          from,
          to,
          runnerUpLabel,
          runnerUpTime,
          slack,
          ties,
        ],
      );
    });
    expect(segments[1]).toEqual(segments[0]);
    expect(segments[0]).toContainEqual(['first', 5, 5, 'first', 3, 2, 0]);
  });
});

describe('a yield that is refused', () => {
  it('is thrown there, so that the finally blocks run, or the body goes on', () => {
    for (const isCaught of [false, true]) {
      const simulation = new Simulation();
      const crane = simulation.resource('crane');
      const log: string[] = [];
      simulation.process('worker', function* () {
        const ticket = yield* crane.acquire();
        try {
          yield 2;
          yield 'soon' as never;
        } catch (error) {
          log.push((error as Error).message.slice(0, 12));
          if (!isCaught) throw error;
          yield 3;
        } finally {
          crane.release(ticket);
        }
      });
      const end = message(() => simulation.run());
      expect(end.includes('(process "worker", day 2)')).toBe(!isCaught);
      expect([log, crane.inUse, simulation.now]).toEqual([['yielded "soo'], 0, isCaught ? 5 : 2]);
    }
  });

  it('in a loop that catches everything is stopped as an endless loop', () => {
    const simulation = new Simulation({ maxEventsPerInstant: 1000 });
    simulation.process('stubborn', function* () {
      for (;;) {
        try {
          yield -1;
        } catch {
          continue;
        }
      }
    });
    expect(message(() => simulation.run())).toContain('events at one instant: more than 1000');
  });
});

describe('a wait that a process makes and does not begin', () => {
  const forgotten: [string, (simulation: Simulation) => unknown][] = [
    ['resource "crane"', (s) => s.resource('crane').acquire()],
    ['5 of level "tank"', (s) => s.level('tank').take(5)],
    ['store "dock"', (s) => s.store('dock').take()],
    ['signal "power"', (s) => s.signal('power').wait()],
    ['condition "ready"', (s) => s.condition(() => true, 'ready')],
    ['signal "power" or worker of 5 days', (s) => s.anyOf([s.signal('power').wait(), 5])],
  ];
  for (const [name, make] of forgotten) {
    it(`is refused by name when the process goes on, or ends: ${name}`, () => {
      for (const goesOn of [true, false]) {
        const simulation = new Simulation();
        simulation.process('worker', function* () {
          yield 1;
          make(simulation);
          if (goesOn) yield 2;
        });
        expect(message(() => simulation.run())).toBe(
          `${name}: a wait that was made and not begun, expected yield* or withdraw() (process "worker", day ${goesOn ? 3 : 1})`,
        );
      }
    });
  }

  it('is refused for work too, and thrown at the yield', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const weld = simulation.activity('weld');
    const log: unknown[] = [];
    simulation.process('worker', function* () {
      const ticket = yield* crew.acquire();
      try {
        crew.during(ticket, weld.lasting(5));
        yield 1;
      } catch (error) {
        log.push((error as Error).message);
      }
      crew.during(ticket, weld.lasting(5)).withdraw();
      crew.release(ticket);
    });
    simulation.run();
    expect(log).toEqual([
      'weld of 5 days: a wait that was made and not begun, expected yield* or withdraw() (process "worker", day 1)',
    ]);
  });

  it('is none of the process where another begins it, or an any-of has no need of it', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const power = simulation.signal('power');
    power.fire();
    simulation.process('maker', function* () {
      const ticket = crane.acquire();
      simulation.process('user', function* () {
        yield* ticket;
      });
      yield* simulation.anyOf([power.wait(), crane.acquire(), simulation.signal('never').wait()]);
      yield 1;
    });
    simulation.run();
    expect([crane.inUse, simulation.now]).toEqual([1, 1]);
  });

  it('is no put: that begins at its call', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 100, initial: 50 });
    const full = simulation.level('full', { capacity: 5, initial: 5 });
    const dock = simulation.store<string>('dock');
    const log: unknown[] = [];
    simulation.process('truck', function* () {
      tank.put(5);
      dock.put('rack');
      full.put(2);
      log.push(tank.amount, dock.size, full.amount);
      yield 3;
      yield* full.take(4);
      log.push(full.amount);
    });
    simulation.run();
    expect(log).toEqual([55, 1, 5, 3]);
    expect(() => full.put(3)).toThrow('level "full": put of 3, expected from 0 to the free room, 2 (day 3)');
    full.put(2);
    expect([full.amount, simulation.pendingEvents]).toEqual([5, 0]);
  });
});

describe('what is granted', () => {
  it('is held by the process that waits, wherever the wait was made, through any-of and all-of', () => {
    for (const wrap of [
      (_: Simulation, ticket: ReturnType<ReturnType<Simulation['resource']>['acquire']>) => ticket,
      (s: Simulation, ticket: ReturnType<ReturnType<Simulation['resource']>['acquire']>) =>
        s.anyOf([s.allOf([ticket]), 9]),
    ]) {
      const simulation = new Simulation();
      const crane = simulation.resource('crane', { capacity: 2 });
      const log: unknown[] = [];
      simulation.process('A', function* () {
        const mine = yield* crane.acquire();
        const other = crane.acquire();
        simulation.process('B', function* () {
          yield wrap(simulation, other);
          yield 5;
          crane.release();
          log.push(other.state, crane.inUse);
        });
        yield 1;
        crane.release();
        log.push(mine.state, other.state);
      });
      simulation.run();
      expect(log).toEqual(['released', 'held', 'released', 0]);
    }
  });

  it('can lose its unit as well where the wait was made outside of any process', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const ticket = crane.acquire();
    simulation.process('worker', function* () {
      yield* ticket;
      yield* crane.during(ticket, 5);
      crane.release(ticket);
    });
    simulation.schedule(1, () => {
      crane.setCapacity(0, 'resume');
      expect(crane.inUse).toBe(0);
    });
    simulation.schedule(3, () => crane.setCapacity(1));
    simulation.run();
    expect(simulation.now).toBe(7);
  });
});
