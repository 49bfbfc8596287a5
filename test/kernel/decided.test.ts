import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import type { CapacityPolicy, Ticket } from '../../src/kernel/index.ts';

type Log = [string, number][];

describe('two works with one ticket, of which one is to be finished', () => {
  const both = (other: CapacityPolicy): Log => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const log: Log = [];
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      const pour = crew.during(ticket, 5, { policy: 'finish' });
      const survey = crew.during(ticket, 9, { policy: other });
      yield* simulation.allOf([pour, survey]);
      log.push(['both', simulation.now]);
      crew.release(ticket);
    });
    simulation.schedule(2, () => crew.setCapacity(0, 'resume'));
    for (const day of [4, 5, 6, 20])
      simulation.schedule(day, () => log.push([`in use`, crew.inUse]), { priority: 1 });
    simulation.schedule(20, () => crew.setCapacity(1));
    simulation.run();
    return log;
  };

  it('keep the unit until that one is done: the other goes on beside it, and stands still only then', () => {
    const inUse = [1, 0, 0, 1].map((units): [string, number] => ['in use', units]);
    // 5 days of the 9 are done when the unit goes, on day 5.
    expect(both('resume')).toEqual([...inUse, ['both', 24]]);
    expect(both('restart')).toEqual([...inUse, ['both', 29]]);
  });
});

describe('capacity that comes back in part', () => {
  /** Who has units again, and when, of those who all lost theirs on day 1. */
  const madeWhole = (
    jobs: readonly { name: string; units: number; priority: number }[],
    capacities: readonly number[],
  ): Log => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: jobs.reduce((sum, { units }) => sum + units, 0) });
    const log: Log = [];
    for (const { name, units, priority } of jobs)
      simulation.process(name, function* () {
        const ticket = yield* crew.acquire({ units, priority });
        yield* crew.during(ticket, 10);
        log.push([name, simulation.now]);
        // Kept to the end, so that nobody is made whole by a release.
      });
    simulation.schedule(1, () => crew.setCapacity(0, 'resume'));
    capacities.forEach((capacity, i) => simulation.schedule(2 + i, () => crew.setCapacity(capacity)));
    simulation.run();
    return log;
  };

  it('goes to the most urgent first, and among these to who claimed first, though the last to lose it', () => {
    const jobs = [
      { name: 'a', units: 1, priority: 1 },
      { name: 'b', units: 1, priority: 1 },
      { name: 'urgent', units: 1, priority: 0 },
    ];
    expect(madeWhole(jobs, [1, 2, 3])).toEqual([
      ['urgent', 11],
      ['a', 12],
      ['b', 13],
    ]);
  });

  it('waits for who needs more of it: a smaller ticket behind is not made whole before', () => {
    const jobs = [
      { name: 'two', units: 2, priority: 0 },
      { name: 'one', units: 1, priority: 0 },
    ];
    expect(madeWhole(jobs, [1, 2, 3])).toEqual([
      ['two', 12],
      ['one', 13],
    ]);
  });

  it('goes to those who lost it before those of their priority who wait for a first unit', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const log: Log = [];
    for (const name of ['holder', 'waiter'])
      simulation.process(name, function* () {
        const ticket: Ticket = yield* crew.acquire();
        yield* crew.during(ticket, 10);
        log.push([name, simulation.now]);
        crew.release(ticket);
      });
    simulation.schedule(1, () => crew.setCapacity(0, 'resume'));
    simulation.schedule(5, () => crew.setCapacity(1));
    simulation.run();
    expect(log).toEqual([
      ['holder', 14],
      ['waiter', 24],
    ]);
  });
});

describe('an item that an interrupt puts back into a store that is full again', () => {
  /** Day 0: old is in, a putter waits with young; day 1: old is taken, young goes in, and the taker is struck at once. */
  const run = (then: (store: ReturnType<typeof storeOf>, simulation: Simulation) => void): void => {
    const simulation = new Simulation();
    const dock = storeOf(simulation);
    dock.put('old');
    simulation.process('putter', function* () {
      yield* dock.put('young');
    });
    simulation.process('second putter', function* () {
      yield 0.5;
      yield* dock.put('youngest');
    });
    const taker = simulation.process('taker', function* () {
      yield 1;
      try {
        yield* simulation.allOf([dock.take(), simulation.signal('never').wait()]);
      } catch {
        // Lets go of what it was given.
      }
    });
    simulation.schedule(1, () => taker.interrupt('storm'), { priority: 1 });
    simulation.schedule(2, () => then(dock, simulation));
    simulation.run();
  };
  const storeOf = (simulation: Simulation) => simulation.store<string>('dock', { capacity: 1 });

  it('waits outside for room, in front of all who wait to put, and the store holds no more than it can', () => {
    const taken: string[] = [];
    run((dock, simulation) => {
      expect([dock.size, dock.hasRoom, dock.putters.queueLength]).toEqual([1, false, 1]);
      for (let i = 0; i < 3; i++) dock.request((item) => taken.push(`${item} on day ${simulation.now}`));
      expect([dock.size, dock.putters.queueLength]).toEqual([0, 0]);
    });
    expect(taken).toEqual(['young on day 2', 'old on day 2', 'youngest on day 2']);
  });

  it('is in nobody’s reach until it is in, and has its age again then', () => {
    const taken: string[] = [];
    run((dock) => {
      const wanted = (item: string): boolean => item === 'old';
      dock.request((item) => taken.push(item), 0, 0, 0, { predicate: wanted });
      expect([dock.size, dock.queueLength]).toEqual([1, 1]);
      dock.request((item) => taken.push(item));
    });
    expect(taken).toEqual(['young', 'old']);
  });

  it('goes in front of younger items where there is room for both', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock');
    for (const item of ['old', 'young']) dock.put(item);
    const taker = simulation.process('taker', function* () {
      try {
        yield* simulation.allOf([dock.take(), simulation.signal('never').wait()]);
      } catch {
        // Lets go of what it was given.
      }
    });
    const taken: string[] = [];
    simulation.schedule(1, () => taker.interrupt('storm'));
    simulation.schedule(2, () => void dock.request((item) => taken.push(item)));
    simulation.run();
    expect(taken).toEqual(['old']);
  });
});
