import { describe, expect, it } from 'vitest';
import { CauseKind, Interrupt, Simulation } from '../../src/kernel/index.ts';
import type { Process, Ticket } from '../../src/kernel/index.ts';

describe('interrupts', () => {
  const worker = (simulation: Simulation, log: unknown[], days = 5): Process<void> =>
    simulation.process('worker', function* () {
      let left = days;
      while (left > 0) {
        try {
          yield left;
          left = 0;
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          left = error.remainingDays ?? left;
          log.push([error.reason, left, simulation.now]);
        }
      }
      log.push(simulation.now);
    });

  it('at one instant strike all, in order, each at a yield of its own', () => {
    const simulation = new Simulation();
    const log: unknown[] = [];
    const process = worker(simulation, log);
    simulation.schedule(1, () => {
      for (const reason of ['a', 'b', 'c']) process.interrupt(reason);
    });
    simulation.run();
    expect(log).toEqual([['a', 4, 1], ['b', 4, 1], ['c', 4, 1], 5]);
  });

  it('that come after the body has ended at the first have no effect', () => {
    const simulation = new Simulation();
    const seen: unknown[] = [];
    const process = simulation.process('worker', function* () {
      try {
        yield 5;
      } catch (error) {
        seen.push((error as Interrupt).reason);
      }
    });
    simulation.schedule(1, () => {
      process.interrupt('a');
      process.interrupt('b');
    });
    simulation.run();
    expect([seen, process.isAlive]).toEqual([['a'], false]);
  });

  it('of a process that has not started strike at its first yield', () => {
    for (const delay of [0, 3]) {
      const simulation = new Simulation();
      const log: unknown[] = [];
      const process = simulation.process(
        'worker',
        function* () {
          log.push('started');
          try {
            yield 5;
          } catch (error) {
            log.push((error as Interrupt).reason, (error as Interrupt).remainingDays, simulation.now);
          }
        },
        { delay },
      );
      if (delay === 0) process.interrupt('early');
      else simulation.schedule(1, () => process.interrupt('early'));
      simulation.run();
      expect(log).toEqual(['started', 'early', 5, delay]);
    }
  });

  it('withdraw what was granted at this instant, and are given to a wait as to a delay', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const log: unknown[] = [];
    const process = simulation.process('worker', function* () {
      for (let i = 0; i < 2; i++) {
        try {
          yield* crane.acquire();
          yield 5;
        } catch (error) {
          log.push([(error as Interrupt).remainingDays, crane.inUse]);
        }
      }
    });
    simulation.schedule(0, () => {
      process.interrupt();
      process.interrupt();
    });
    simulation.run();
    expect(log).toEqual([
      [undefined, 0],
      [undefined, 0],
    ]);
    expect(crane.inUse).toBe(0);
  });

  it('are recorded as decided, asked for when the wait began', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 0 });
    const process = simulation.process('worker', function* () {
      try {
        yield 1;
        yield* crane.acquire();
      } catch {
        yield 1;
      }
    });
    simulation.schedule(4, () => process.interrupt(), 0, simulation.label('storm'));
    simulation.run();
    const { causes } = simulation;
    const struck = [1, 2, 3, 4, 5].find((event) => causes.kind(event) === CauseKind.decided)!;
    expect(causes.time[struck]).toBe(4);
    expect(causes.time[causes.request(struck)]).toBe(1);
    expect(simulation.labelName(causes.label(causes.enabler(struck)))).toBe('storm');
  });

  it('are refused of a process that runs or has ended', () => {
    const simulation = new Simulation();
    const own: Process = simulation.process('own', function* () {
      yield 1;
      expect(() => own.interrupt()).toThrow(
        'process "own": interrupted while it runs, expected it to be waiting (day 1)',
      );
    });
    simulation.run();
    expect(() => own.interrupt()).toThrow('process "own": interrupted after its end');
  });

  it('before the work has begun leave it whole: the loop of the docs does not end the job undone', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 0 });
    const job = simulation.process('job', function* () {
      let left = 5;
      while (left > 0) {
        let ticket: Ticket | undefined;
        try {
          ticket = yield* crew.acquire();
          yield* crew.during(ticket, left);
          left = 0;
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          left = error.remainingDays ?? left;
        } finally {
          if (ticket !== undefined) crew.release(ticket);
        }
      }
    });
    simulation.schedule(1, () => job.interrupt());
    simulation.schedule(3, () => crew.setCapacity(1));
    simulation.schedule(5, () => job.interrupt());
    simulation.run();
    expect([simulation.now, crew.inUse]).toEqual([8, 0]);
  });

  it('in a finally block strike there', () => {
    const simulation = new Simulation();
    const log: unknown[] = [];
    const process = simulation.process('worker', function* () {
      try {
        yield 10;
      } finally {
        try {
          yield 5;
          log.push('cleaned');
        } catch (error) {
          log.push((error as Interrupt).reason, (error as Interrupt).remainingDays);
        }
      }
    });
    simulation.schedule(1, () => process.stop());
    simulation.schedule(3, () => process.interrupt('storm'));
    simulation.run();
    expect([log, simulation.now, process.isAlive]).toEqual([['storm', 3], 3, false]);
  });

  it('uncaught end the run with the name of the process and the time', () => {
    const simulation = new Simulation();
    const process = simulation.process('worker', function* () {
      yield 10;
    });
    simulation.schedule(2, () => process.interrupt('storm'));
    expect(() => simulation.run()).toThrow('interrupted: storm (process "worker", day 2)');
    simulation.run();
    expect([process.isAlive, simulation.stillWaiting()]).toEqual([false, []]);
  });
});

