import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drivingPath, Simulation } from '../../src/kernel/index.ts';
import type { CapacityPolicy, Ticket } from '../../src/kernel/index.ts';

describe('resource', () => {
  for (const [policy, finished] of [
    ['finish', [10, 10]],
    ['resume', [10, 16]],
    ['restart', [10, 20]],
  ] as [CapacityPolicy, number[]][]) {
    for (const style of ['process', 'callback']) {
      it(`${policy}: what becomes of ${style} work in progress when capacity falls`, () => {
        const simulation = new Simulation();
        const crew = simulation.resource('crew', { capacity: 2 });
        const ends: number[] = [];
        for (let i = 0; i < 2; i++) {
          if (style === 'process') {
            simulation.process(`job ${i}`, function* () {
              const ticket = yield* crew.acquire();
              yield* crew.during(ticket, simulation.activity('work').lasting(10));
              ends[i] = simulation.now;
              crew.release(ticket);
            });
          } else {
            const ticket: Ticket = crew.request(() => {
              const handle = simulation.schedule(
                10,
                () => {
                  ends[i] = simulation.now;
                  crew.release(ticket);
                },
                0,
                simulation.label('work'),
              );
              crew.work(ticket, handle);
            });
          }
        }
        simulation.schedule(4, () => crew.setCapacity(1, policy));
        simulation.run();
        expect(ends).toEqual(finished);
        expect(crew.inUse).toBe(0);
        const path = drivingPath(simulation, simulation.currentEvent).filter(({ from, to }) => to > from);
        expect(path.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(simulation.now);
      });
    }
  }

  it('resumes when capacity comes back, ahead of others of its priority', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const log: string[] = [];
    for (const name of ['a', 'b']) {
      simulation.process(name, function* () {
        const ticket = yield* crane.acquire();
        yield* crane.during(ticket, 5);
        log.push(`${name} ${simulation.now}`);
        crane.release();
      });
    }
    simulation.schedule(2, () => crane.setCapacity(0, 'resume'));
    simulation.schedule(10, () => crane.setCapacity(1));
    simulation.run();
    expect(log).toEqual(['a 13', 'b 18']);
  });

  it('is first in, first out within priority, and does not let the small overtake the large', () => {
    const simulation = new Simulation();
    const yard = simulation.resource('yard', { capacity: 3 });
    const log: string[] = [];
    const job = (name: string, units: number, priority: number): void => {
      simulation.process(name, function* () {
        const ticket = yield* yard.acquire({ units, priority });
        log.push(`${name} ${simulation.now}`);
        yield 1;
        yard.release(ticket);
      });
    };
    job('two', 2, 0);
    job('three', 3, 0);
    job('one', 1, 0);
    job('urgent', 1, -1);
    simulation.run();
    expect(log).toEqual(['two 0', 'urgent 0', 'three 1', 'one 2']);
  });

  it('lets a claim be given up after its patience, and withdrawn', () => {
    const simulation = new Simulation();
    const desk = simulation.resource('desk', { capacity: 0 });
    const log: unknown[] = [];
    simulation.process('patient', function* () {
      log.push(yield* desk.acquire({ patience: 3 }), simulation.now);
    });
    const ticket = desk.request(() => log.push('served'));
    simulation.schedule(4, () => ticket.withdraw());
    simulation.schedule(5, () => desk.setCapacity(1));
    simulation.run();
    expect(log).toEqual([undefined, 3]);
    expect(desk.queueLength).toBe(0);
  });

  it('gives back what was granted to a process that is interrupted before it hears of it', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const process = simulation.process('a', function* () {
      try {
        yield* crane.acquire();
      } catch {
        yield 1;
      }
    });
    simulation.schedule(0, () => process.interrupt());
    simulation.run();
    expect(crane.inUse).toBe(0);
  });

  it('keeps time-weighted statistics by itself', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 2 });
    for (let i = 0; i < 3; i++) {
      simulation.process('job', function* () {
        yield* crane.acquire();
        yield 4;
        crane.release();
      });
    }
    simulation.run({ until: 16 });
    const { amount, queue, utilization, meanWaitDays, claims } = crane.statistics();
    expect(amount).toEqual({ mean: 12 / 16, max: 2, min: 0, current: 0 });
    expect(queue).toMatchObject({ mean: 4 / 16, max: 1 });
    expect([utilization, claims]).toEqual([6 / 16, 3]);
    expect(meanWaitDays).toBeCloseTo(4 / 3, 12);
  });

  it('never has a utilization above 1: what is finished beyond the capacity counts as there', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 2 });
    for (let i = 0; i < 2; i++) {
      simulation.process('job', function* () {
        const ticket = yield* crew.acquire();
        yield* crew.during(ticket, 10);
        crew.release(ticket);
      });
    }
    simulation.schedule(4, () => crew.setCapacity(1));
    simulation.run({ until: 10 });
    expect(crew.statistics().utilization).toBe(1);
    simulation.run({ until: 20 });
    // In use 2 for 10 days; there 2 for 10 days, and 1 for 10.
    expect(crew.statistics().utilization).toBeCloseTo(20 / 30, 12);
    expect(crew.statistics().amount.max).toBe(2);
  });

  it('has a utilization also where the capacity was without limit at the start', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: Infinity });
    crew.setCapacity(2);
    simulation.process('job', function* () {
      yield* crew.acquire({ units: 2 });
      yield 10;
    });
    simulation.run();
    expect(crew.statistics()).toMatchObject({ utilization: 1, amount: { mean: 2 } });
    crew.setCapacity(Infinity);
    simulation.run({ until: 20 });
    expect(crew.statistics().utilization).toBe(0);
  });

  it('counts since a restart of the statistics the claims made since, once they are granted', () => {
    const simulation = new Simulation();
    const desk = simulation.resource('desk');
    for (const at of [0, 0, 0, 25]) {
      simulation.process(
        'customer',
        function* () {
          const ticket = yield* desk.acquire();
          yield 10;
          desk.release(ticket);
        },
        { delay: at },
      );
    }
    simulation.run({ until: 5 });
    desk.restartStatistics();
    simulation.run({ until: 25.5 });
    expect(desk.statistics()).toMatchObject({ claims: 0, meanWaitDays: NaN });
    simulation.run();
    expect(desk.statistics()).toMatchObject({ claims: 1, meanWaitDays: 5 });
    expect(desk.statistics().queue.mean).toBeCloseTo((2 * 5 + 10 + 5) / 35, 12);
  });

  it('counts no claim that was given up, nor a unit that came back to suspended work, as a wait', () => {
    const simulation = new Simulation();
    const desk = simulation.resource('desk');
    simulation.process('first', function* () {
      const ticket = yield* desk.acquire();
      yield* desk.during(ticket, 5);
      desk.release(ticket);
    });
    simulation.process('second', function* () {
      yield* desk.acquire({ patience: 2 });
    });
    simulation.schedule(3, () => desk.setCapacity(0, 'resume'));
    simulation.schedule(10, () => desk.setCapacity(1));
    simulation.run();
    expect(desk.statistics()).toMatchObject({ claims: 1, meanWaitDays: 0 });
  });

  it('serves who stands behind a large claim when that one reneges, is withdrawn, interrupted or stopped', () => {
    for (const way of ['renege', 'withdraw', 'interrupt', 'stop', 'lose to another wait']) {
      const simulation = new Simulation();
      const yard = simulation.resource('yard', { capacity: 2 });
      let served = NaN;
      simulation.process('holder', function* () {
        yield* yard.acquire();
        yield 100;
      });
      const large = simulation.process('large', function* () {
        try {
          if (way === 'lose to another wait') yield* simulation.anyOf([yard.acquire({ units: 2 }), 3]);
          else yield* yard.acquire({ units: 2, patience: way === 'renege' ? 3 : Infinity });
        } catch {
          yield 1;
        }
      });
      simulation.process('small', function* () {
        yield 1;
        yield* yard.acquire();
        served = simulation.now;
      });
      simulation.schedule(3, () => {
        if (way === 'withdraw') large.wait!.withdraw();
        if (way === 'interrupt') large.interrupt();
        if (way === 'stop') large.stop();
      });
      simulation.run({ until: 50 });
      expect([way, served]).toEqual([way, 3]);
    }
  });

  it('releases by number as many units as the process or the callbacks hold, of several tickets too', () => {
    const simulation = new Simulation();
    const yard = simulation.resource('yard', { capacity: 5 });
    simulation.process('holder', function* () {
      for (let i = 0; i < 3; i++) yield* yard.acquire();
      yard.release(2);
      expect(yard.inUse).toBe(3);
      expect(() => yard.release(4)).toThrow('release of 4 by process "holder", expected at most the 3 held');
    });
    yard.request(() => {}, 0, 0, 0, { units: 2 });
    simulation.run();
    yard.release(2);
    expect(() => yard.release()).toThrow('release of 1, expected at most the 0 held');
  });

  it('queues a claim in an any-of by the priority of its process', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 0 });
    const served: string[] = [];
    for (const [name, priority] of [
      ['low', 1],
      ['high', -1],
    ] as const) {
      simulation.process(
        name,
        function* () {
          yield* simulation.anyOf([crane.acquire()]);
          served.push(name);
        },
        { priority },
      );
    }
    simulation.schedule(1, () => crane.setCapacity(2));
    simulation.run();
    expect(served).toEqual(['high', 'low']);
  });

  it('is made with a whole capacity', () => {
    const simulation = new Simulation();
    for (const capacity of [-1, 1.5, NaN])
      expect(() => simulation.resource('crane', { capacity })).toThrow(
        `resource "crane": capacity ${capacity}, expected a whole number >= 0`,
      );
  });

  it('refuses a place in the queue or a patience that is none', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    for (const [priority, name] of [
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      ['1' as never, '"1"'],
    ] as const)
      expect(() => crane.acquire({ priority })).toThrow(`resource "crane": priority ${name}, expected`);
    for (const patience of [NaN, -1])
      expect(() => crane.acquire({ patience })).toThrow(`resource "crane": patience ${patience}, expected`);
    for (const [priority, name] of [
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      ['1' as never, '"1"'],
    ] as const)
      expect(() => crane.request(() => {}, 0, 0, 0, { priority })).toThrow(`priority ${name}, expected`);
  });

  it('refuses a double release, a release of what is not held, and a capacity below zero', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    expect(() => crane.release()).toThrow(
      'resource "crane": release of 1, expected at most the 0 held (day 0)',
    );
    expect(() => crane.setCapacity(-1)).toThrow(
      'resource "crane": capacity -1, expected a whole number >= 0',
    );
    expect(() => crane.acquire({ units: 0 })).toThrow('units 0');
    simulation.process('builder', function* () {
      const ticket = yield* crane.acquire();
      yield 2;
      crane.release(ticket);
      crane.release(ticket);
    });
    expect(() => simulation.run()).toThrow(
      'resource "crane": release of a ticket that is released, expected one release a ticket (day 2) (process "builder", day 2)',
    );
  });

  it('never grants more than there is, loses no unit and serves in order, whatever happens', () => {
    const job = fc.record({
      at: fc.integer({ min: 0, max: 20 }),
      units: fc.integer({ min: 1, max: 3 }),
      priority: fc.integer({ min: 0, max: 2 }),
      days: fc.integer({ min: 0, max: 6 }),
      isWork: fc.boolean(),
      own: fc.constantFrom<CapacityPolicy | undefined>(undefined, undefined, 'finish', 'resume', 'restart'),
      patience: fc.option(fc.integer({ min: 0, max: 8 }), { nil: Infinity }),
    });
    const change = fc.record({
      at: fc.integer({ min: 0, max: 25 }),
      capacity: fc.integer({ min: 0, max: 5 }),
      policy: fc.constantFrom<CapacityPolicy>('finish', 'resume', 'restart'),
    });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 25 }), fc.array(change, { maxLength: 5 }), (jobs, changes) => {
        const simulation = new Simulation();
        const yard = simulation.resource('yard', { capacity: 3 });
        let lowered = false;
        const grants: { priority: number; came: number; index: number; granted: number }[] = [];
        let finished = 0;
        let reneged = 0;
        for (const [index, job] of jobs.entries()) {
          const { at, units, priority, days, patience, isWork, own } = job;
          lowered ||= own === 'finish';
          simulation.process(`job ${index}`, function* () {
            yield at;
            const ticket = yield* yard.acquire({ units, priority, patience });
            if (ticket === undefined) {
              reneged++;
              return;
            }
            grants.push({ priority, came: at, index, granted: simulation.now });
            if (!lowered) expect(yard.inUse).toBeLessThanOrEqual(yard.capacity);
            const began = simulation.now;
            if (isWork) yield* yard.during(ticket, days, { policy: own });
            else yield days;
            if (!isWork) expect(simulation.now).toBe(began + days);
            else expect(simulation.now).toBeGreaterThanOrEqual(began + days);
            yard.release(ticket);
            finished++;
          });
        }
        for (const { at, capacity, policy } of changes) {
          simulation.schedule(at, () => {
            lowered ||= policy === 'finish';
            yard.setCapacity(capacity, policy);
            if (policy !== 'finish' && !lowered) expect(yard.inUse).toBeLessThanOrEqual(capacity);
          });
        }
        simulation.schedule(1000, () => yard.setCapacity(3));
        simulation.run();
        expect(yard.statistics().utilization).toBeLessThanOrEqual(1 + 1e-12);
        expect(finished + reneged).toBe(jobs.length);
        expect([yard.inUse, yard.queueLength]).toEqual([0, 0]);
        // Of two in one class that wait at the same time, the one who came first is granted first.
        for (const [position, later] of grants.entries()) {
          for (const earlier of grants.slice(0, position)) {
            const overtook = later.priority === earlier.priority && later.came < earlier.came;
            if (overtook) expect(earlier.granted).toBeLessThan(later.came);
          }
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
