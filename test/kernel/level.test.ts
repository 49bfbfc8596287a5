import { describe, expect, it } from 'vitest';
import { Simulation, type Level } from '../../src/kernel/index.ts';
import { BoundedSum } from '../../src/kernel/boundedSum.ts';

/** When a claim is met after so many numbers were added, one a day; −1 for never. */
function metAt(level: Level, additions: readonly number[], claimed: number): number {
  const simulation = level.scheduler as Simulation;
  let at = -1;
  level.request(claimed, () => (at = simulation.now));
  additions.forEach((amount, day) => simulation.schedule(day + 1, () => level.add(amount)));
  simulation.run();
  return at;
}

describe('a level', () => {
  it('is full, to the bit, when its free room is put in, also where that sum is rounded up', () => {
    const level = new Simulation().level('tank', {
      initial: 0.2367027383144421,
      capacity: 1.4130585035603571,
    });
    level.put(1.1763557652459151);
    expect(level.amount).toBe(level.capacity);
    expect(() => level.add(1e-9)).toThrow('add of 1e-9, expected from 0 to the free room, 0');
  });

  it('is at its minimum, to the bit, when all that is available is taken', () => {
    const simulation = new Simulation();
    const level = simulation.level('tank', { initial: 2.0419755322663207, minimum: -2.7351428499576254 });
    level.request(4.7771183822239465, () => {});
    simulation.run();
    expect(level.amount).toBe(level.minimum);
    const tenths = simulation.level('tenths', { initial: 0.2, minimum: -0.1 });
    tenths.request(0.2 - -0.1, () => {});
    expect(tenths.amount).toBe(-0.1);
  });

  it.each([
    [10, 0.1],
    [3, 1 / 3],
    [1000, 0.001],
    [10_000, 1e-4],
  ])('meets a claim of 1 once %i times %f has been added, and is empty then', (times, amount) => {
    const level = new Simulation().level('tank');
    expect(metAt(level, Array.from<number>({ length: times }).fill(amount), 1)).toBe(times);
    expect(level.amount).toBe(0);
  });

  it('of capacity 0.3 has room for 0.1 and 0.2, and gives 0.1 three times', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 0.3 });
    const seen: number[] = [];
    simulation.process('filler', function* () {
      yield* tank.put(0.1);
      yield* tank.put(0.2);
      seen.push(tank.amount);
      for (let i = 0; i < 3; i++) yield* tank.take(0.1);
      seen.push(tank.amount);
      tank.add(0.1);
      tank.add(0.2);
      yield* tank.take(0.1 + 0.2);
      seen.push(tank.amount);
    });
    simulation.run();
    expect(seen).toEqual([0.3, 0, 0]);
  });

  it('meets a small claim after a large one that leaves a little too little, by rounding', () => {
    const simulation = new Simulation();
    const fund = simulation.level('fund', { initial: 1e6 });
    simulation.process('buyer', function* () {
      yield* fund.take(999_999.9);
      yield* fund.take(0.1);
    });
    simulation.run();
    expect([simulation.stillWaiting(), fund.amount]).toEqual([[], 0]);
  });

  it.each([
    ['nothing', 0, 1e-9],
    ['nothing after much', 1e9, 1e-4],
    ['a millionth less', 1, 1.000001],
    ['a billionth less', 1, 1 + 1e-9],
    ['one less of very many', 999_999_999_999, 1_000_000_000_000],
  ])('does not meet a claim where there is %s', (_, there, claimed) => {
    const simulation = new Simulation();
    const level = simulation.level('tank', { initial: there });
    if (claimed < there) level.request(there, () => {});
    level.request(claimed, () => {});
    simulation.run();
    expect(level.queueLength).toBe(1);
    const full = simulation.level('full', { initial: 5, capacity: 5 + there });
    if (claimed < there) full.add(there);
    expect(() => full.put(claimed)).toThrow('level "full": ');
  });

  it('whose last claim lacks dust says since when the rest was there', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 0.3 });
    tank.request(0.1, () => {});
    tank.request(0.1, () => {});
    const since: number[] = [];
    simulation.schedule(2, () =>
      tank.request(0.1, () => since.push(simulation.causes.runnerUpTime(simulation.currentEvent))),
    );
    simulation.run();
    expect([since, tank.amount]).toEqual([[0], 0]);
  });

  it('keeps what is left of a large amount', () => {
    const simulation = new Simulation();
    const fund = simulation.level('fund', { initial: 1e12, capacity: 1e12 });
    fund.request(1e12 - 1, () => {});
    expect(fund.amount).toBe(1);
    fund.request(0.75, () => {});
    expect(fund.amount).toBe(0.25);
  });

  it('never overflows', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 1e308, minimum: -Infinity });
    expect(tank.available).toBe(Infinity);
    expect(() => tank.add(1e308)).toThrow('add of 1e+308');
    for (let i = 0; i < 4; i++) tank.request(1e308, () => {});
    expect([tank.amount, tank.queueLength]).toEqual([-1e308, 2]);
  });

  it('serves tenths as it would serve whole numbers, and stays within its bounds', () => {
    let seed = 11;
    const upTo = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % (n + 1);
    for (let round = 0; round < 15; round++) {
      const [minimum, capacity, initial] = [-upTo(30), 40 + upTo(60), upTo(40)];
      const plans = Array.from({ length: 300 }, () => ({ isPut: upTo(1) === 1, amount: 1 + upTo(35) }));
      const run = (unit: number): unknown[] => {
        const simulation = new Simulation();
        const tank = simulation.level('tank', {
          minimum: minimum / unit,
          capacity: capacity / unit,
          initial: initial / unit,
        });
        const met: unknown[] = [];
        plans.forEach(({ isPut, amount }, day) => {
          simulation.process(
            'someone',
            function* () {
              const share = amount / unit;
              yield* isPut ? tank.put(share, { patience: 9 }) : tank.take(share, { patience: 9 });
              expect(tank.amount).toBeGreaterThanOrEqual(tank.minimum);
              expect(tank.amount).toBeLessThanOrEqual(tank.capacity);
              met.push([day, simulation.now, Math.round(tank.amount * unit) + 0]);
            },
            { delay: day },
          );
        });
        simulation.run();
        return met;
      };
      const inWholes = run(1);
      expect(run(10)).toEqual(inWholes);
      expect(run(1000)).toEqual(inWholes);
    }
  });
});

describe('a sum within bounds', () => {
  it('does not drift: a million times a tenth is a hundred thousand', () => {
    const sum = new BoundedSum(0, 0, Infinity);
    for (let i = 0; i < 1_000_000; i++) sum.add(0.1);
    expect(sum.value).toBe(100_000);
    for (let i = 0; i < 1_000_000; i++) sum.add(-0.1);
    expect(sum.value).toBe(0);
  });

  it('keeps small numbers beside a large one', () => {
    const sum = new BoundedSum(1e16, -Infinity, Infinity);
    for (let i = 0; i < 1000; i++) sum.add(0.5);
    expect(sum.value).toBe(1e16 + 500);
    sum.add(-1e16);
    expect(sum.value).toBe(500);
  });
});
