import { describe, expect, it } from 'vitest';
import { Interrupt, Simulation } from '../../src/kernel/index.ts';

describe('process', () => {
  it('runs bare and labelled delays under their names', () => {
    const simulation = new Simulation({ startTime: -2 });
    const install = simulation.activity('install');
    simulation.process('rack', function* () {
      yield 1;
      yield install.lasting(2);
      yield install.until(10);
    });
    simulation.run();
    const labels = [1, 2, 3, 4].map((event) => simulation.labelName(simulation.causes.label(event)));
    expect(labels).toEqual(['rack', 'rack', 'install', 'install']);
    expect(Array.from(simulation.causes.time.subarray(0, 5))).toEqual([-2, -2, -1, 1, 10]);
  });

  it('gives its result to who waits for its end, before or after it', () => {
    const simulation = new Simulation();
    const maker = simulation.process('maker', function* () {
      yield 3;
      return 'rack';
    });
    const seen: [string | undefined, number][] = [];
    for (const delay of [0, 5]) {
      simulation.process(
        'taker',
        function* () {
          const result: string | undefined = yield* maker.finished();
          seen.push([result, simulation.now]);
        },
        { delay },
      );
    }
    simulation.run();
    expect(seen).toEqual([
      ['rack', 3],
      ['rack', 5],
    ]);
  });

  it('is interrupted out of any wait, which is withdrawn', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock');
    const reasons: unknown[] = [];
    const taker = simulation.process('taker', function* () {
      try {
        yield* dock.take();
      } catch (error) {
        if (error instanceof Interrupt) reasons.push(error.reason, error.remainingDays, simulation.now);
      }
    });
    simulation.schedule(2, () => taker.interrupt('storm'));
    simulation.schedule(3, () => dock.put('rack'));
    simulation.run();
    expect(reasons).toEqual(['storm', undefined, 2]);
    expect(dock.size).toBe(1);
    expect(() => taker.interrupt()).toThrow('process "taker": interrupted after its end');
  });

  it('takes a command to work as long as was said when it was made, as often as it is used', () => {
    const simulation = new Simulation();
    const install = simulation.activity('install');
    const times: number[] = [];
    const short = install.lasting(1);
    const day20 = install.until(20);
    simulation.process('worker', function* () {
      for (const command of [short, install.lasting(9), short, day20]) {
        yield command;
        times.push(simulation.now);
      }
      yield* simulation.allOf([short, short]);
      times.push(simulation.now);
    });
    simulation.run();
    expect(times).toEqual([1, 10, 11, 20, 21]);
    for (const days of [-1, NaN, Infinity])
      expect(() => install.lasting(days)).toThrow(
        `delay: ${days}, expected a finite number of days >= 0 (activity "install", day 21)`,
      );
    expect(() => install.until(20)).toThrow(
      'time: 20, expected a finite time >= now (activity "install", day 21)',
    );
  });

  it('is stopped with its finally blocks run', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const worker = simulation.process('worker', function* () {
      const ticket = yield* crane.acquire();
      try {
        yield 10;
      } finally {
        crane.release(ticket);
      }
    });
    simulation.schedule(4, () => worker.stop());
    simulation.run();
    expect([simulation.now, crane.inUse, worker.isAlive]).toEqual([4, 0, false]);
  });

  it('names itself, the time and what to do in errors', () => {
    const failing = (body: (simulation: Simulation) => Generator<never, void, unknown>): string => {
      const simulation = new Simulation();
      simulation.process('crane 7', () => body(simulation), { delay: 2.5 });
      try {
        simulation.run();
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    };
    const where = ' (process "crane 7", day 2.5)';
    expect(
      failing(function* () {
        yield 'soon' as never;
      }),
    ).toBe(
      'yielded "soon", expected days, an activity\'s lasting(days), or yield* of a wait such as signal.wait() or process.finished()' +
        where,
    );
    expect(
      failing(function* () {
        yield -1 as never;
      }),
    ).toBe('delay: -1, expected a finite number of days >= 0 (activity "crane 7", day 2.5)' + where);
    expect(
      failing(function* () {
        yield* [];
        throw new Error('boom');
      }),
    ).toBe('boom' + where);
    const simulation = new Simulation();
    expect(() => simulation.process('lost', (() => undefined) as never)).toThrow(
      'process "lost": body gave undefined, expected a generator; write function*',
    );
  });

  it('that never lets time pass is stopped at the stated limit', () => {
    const simulation = new Simulation({ maxEventsPerInstant: 1000 });
    simulation.process('spinner', function* () {
      yield 3;
      for (;;) yield 0;
    });
    expect(() => simulation.run()).toThrow(
      'events at one instant: more than 1000, expected time to pass (activity "spinner", day 3); look for a loop of zero delays',
    );
  });

  it('that loops on the clock without a yield is stopped too', () => {
    const simulation = new Simulation();
    simulation.process('spinner', function* () {
      while (simulation.now < 10);
      yield 1;
    });
    expect(() => simulation.run()).toThrow(
      'process "spinner": read the clock 100000000 times without a yield, expected a yield in its loop (day 0)',
    );
  });
});
