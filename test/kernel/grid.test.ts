import { describe, expect, it } from 'vitest';
import { Grid, ratioOf } from '../../src/kernel/grid.ts';
import { Simulation, WorkingCalendar } from '../../src/kernel/index.ts';

describe('times', () => {
  it('lie on the grid of the resolution: the sum is rounded, not the step', () => {
    const simulation = new Simulation({ resolutionDays: 0.1 });
    const times: number[] = [];
    simulation.process('ticks', function* () {
      for (let i = 0; i < 10; i++) {
        yield 0.1;
        times.push(simulation.now);
      }
    });
    simulation.run({ until: 1 });
    expect(times).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    simulation.run();
    expect(simulation.now).toBe(1);
  });

  it('are the same numbers however they are come by', () => {
    for (const resolutionDays of [0.1, 1 / 24, 1 / 1440, 0.3, 2 ** -20, 1, 7]) {
      const simulation = new Simulation({ resolutionDays, startTime: -20.3 });
      const grid = (time: number): boolean =>
        Math.abs(time / resolutionDays - Math.round(time / resolutionDays)) < 1e-9 &&
        simulation.rounded(time) === time;
      const times: number[] = [simulation.now];
      const note = (): void => void times.push(simulation.now);
      const crew = simulation.resource('crew');
      const work = simulation.activity('work');
      const week = new WorkingCalendar({ epochDate: '2025-11-03', shifts: [[8, 16.7]] });
      simulation.process(
        'worker',
        function* () {
          note();
          yield 0.123;
          note();
          yield work.lasting(1.77);
          note();
          yield work.lasting(1.3, week);
          note();
          yield work.until(5.4321);
          note();
          const ticket = yield* crew.acquire();
          yield* crew.during(ticket, 3.3333);
          note();
          yield* crew.during(ticket, work.lasting(1.234, week));
          note();
          yield* simulation.anyOf([crew.acquire({ patience: 3.21 }), work.until(44.4)]);
          note();
        },
        { delay: 0.777 },
      );
      simulation.schedule(27.01, () => crew.setCapacity(0, 'resume'));
      simulation.schedule(28.02, () => crew.setCapacity(1));
      simulation.scheduleAt(3.987, note);
      const moved = simulation.schedule(1, note);
      simulation.reschedule(moved, 9.8765);
      for (const until of [-3.14, 5.3, 21.9, 100.123]) {
        simulation.run({ until });
        note();
      }
      expect(times.length).toBe(15);
      expect(times.filter((time) => !grid(time))).toEqual([]);
    }
  });

  it('include the end of a run, which is a time like another', () => {
    const simulation = new Simulation({ resolutionDays: 1 });
    simulation.run({ until: 5.3 });
    expect(simulation.now).toBe(5);
    const seen: number[] = [];
    simulation.scheduleAt(5.4, () => seen.push(simulation.now));
    simulation.process('worker', function* () {
      yield 1;
      seen.push(simulation.now);
    });
    simulation.run();
    expect(seen).toEqual([5, 6]);
    expect(() => simulation.run({ until: 5.4 })).toThrow('until: 5.4, expected a time >= now (day 6)');
    simulation.run({ until: 5.6 });
    expect(simulation.now).toBe(6);
  });

  it('of an activity that lasts until a time are that time, to the bit', () => {
    const simulation = new Simulation({ startTime: 0.1 });
    const rest = simulation.activity('rest');
    const seen: number[] = [];
    simulation.process('worker', function* () {
      for (const time of [0.3, 0.7, 1 / 3 + 1, 2.3]) {
        yield rest.until(time);
        seen.push(simulation.now - time);
      }
    });
    simulation.run();
    expect(seen).toEqual([0, 0, 0, 0]);
  });

  it('of a calendar count from when the activity begins, not from when it was named', () => {
    const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5] });
    const simulation = new Simulation();
    const pour = simulation.activity('pour').lasting(2, week);
    simulation.process('worker', function* () {
      yield 5;
      yield pour;
      expect(simulation.now).toBe(9);
    });
    simulation.run();
    expect(simulation.now).toBe(9);
  });

  it('are refused where they are not finite or lie in the past', () => {
    for (const [startTime, command] of [
      [5, NaN],
      [5, -1],
      [5, Infinity],
      [1e308, 1e308],
    ]) {
      const simulation = new Simulation({ startTime, resolutionDays: 0.1 });
      simulation.process('worker', function* () {
        yield command;
      });
      expect(() => simulation.run()).toThrow('delay: ');
    }
    for (const time of [4, NaN, Infinity, '6' as never]) {
      const simulation = new Simulation({ startTime: 5 });
      simulation.process('worker', function* () {
        yield simulation.activity('rest').until(time);
      });
      expect(() => simulation.run()).toThrow('expected a finite time >= now (activity "rest", day 5)');
    }
  });
});