describe('a stop', () => {
  it('runs the finally blocks as the process that is stopped', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 2 });
    const log: unknown[] = [];
    const victim = simulation.process('victim', function* () {
      yield* crane.acquire();
      try {
        yield 10;
      } finally {
        log.push(simulation.activeProcess?.name);
        crane.release();
      }
    });
    simulation.process('boss', function* () {
      const ticket = yield* crane.acquire();
      yield 1;
      victim.stop();
      log.push(simulation.activeProcess?.name, crane.inUse, ticket.state);
      yield 1;
      crane.release();
      log.push(crane.inUse);
    });
    simulation.run();
    expect(log).toEqual(['victim', 'boss', 1, 'held', 0]);
  });

  it('of itself ends a process at its next yield, after its finally blocks', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const log: unknown[] = [];
    const own: Process = simulation.process('own', function* () {
      const ticket = yield* crane.acquire();
      try {
        yield 1;
        own.stop();
        log.push('goes on to its next yield');
        yield 5;
        log.push('never');
      } finally {
        crane.release(ticket);
      }
    });
    simulation.process('friend', function* () {
      log.push(yield* own.finished(), simulation.now);
    });
    simulation.run();
    expect(log).toEqual(['goes on to its next yield', undefined, 1]);
    expect([own.isAlive, crane.inUse, simulation.now]).toEqual([false, 0, 1]);
  });

  it('lets finally blocks take their time', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const victim = simulation.process('victim', function* () {
      const ticket = yield* crane.acquire();
      try {
        yield 10;
      } finally {
        yield 2;
        crane.release(ticket);
      }
    });
    simulation.schedule(3, () => victim.stop());
    simulation.schedule(4, () => expect([victim.isAlive, crane.inUse]).toEqual([true, 1]));
    simulation.run();
    expect([victim.isAlive, crane.inUse, simulation.now]).toEqual([false, 0, 5]);
  });

  it('before the start, in the start delay, and twice, ends it once', () => {
    const simulation = new Simulation();
    let begun = 0;
    for (const delay of [0, 5]) {
      const process = simulation.process(
        'late',
        function* () {
          begun++;
          yield 1;
        },
        { delay },
      );
      process.interrupt('is forgotten');
      process.stop();
      process.stop();
      expect(process.isAlive).toBe(false);
    }
    simulation.run();
    expect([begun, simulation.executedEvents]).toEqual([0, 0]);
  });

  it('of the caller, from the finally block of the victim, ends both', () => {
    const simulation = new Simulation();
    const log: string[] = [];
    const boss: Process = simulation.process('boss', function* () {
      yield 1;
      victim.stop();
      log.push('boss goes on to its next yield');
      yield 1;
      log.push('never');
    });
    const victim: Process = simulation.process('victim', function* () {
      try {
        yield 10;
      } finally {
        boss.stop();
        expect(() => boss.interrupt()).toThrow('interrupted while it runs');
        victim.stop();
      }
    });
    simulation.run();
    expect([log, boss.isAlive, victim.isAlive]).toEqual([['boss goes on to its next yield'], false, false]);
  });

  it('of work gives nothing back that the finally block gives back', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const victim = simulation.process('victim', function* () {
      const ticket = yield* crew.acquire();
      try {
        yield* crew.during(ticket, 10);
      } finally {
        crew.release(ticket);
      }
    });
    simulation.schedule(1, () => crew.setCapacity(0, 'resume'));
    simulation.schedule(3, () => victim.stop());
    simulation.run();
    expect([crew.inUse, crew.queueLength]).toEqual([0, 0]);
  });

  it('whose finally block throws names the process that was stopped', () => {
    const simulation = new Simulation();
    const victim = simulation.process('victim', function* () {
      try {
        yield 10;
      } finally {
        yield* [];
        crash();
      }
    });
    simulation.schedule(1, () => victim.stop(), 0, simulation.label('guillotine'));
    expect(() => simulation.run()).toThrow('crash (process "victim", day 1) (callback "guillotine", day 1)');
    expect(victim.isAlive).toBe(false);
  });
});

