import fc from 'fast-check';
import { max, mean, min, sampleStandardDeviation, standardDeviation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import type { Command, Monitor } from '../../src/kernel/index.ts';
import { exponentialFrom, meanAndError } from './support/uniform.ts';

const noted = (values: readonly number[]): Monitor => {
  const monitor = new Simulation().monitor('stay');
  for (const value of values) monitor.note(value);
  return monitor;
};

/** A monitor over time in which each value lasts for so many days. */
const lasting = (spans: readonly (readonly [value: number, days: number])[]): Monitor => {
  const simulation = new Simulation();
  const monitor = simulation.monitor('queue', { overTime: true, initial: spans[0][0] });
  let day = spans[0][1];
  for (const [value, days] of spans.slice(1)) {
    simulation.scheduleAt(day, () => monitor.note(value));
    day += days;
  }
  simulation.run({ until: day });
  return monitor;
};

const expanded = (spans: readonly (readonly [number, number])[]): number[] =>
  spans.flatMap(([value, days]) => Array.from({ length: days }, () => value));

const SPANS = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 1,
  maxLength: 30,
});

describe('a monitor', () => {
  it('has mean, spread, range as simple-statistics has, and quantiles by their definition', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (sample, p) => {
        const monitor = noted(sample);
        const figures = monitor.statistics();
        expect(figures).toMatchObject({ count: sample.length, min: min(sample), max: max(sample) });
        expect(figures.mean).toBeCloseTo(mean(sample), 6);
        expect(figures.standardDeviation).toBeCloseTo(sampleStandardDeviation(sample), 5);
        // The definition: theirs, of type 7, lies between the values.
        const q = monitor.quantile(p);
        expect(sample.filter((value) => value <= q).length).toBeGreaterThanOrEqual(p * sample.length);
        expect(sample.filter((value) => value < q).length).toBeLessThan(p * sample.length);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('weighs numbers over time by the days they lasted, as if each were noted once a day', () => {
    fc.assert(
      fc.property(SPANS, fc.double({ min: 0, max: 1, noNaN: true }), (spans, p) => {
        const monitor = lasting(spans);
        const days = expanded(spans);
        const figures = monitor.statistics();
        expect(figures.weight).toBe(days.length);
        expect(figures.mean).toBeCloseTo(mean(days), 9);
        expect(figures.standardDeviation).toBeCloseTo(standardDeviation(days), 9);
        expect([figures.min, figures.max]).toEqual([min(days), max(days)]);
        expect(monitor.quantile(p)).toBe(noted(days).quantile(p));
        const classes = { from: -10, width: 2.5, classes: 7 };
        expect(monitor.histogram(classes)).toEqual(noted(days).histogram(classes));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('sorts numbers into classes that hold all of them, each within its edges', () => {
    expect(noted([-1, 0, 0.05, 0.1, 0.25, 0.3, 7]).histogram({ from: 0, width: 0.1, classes: 3 })).toEqual([
      { from: -Infinity, to: 0, weight: 1 },
      { from: 0, to: 0.1, weight: 2 },
      { from: 0.1, to: 0.2, weight: 1 },
      // 3 × 0.1 is a little more than 0.3.
      { from: 0.2, to: 3 * 0.1, weight: 2 },
      { from: 3 * 0.1, to: Infinity, weight: 1 },
    ]);
  });

  it('keeps the number of no days in its range alone, and says NaN of nothing', () => {
    const simulation = new Simulation();
    const depth = simulation.monitor('depth', { overTime: true });
    simulation.schedule(2, () => {
      depth.note(9);
      depth.note(1);
    });
    simulation.run({ until: 4 });
    expect(depth.statistics()).toEqual({
      count: 3,
      weight: 4,
      mean: 0.5,
      standardDeviation: 0.5,
      min: 0,
      max: 9,
    });
    expect(depth.quantile(1)).toBe(1);
    const empty = simulation.monitor('empty');
    expect(empty.statistics()).toEqual({
      count: 0,
      weight: 0,
      mean: NaN,
      standardDeviation: NaN,
      min: NaN,
      max: NaN,
    });
    expect(empty.quantile(0.5)).toBe(NaN);
  });

  it('forgets at a restart what was before, and over time goes on from the number it has', () => {
    const simulation = new Simulation();
    const depth = simulation.monitor('depth', { overTime: true, initial: 100 });
    const stay = simulation.monitor('stay');
    simulation.schedule(1, () => depth.note(3));
    simulation.schedule(2, () => stay.note(50));
    simulation.run({ until: 5 });
    depth.restart();
    stay.restart();
    simulation.schedule(1, () => depth.note(5));
    simulation.run({ until: 7 });
    expect(depth.statistics()).toMatchObject({ count: 2, weight: 2, mean: 4, min: 3, max: 5 });
    expect(stay.statistics().count).toBe(0);
  });

  it('refuses by name what is no number, no share, no class, no option, and what is of before a reset', () => {
    const simulation = new Simulation();
    const stay = simulation.monitor('stay');
    expect(() => stay.note(NaN)).toThrow('monitor "stay": noted NaN, expected a number (day 0)');
    expect(() => stay.note('3' as never)).toThrow('monitor "stay": noted "3", expected a number');
    expect(() => stay.quantile(1.5)).toThrow('monitor "stay": quantile 1.5, expected a share from 0 to 1');
    expect(() => stay.histogram({ from: 0, width: 0, classes: 3 })).toThrow('width 0, expected');
    expect(() => stay.histogram({ from: NaN, width: 1, classes: 3 })).toThrow('histogram from NaN, expected');
    expect(() => stay.histogram({ from: 0, width: 1, classes: 0.5 })).toThrow('classes 0.5, expected');
    expect(() => simulation.monitor('m', { overtime: true } as never)).toThrow(
      'monitor "m": option "overtime", expected overTime or initial',
    );
    expect(() => simulation.resource('crane').monitor('use' as never)).toThrow(
      'resource "crane": monitor of "use", expected amount, queue, wait',
    );
    simulation.reset();
    expect(() => stay.note(1)).toThrow('monitor "stay": made before the last reset');
  });
});

describe('the monitors of a resource', () => {
  it('keep what its statistics keep, and restart with them', () => {
    const simulation = new Simulation();
    const desk = simulation.resource('desk', { capacity: 2 });
    const [use, queue, wait] = (['amount', 'queue', 'wait'] as const).map((what) => desk.monitor(what));
    expect(desk.monitor('queue')).toBe(queue);
    const draw = exponentialFrom(5);
    function* customer(): Generator<Command, void, unknown> {
      const ticket = yield* desk.acquire();
      yield draw(1);
      desk.release(ticket);
    }
    simulation.process('source', function* () {
      for (let i = 0; i < 500; i++) {
        yield draw(0.6);
        simulation.process('customer', customer);
      }
    });
    const agrees = (): void => {
      const { amount, queue: length, claims, meanWaitDays } = desk.statistics();
      expect(use.statistics().mean).toBeCloseTo(amount.mean, 10);
      expect(queue.statistics().mean).toBeCloseTo(length.mean, 10);
      expect([queue.statistics().min, queue.statistics().max]).toEqual([length.min, length.max]);
      expect(wait.statistics().count).toBe(claims);
      expect(wait.statistics().mean).toBeCloseTo(meanWaitDays, 10);
    };
    simulation.run({ until: 100 });
    agrees();
    desk.restartStatistics();
    simulation.run();
    agrees();
    expect(wait.statistics().count).toBeGreaterThan(200);
  });

  it('agree with Little: the days in the queue are the days that claims waited', () => {
    const simulation = new Simulation();
    const desk = simulation.resource('desk');
    const queue = desk.monitor('queue');
    const wait = desk.monitor('wait');
    for (let i = 0; i < 8; i++) desk.request(() => simulation.schedule(2 ** (i % 4), () => desk.release(1)));
    simulation.run();
    const figures = queue.statistics();
    expect(figures.mean * figures.weight).toBeCloseTo(wait.statistics().mean * 8, 9);
  });

  // Kleinrock (1975), Queueing Systems I: in M/M/1, P(wait > t) = ρ e^(−μ(1 − ρ)t) and P(n in the system) = (1 − ρ)ρⁿ.
  it('have the distribution of waits and of the number in an M/M/1 queue', () => {
    const load = 0.6;
    const shares: Record<'waited' | 'late' | 'idle' | 'two', number[]> = {
      waited: [],
      late: [],
      idle: [],
      two: [],
    };
    for (let replication = 0; replication < 30; replication++) {
      const simulation = new Simulation({ recordCauses: false });
      const draw = exponentialFrom(900 + replication);
      const desk = simulation.resource('desk');
      const wait = desk.monitor('wait');
      const present = simulation.monitor('present', { overTime: true });
      let number = 0;
      const arrive = (): void => {
        present.note(++number);
        desk.request(serve);
        simulation.schedule(draw(1 / load), arrive);
      };
      const leave = (): void => {
        present.note(--number);
        desk.release(1);
      };
      const serve = (): void => void simulation.schedule(draw(1), leave);
      simulation.schedule(draw(1 / load), arrive);
      simulation.run({ until: 200 });
      desk.restartStatistics();
      present.restart();
      simulation.run({ until: 3000 });
      const waits = wait.histogram({ from: 1e-12, width: 2.5, classes: 1 });
      const { count } = wait.statistics();
      shares.waited.push(1 - waits[0].weight / count);
      shares.late.push(waits[2].weight / count);
      const numbers = present.histogram({ from: 0, width: 1, classes: 3 });
      const { weight } = present.statistics();
      shares.idle.push(numbers[1].weight / weight);
      shares.two.push(numbers[3].weight / weight);
    }
    const expected = {
      waited: load,
      late: load * Math.exp(-(1 - load) * 2.5),
      idle: 1 - load,
      two: (1 - load) * load ** 2,
    };
    for (const [what, values] of Object.entries(shares)) {
      const { mean: average, error } = meanAndError(values);
      const truth = expected[what as keyof typeof expected];
      expect(Math.abs(average - truth) / error, `${what}: ${average}, closed form ${truth}`).toBeLessThan(4);
    }
  });
});

describe('a mean', () => {
  it('is between the least and the most, whatever the sum is rounded to', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 3 });
    const tank = simulation.level('tank', { initial: 0.1, capacity: 0.7 });
    const stay = simulation.monitor('stay');
    const lasting = simulation.monitor('lasting', { overTime: true, initial: 0.1 });
    simulation.process('worker', function* () {
      for (let i = 0; i < 300; i++) {
        yield* crane.acquire({ units: 3 });
        stay.note(0.1);
        lasting.note(0.1);
        tank.add(0);
        yield 0.1 + i / 1000;
        crane.release(3);
        const { amount, utilization } = crane.statistics();
        expect(amount.mean).toBeLessThanOrEqual(3);
        expect(utilization).toBe(amount.mean / 3);
        for (const { mean } of [tank.statistics().amount, stay.statistics(), lasting.statistics()])
          expect(mean).toBe(0.1);
      }
    });
    simulation.run();
    expect(crane.statistics().utilization).toBeLessThanOrEqual(1);
  });
});
