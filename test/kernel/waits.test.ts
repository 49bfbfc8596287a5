import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';

describe('signal', () => {
  it('wakes those who wait in order, lets later ones pass, and fires once', () => {
    const simulation = new Simulation();
    const power = simulation.signal<number>('power');
    const log: unknown[] = [];
    for (const name of ['a', 'b']) {
      simulation.process(name, function* () {
        log.push([name, yield* power.wait(), simulation.now]);
      });
    }
    power.subscribe((argument) => log.push(argument), 7);
    simulation.schedule(2, () => power.fire(40));
    simulation.schedule(3, () => {
      simulation.process('c', function* () {
        log.push(['c', yield* power.wait(), simulation.now]);
      });
    });
    simulation.run();
    // The subscriber came first: the processes had not started when it did.
    expect(log).toEqual([7, ['a', 40, 2], ['b', 40, 2], ['c', 40, 3]]);
    expect(() => power.fire(1)).toThrow('signal "power": fired twice (day 3)');
  });

  it('repeats when told to', () => {
    const simulation = new Simulation();
    const tick = simulation.signal('tick', { repeating: true });
    const times: number[] = [];
    simulation.process('listener', function* () {
      for (;;) {
        yield* tick.wait();
        times.push(simulation.now);
      }
    });
    for (const day of [1, 2, 5]) simulation.schedule(day, () => tick.fire());
    simulation.run();
    expect(times).toEqual([1, 2, 5]);
  });
});

describe('any of and all of', () => {
  it('withdraw the losers from every queue', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 0 });
    const tank = simulation.level('tank');
    const dock = simulation.store<string>('dock');
    const power = simulation.signal('power');
    const results: unknown[] = [];
    simulation.process('chooser', function* () {
      const { index } = yield* simulation.anyOf([
        crane.acquire(),
        tank.take(5),
        dock.take(),
        power.wait(),
        simulation.condition(() => tank.amount > 100),
        3,
      ]);
      results.push(index, simulation.now);
    });
    simulation.run();
    expect(results).toEqual([5, 3]);
    expect(simulation.stillWaiting()).toEqual([]);
    expect([crane, tank, dock].map((each) => each.queueLength)).toEqual([0, 0, 0]);
    expect(simulation.now).toBe(3);
  });

  it('nest, and give typed results', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock');
    const tank = simulation.level('tank', { initial: 3 });
    let seen: [string, number] | undefined;
    simulation.process('builder', function* () {
      const { index, value } = yield* simulation.anyOf([simulation.allOf([dock.take(), tank.take(2)]), 99]);
      if (index === 0) seen = value;
    });
    simulation.schedule(4, () => dock.put('rack'));
    simulation.run();
    expect(seen).toEqual(['rack', 2]);
    expect(() => simulation.anyOf([])).toThrow('an empty list');
  });

  it('take two delays of one activity as two', () => {
    const simulation = new Simulation();
    const work = simulation.activity('work');
    simulation.process('both', function* () {
      yield* simulation.allOf([work.lasting(2), work.lasting(5)]);
    });
    simulation.run();
    expect(simulation.now).toBe(5);
  });
});

describe('a wait', () => {
  it('is for one waiting, and says so when it is used again', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    const wait = power.wait();
    simulation.process('hall', function* () {
      yield* wait;
      yield* wait;
    });
    simulation.schedule(2, () => power.fire());
    expect(() => simulation.run()).toThrow(
      'signal "power": waited for twice, expected a new wait each time (process "hall", day 2)',
    );
  });

  it('gives its value to a bare yield as well', () => {
    const simulation = new Simulation();
    const power = simulation.signal<number>('power');
    const seen: unknown[] = [];
    simulation.process('hall', function* () {
      seen.push(yield power.wait(), yield 1);
    });
    simulation.schedule(2, () => power.fire(40));
    simulation.run();
    expect(seen).toEqual([40, undefined]);
  });
});

describe('condition', () => {
  it('wakes after the event that made it true', () => {
    const simulation = new Simulation();
    let racks = 0;
    let woke = NaN;
    simulation.process('pod', function* () {
      yield* simulation.condition(() => racks >= 3, 'three racks');
      woke = simulation.now;
    });
    for (const day of [1, 2, 6, 7]) simulation.schedule(day, () => racks++);
    simulation.run({ until: () => woke > 0 });
    expect(woke).toBe(6);
    expect(simulation.causes.kindName(simulation.currentEvent)).toBe('joined');
  });
});

describe('level', () => {
  it('serves takers in order and makes putters wait for room', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 4, capacity: 5 });
    const log: string[] = [];
    simulation.process('putter', function* () {
      yield* tank.put(3);
      log.push(`put ${simulation.now}`);
    });
    simulation.process('taker', function* () {
      yield 2;
      yield* tank.take(4);
      log.push(`took ${simulation.now}`);
    });
    tank.request(2, () => log.push(`called ${simulation.now}`));
    simulation.run();
    expect(log).toEqual(['called 0', 'put 0', 'took 2']);
    expect(tank.amount).toBe(1);
    expect(() => tank.add(9)).toThrow('level "tank": add of 9, expected from 0 to the free room, 4 (day 2)');
    expect(() => tank.take(-1)).toThrow('amount -1');
  });
});

describe('store', () => {
  it('hands out by predicate, by order, and to callbacks', () => {
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock', { order: (left, right) => left - right, capacity: 3 });
    const taken: number[] = [];
    for (const item of [5, 2, 8]) dock.put(item);
    expect(() => dock.put(1)).toThrow('store "dock": put into a full store');
    dock.request((item, argument) => taken.push(item, argument), 33, 0, 0, { predicate: (item) => item > 4 });
    simulation.process('taker', function* () {
      taken.push(yield* dock.take());
      taken.push(yield* dock.take());
    });
    simulation.run();
    expect(taken).toEqual([5, 33, 2, 8]);
    expect(dock.statistics().amount.max).toBe(3);
  });
});