function crash(): void {
  throw new Error('crash');
}

describe('the end of a process', () => {
  it('is nobody else in the slot it leaves', () => {
    const simulation = new Simulation();
    const short = simulation.process('short', function* () {
      yield 1;
    });
    simulation.run({ until: 2 });
    const long = simulation.process('long', function* () {
      yield 10;
      return 'whole';
    });
    simulation.run({ until: 4 });
    expect([short.slot, short.since]).toEqual([long.slot, NaN]);
    short.stop();
    expect(() => short.interrupt()).toThrow('after its end');
    simulation.run();
    expect([long.done.value, simulation.now]).toEqual(['whole', 12]);
  });

  it('keeps no result that nobody holds', () => {
    const simulation = new Simulation({ recordCauses: false });
    function* child(): Generator<number, Float64Array, unknown> {
      yield 1;
      return new Float64Array(1000);
    }
    simulation.process('parent', function* () {
      for (let i = 0; i < 20_000; i++) yield* simulation.process('child', child).finished();
    });
    const before = process.memoryUsage().arrayBuffers;
    simulation.run();
    // 20,000 results of 8 kB are 160 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100e6);
    expect(simulation.now).toBe(20_000);
  });

  it('of those who wait for them lets signals, levels and stores go', () => {
    const simulation = new Simulation({ recordCauses: false });
    simulation.process('parent', function* () {
      for (let i = 0; i < 20_000; i++) {
        const reply = simulation.signal<Float64Array>('reply');
        const tank = simulation.level('tank');
        const dock = simulation.store<Float64Array>('dock');
        simulation.schedule(1, () => {
          reply.fire(new Float64Array(1000));
          tank.add(1);
          dock.put(new Float64Array(1000));
        });
        yield* simulation.allOf([reply.wait(), tank.take(1), dock.take()]);
      }
    });
    const before = process.memoryUsage().arrayBuffers;
    simulation.run();
    // 40,000 arrays of 8 kB are 320 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150e6);
  });

  it('is waited for by callbacks that are told of as waiting', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    const hall = simulation.process('hall', function* () {
      yield* power.wait();
    });
    hall.done.subscribe(() => {}, 0, simulation.label('open'));
    simulation.run();
    expect(simulation.stillWaiting().map(({ who, for: what }) => [who, what])).toEqual([
      ['hall', 'signal "power"'],
      ['open', 'signal "hall"'],
    ]);
  });
});