describe('a grid', () => {
  it.each([
    [0.3, 3, 0.9],
    [0.7, 3, 2.1],
    [1.1, 3, 3.3],
    [0.1, 3, 0.3],
    [0.6, 3, 1.8],
    [0.07, 3, 0.21],
    [7 / 1440, 1440, 7],
    [2 / 3, 3, 2],
    [1e-9, 7, 7e-9],
    [3e-7, 3, 9e-7],
    [2.5, 3, 7.5],
    [365.25, 4, 1461],
  ])('of %d has its points at the doubles nearest to its multiples: %i steps are %d', (step, count, end) => {
    for (const startTime of [0, -end]) {
      const simulation = new Simulation({ startTime, resolutionDays: step });
      simulation.process('worker', function* () {
        for (let i = 0; i < count; i++) yield step;
      });
      simulation.run();
      expect(simulation.now).toBe(startTime + end);
    }
  });

  it('of a decimal has, at every step, the double of the decimal number', () => {
    for (const [numerator, digits] of [
      [3, 1],
      [7, 1],
      [11, 1],
      [123, 2],
      [7, 3],
      [999, 4],
    ] as const) {
      const simulation = new Simulation({ resolutionDays: Number(`${numerator}e-${digits}`) });
      for (let steps = 1; steps <= 2000; steps++) {
        const point = Number(`${numerator * steps}e-${digits}`);
        expect(simulation.rounded(point * (1 + 1e-15))).toBe(point);
        expect(simulation.rounded(-point)).toBe(-point);
      }
    }
  });

  it('takes its step as the simplest ratio of whole numbers that it is', () => {
    for (const [step, above, below] of [
      [0.3, 3, 10],
      [1.1, 11, 10],
      [0.6, 3, 5],
      [7 / 1440, 7, 1440],
      [1 / 86_400_000, 1, 86_400_000],
      [2 ** -20, 1, 2 ** 20],
      [29 / 7, 29, 7],
      [7, 7, 1],
    ])
      expect(ratioOf(step)).toEqual({ above, below });
    for (const step of [5e-324, 1e-20, 1e300, Number.MAX_VALUE]) expect(ratioOf(step)).toBeUndefined();
    for (const step of [Math.PI, Math.E / 1000, Math.SQRT2 * 1e6]) {
      const { above, below } = ratioOf(step)!;
      expect(above / below).toBe(step);
    }
  });

  it('leaves a time as it is where doubles lie further apart than its points', () => {
    for (const resolutionDays of [1e-9, 0.3, 1 / 3, 2 ** -20, 1e-20, 5e-324, Math.PI]) {
      for (const time of [1e300, Number.MAX_VALUE, 2 ** 60]) {
        const simulation = new Simulation({ resolutionDays, startTime: -5 });
        simulation.scheduleAt(time, () => {});
        simulation.run();
        expect(simulation.now / time).toBeCloseTo(1, 12);
        expect(simulation.rounded(-time)).toBe(-simulation.rounded(time));
        expect(simulation.rounded(simulation.now)).toBe(simulation.now);
      }
    }
    expect(new Grid(5e-324).nearest(0.1)).toBe(0.1);
    expect(new Grid(1e300).nearest(0.1)).toBe(0);
    expect(new Grid(1e300).nearest(1.6e300)).toBe(2e300);
    for (const time of [NaN, Infinity, -Infinity]) expect(new Grid(0.3).nearest(time)).toBe(time);
  });

  it('has one zero', () => {
    for (const step of [0.1, 0.3, 5e-324, 1e300]) expect(new Grid(step).nearest(-0)).toBe(0);
  });
});
