import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import type { Command } from '../../src/kernel/index.ts';

/** Starts a process that waits for all of some waits and a signal that never fires, and is interrupted on day 2. */
function interrupted(
  simulation: Simulation,
  waits: () => Parameters<Simulation['allOf']>[0][number][],
): void {
  const never = simulation.signal('never');
  const process = simulation.process('waiter', function* () {
    try {
      yield* simulation.allOf([...waits(), never.wait()]);
    } catch {
      yield 0;
    }
  });
  simulation.schedule(2, () => process.interrupt());
}

describe('of an all-of that is interrupted', () => {
  it('a put that others have taken of stands, and the level is not below its minimum', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 10 });
    interrupted(simulation, () => [tank.put(10)]);
    simulation.process('taker', function* () {
      yield 1;
      yield* tank.take(10);
    });
    simulation.run();
    expect(tank.amount).toBe(0);
  });

  it('a put goes back while so much is there, whatever others took and gave back or keep', () => {
    for (const [taken, isTakerStruck, left] of [
      [5, true, 90],
      [1, false, 89],
      [95, false, 5],
    ] as const) {
      const simulation = new Simulation();
      const tank = simulation.level('tank', { initial: 90 });
      interrupted(simulation, () => [tank.put(10)]);
      const never = simulation.signal('never');
      const taker = simulation.process('taker', function* () {
        try {
          yield* simulation.allOf(isTakerStruck ? [tank.take(taken), never.wait()] : [tank.take(taken)]);
        } catch {
          yield 0;
        }
      });
      if (isTakerStruck) simulation.schedule(1, () => taker.interrupt());
      simulation.run();
      expect(tank.amount).toBe(left);
    }
  });

  it('an item that was put, taken, displaced and is to come back does not, if the put is undone', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 1 });
    const log: unknown[] = [];
    const never = simulation.signal('never');
    const waitFor = (make: () => ReturnType<typeof dock.take>): ReturnType<typeof simulation.process> =>
      simulation.process('waiter', function* () {
        try {
          yield* simulation.allOf([make(), never.wait()]);
        } catch {
          yield 0;
        }
      });
    const putter = waitFor(() => dock.put('x'));
    const taker = waitFor(() => dock.take());
    simulation.schedule(1, () => dock.put('y'));
    simulation.schedule(2, () => taker.interrupt());
    simulation.schedule(3, () => putter.interrupt());
    simulation.schedule(4, () => dock.request((item) => log.push(item)));
    simulation.schedule(5, () => log.push(dock.size));
    simulation.run();
    expect(log).toEqual(['y', 0]);
  });

  it('a put that nobody has taken of goes back', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 10 });
    const log: number[] = [];
    interrupted(simulation, () => [tank.put(10)]);
    simulation.process('putter', function* () {
      yield 1;
      yield* tank.put(4);
      log.push(simulation.now);
    });
    simulation.run();
    expect([log, tank.amount]).toEqual([[2], 4]);
  });

  it('a take goes back, in front of those who put, and never above the capacity', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 10, initial: 10 });
    const log: unknown[] = [];
    interrupted(simulation, () => [tank.take(10)]);
    simulation.process('putter', function* () {
      yield 1;
      yield* tank.put(8);
      yield* tank.put(1);
      yield* tank.put(3);
      log.push(['put', simulation.now]);
    });
    simulation.schedule(3, () => log.push(tank.amount));
    simulation.process('taker', function* () {
      yield 4;
      yield* tank.take(9);
      log.push(tank.amount);
      yield 1;
      yield* tank.take(3);
      log.push(tank.amount);
    });
    simulation.run();
    // 10 came back, 1 of it at once, 9 in the place of what was taken; then 3 are put.
    expect(log).toEqual([10, 10, 10, ['put', 5]]);
  });

  it('an item goes back with its age, to its place, and not over the capacity', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 2 });
    dock.put('old');
    dock.put('older than new');
    interrupted(simulation, () => [dock.take()]);
    const taken: string[] = [];
    simulation.process('putter', function* () {
      yield 1;
      yield* dock.put('new');
    });
    simulation.schedule(3, () => taken.push(String(dock.size)));
    simulation.process('taker', function* () {
      yield 4;
      for (let i = 0; i < 3; i++) taken.push(yield* dock.take());
    });
    simulation.run();
    expect(taken).toEqual(['2', 'older than new', 'old', 'new']);
  });

  it('an item is found where it was when it has gone back', () => {
    for (const order of [undefined, (): number => 0]) {
      const simulation = new Simulation();
      const dock = simulation.store<string>('dock', order === undefined ? {} : { order });
      for (const item of ['a', 'b', 'c']) dock.put(item);
      interrupted(simulation, () => [dock.take((item) => item === 'b')]);
      const taken: string[] = [];
      simulation.process('taker', function* () {
        yield 3;
        for (let i = 0; i < 3; i++) taken.push(yield* dock.take());
      });
      simulation.run();
      expect(taken).toEqual(['a', 'b', 'c']);
    }
  });

  it('an item that was put goes back unless it was taken', () => {
    for (const isTaken of [false, true]) {
      const simulation = new Simulation();
      const dock = simulation.store<string>('dock', { capacity: 1 });
      const taken: string[] = [];
      interrupted(simulation, () => [dock.put('mine')]);
      if (isTaken) {
        simulation.process('taker', function* () {
          yield 1;
          taken.push(yield* dock.take());
        });
      }
      simulation.run();
      expect([taken, dock.size]).toEqual([isTaken ? ['mine'] : [], 0]);
    }
  });

  it('a ticket goes back, also one that has lost its unit meanwhile', () => {
    for (const capacity of [1, 0]) {
      const simulation = new Simulation();
      const crane = simulation.resource('crane');
      interrupted(simulation, () => [crane.acquire()]);
      simulation.schedule(1, () => crane.setCapacity(capacity, 'resume'));
      simulation.run();
      expect([crane.inUse, crane.queueLength]).toEqual([0, 0]);
    }
  });

  it('what goes back is had by those who wait for it', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 5, capacity: 5 });
    const dock = simulation.store<string>('dock', { capacity: 1 });
    dock.put('rack');
    const got: unknown[] = [];
    interrupted(simulation, () => [tank.take(5), dock.take()]);
    simulation.process('waiter', function* () {
      yield 1;
      got.push(...(yield* simulation.allOf([tank.take(4), dock.take()])), simulation.now);
    });
    simulation.run();
    expect(got).toEqual([4, 'rack', 2]);
    expect([tank.amount, dock.size]).toEqual([1, 0]);
  });

  it('a condition is looked at no more', () => {
    const simulation = new Simulation();
    let looks = 0;
    interrupted(simulation, () => [simulation.condition(() => ++looks < 0)]);
    simulation.schedule(5, () => (looks = 100));
    simulation.run();
    expect(looks).toBe(100);
  });
});

describe('a claim that is withdrawn', () => {
  it('when it was granted and its callback not yet called is not told', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const tank = simulation.level('tank', { initial: 5 });
    const dock = simulation.store<string>('dock');
    const power = simulation.signal('power');
    dock.put('rack');
    const told: string[] = [];
    const claims = [
      crane.request(() => told.push('crane')),
      tank.request(5, () => told.push('tank')),
      dock.request(() => told.push('dock')),
      power.subscribe(() => told.push('power')),
    ];
    power.fire();
    for (const claim of claims) claim.withdraw();
    simulation.run();
    expect([told, crane.inUse, tank.amount, dock.size]).toEqual([[], 0, 5, 1]);
  });

  it('twice goes back once', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 5 });
    const dock = simulation.store<string>('dock');
    dock.put('rack');
    const claims = [tank.request(5, () => {}), dock.request(() => {})];
    for (const claim of [...claims, ...claims]) claim.withdraw();
    simulation.run();
    expect([tank.amount, dock.size]).toEqual([5, 1]);
  });

  it('after it was received stands where it was used, and gives a ticket back', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const tank = simulation.level('tank', { initial: 5 });
    const dock = simulation.store<string>('dock');
    dock.put('rack');
    const claims = [crane.request(() => {}), tank.request(5, () => {}), dock.request(() => {})];
    simulation.run();
    for (const claim of claims) claim.withdraw();
    expect([crane.inUse, tank.amount, dock.size]).toEqual([0, 0, 0]);
    simulation.process('taker', function* () {
      const put = tank.put(3);
      yield* put;
      yield 1;
      put.withdraw();
      put.withdraw();
    });
    simulation.run();
    expect(tank.amount).toBe(3);
  });
});

describe('a level', () => {
  it('may have a minimum below zero, to which orders are taken, and one above', () => {
    const simulation = new Simulation();
    const stock = simulation.level('stock', { initial: 2, minimum: -3, capacity: 5 });
    const log: [string, number, number][] = [];
    simulation.process('customer', function* () {
      yield* stock.take(4);
      log.push(['first', simulation.now, stock.amount]);
      yield* stock.take(2);
      log.push(['second', simulation.now, stock.amount]);
    });
    simulation.schedule(3, () => stock.add(1));
    simulation.run();
    expect(log).toEqual([
      ['first', 0, -2],
      ['second', 3, -3],
    ]);
    expect(stock.statistics().amount).toMatchObject({ min: -3, current: -3 });
    const reserve = simulation.level('reserve', { initial: 5, minimum: 4 });
    reserve.request(2, () => {});
    expect(reserve.queueLength).toBe(1);
    for (const options of [{ minimum: 1 }, { minimum: 3, capacity: 2 }, { capacity: NaN }, { minimum: NaN }])
      expect(() => simulation.level('tank', options)).toThrow('level "tank": ');
    const backorders = simulation.level('backorders', { minimum: -Infinity });
    backorders.request(1e6, () => {});
    expect(backorders.amount).toBe(-1e6);
  });

  it('refuses to add what is not finite, negative or over the capacity', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank');
    for (const amount of [Infinity, NaN, -1]) expect(() => tank.add(amount)).toThrow('level "tank": add of');
    expect(() => tank.put(Infinity)).toThrow('amount Infinity');
    expect(() => tank.take(1, { patience: -1 })).toThrow('level "tank": patience -1');
  });

  it('stays between minimum and capacity and loses nothing, whatever is put, taken and interrupted', () => {
    const user = fc.record({
      at: fc.integer({ min: 0, max: 10 }),
      amount: fc.integer({ min: -6, max: 6 }),
      joined: fc.boolean(),
      struck: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
      patience: fc.option(fc.integer({ min: 0, max: 5 }), { nil: Infinity }),
    });
    fc.assert(
      fc.property(fc.array(user, { maxLength: 20 }), fc.integer({ min: -3, max: 0 }), (users, minimum) => {
        const simulation = new Simulation();
        const tank = simulation.level('tank', { capacity: 8, initial: 3, minimum });
        for (const { at, amount, joined, struck, patience } of users) {
          const gate = simulation.signal('gate');
          simulation.schedule(12, () => gate.fire());
          const process = simulation.process('user', function* () {
            yield at;
            try {
              const claim = amount < 0 ? tank.take(-amount, { patience }) : tank.put(amount, { patience });
              if (joined) yield* simulation.allOf([claim, gate.wait()]);
              else yield* claim;
            } catch {
              yield 0;
            }
          });
          if (struck !== undefined && struck > at)
            simulation.schedule(struck, () => {
              if (process.isAlive) process.interrupt();
            });
        }
        while (simulation.step()) {
          expect(tank.amount).toBeGreaterThanOrEqual(minimum);
          expect(tank.amount).toBeLessThanOrEqual(8);
        }
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});

describe('a level or store', () => {
  const N = 5000;

  it('serves thousands who wait on both sides in one go', () => {
    const simulation = new Simulation({ recordCauses: false });
    const tank = simulation.level('tank', { capacity: 10, initial: 5 });
    const dock = simulation.store<string>('dock', { capacity: 1 });
    let taken = 0;
    dock.put('x');
    function* run(wait: () => Command): Generator<Command, void, unknown> {
      yield wait();
      taken++;
    }
    simulation.process('large put', () => run(() => tank.put(6)));
    simulation.process('large take', () => run(() => tank.take(10)));
    for (let i = 0; i < N; i++) {
      simulation.process('put', () => run(() => tank.put(1)));
      simulation.process('take', () => run(() => tank.take(1)));
      simulation.process('maker', () => run(() => dock.put('y')));
      simulation.process('user', () => run(() => dock.take((item) => item === 'y')));
    }
    simulation.schedule(1, () => tank.add(5));
    simulation.schedule(1, () => dock.request(() => {}));
    simulation.run();
    expect([taken, tank.amount, dock.size, simulation.stillWaiting()]).toEqual([4 * N + 2, 6, 0, []]);
  });

  it('serves thousands who wait for either of two', () => {
    const simulation = new Simulation({ recordCauses: false });
    const [left, right] = ['left', 'right'].map((name) => simulation.level(name));
    let taken = 0;
    function* user(): Generator<Command, void, unknown> {
      yield* simulation.anyOf([left.take(1), right.take(1)]);
      taken++;
    }
    for (let i = 0; i < N; i++) simulation.process('user', user);
    simulation.schedule(1, () => left.add(N / 2));
    simulation.schedule(2, () => right.add(N));
    simulation.run();
    expect([taken, left.amount, right.amount]).toEqual([N, 0, N / 2]);
  });

  it('keeps the claims of those who put apart from those who take', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 2, initial: 2 });
    const dock = simulation.store<string>('dock', { capacity: 1 });
    dock.put('a');
    simulation.process('truck', function* () {
      yield* tank.put(1);
      yield* dock.put('b');
    });
    simulation.schedule(4, () => tank.request(1, () => {}));
    simulation.schedule(6, () => {
      expect([tank.putters.queueLength, dock.putters.queueLength, dock.queueLength]).toEqual([0, 1, 0]);
      dock.request(() => {});
    });
    simulation.run({ until: 8 });
    expect([tank.putters, dock.putters].map((each) => each.statistics().meanWaitDays)).toEqual([4, 1]);
    expect([tank.putters, dock.putters].map((each) => each.statistics().queue.mean)).toEqual([0.5, 0.25]);
    expect([tank.statistics().queue.max, dock.statistics().queue.max]).toEqual([0, 0]);
    expect(tank.putters.statistics().amount).toEqual({ mean: 0, max: 1, min: 0, current: 0 });
  });

  it('takes back in full what several waits of one any-of were granted at once', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank');
    const never = simulation.signal('never');
    simulation.process('user', function* () {
      yield* simulation.anyOf([simulation.allOf([tank.take(5), never.wait()]), tank.take(3)]);
    });
    const late = simulation.process('late', function* () {
      yield* tank.take(4);
    });
    simulation.schedule(1, () => tank.add(8));
    simulation.run();
    expect([late.state, tank.amount]).toEqual(['ended', 1]);
  });

  it('refuses a claim that can never be met, which would block all behind it', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 10, initial: 5, minimum: -2 });
    for (const claim of [() => tank.take(13), () => tank.put(13), () => tank.request(13, () => {})])
      expect(claim).toThrow('tank": amount 13, expected from 0 to 12 (day 0)');
    tank.request(7, () => {});
    expect(tank.amount).toBe(-2);
  });
});

describe('a store', () => {
  it('makes a process wait that puts in when it is full, in order, and refuses a callback', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 1 });
    const log: [string, number][] = [];
    for (const [name, priority] of [
      ['a', 0],
      ['b', 0],
      ['urgent', -1],
    ] as const) {
      simulation.process(name, function* () {
        log.push([yield* dock.put(name, { priority }), simulation.now]);
      });
    }
    simulation.schedule(1, () => expect(() => dock.put('c')).toThrow('store "dock": put into a full store'));
    const taken: string[] = [];
    for (const day of [2, 4, 6]) simulation.schedule(day, () => dock.request((item) => taken.push(item)));
    simulation.run();
    expect(log).toEqual([
      ['a', 0],
      ['urgent', 2],
      ['b', 4],
    ]);
    expect(taken).toEqual(['a', 'urgent', 'b']);
    expect(dock.statistics().amount.max).toBe(1);
  });

  it('lets a put lose to another wait or run out of patience, and then has no item of it', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 1 });
    const log: unknown[] = [];
    simulation.process('putter', function* () {
      dock.put('first');
      const { index } = yield* simulation.anyOf([dock.put('second'), 3]);
      log.push(index, simulation.now, yield* dock.put('third', { patience: 2 }), simulation.now);
      dock.put('fourth');
      log.push(simulation.now);
    });
    simulation.process('taker', function* () {
      yield 7;
      for (let i = 0; i < 2; i++) log.push(yield* dock.take());
    });
    simulation.run();
    expect(log).toEqual([1, 3, undefined, 5, 5, 'first', 'fourth']);
    expect([dock.size, simulation.stillWaiting()]).toEqual([0, []]);
  });

  it('serves all whom an item suits, though the first of them withdraws the next from the queue', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock');
    const log: string[] = [];
    simulation.process('chooser', function* () {
      const { value } = yield* simulation.anyOf([
        dock.take((item) => item === 'a'),
        dock.take((item) => item === 'b'),
      ]);
      log.push(`chooser ${value}`);
    });
    for (const item of ['b', 'c']) {
      simulation.process('taker', function* () {
        log.push(`taker ${yield* dock.take((each) => each === item)}`);
      });
    }
    simulation.schedule(1, () => {
      dock.put('a');
      dock.put('b');
      dock.put('c');
    });
    simulation.run();
    expect(log).toEqual(['chooser a', 'taker b', 'taker c']);
    expect([dock.size, dock.queueLength]).toEqual([0, 0]);
  });

  it('records of a put that waited who made room, and when the waiting began', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 1 });
    dock.put('first');
    simulation.process('putter', function* () {
      yield 1;
      yield* dock.put('second');
    });
    simulation.schedule(4, () => dock.request(() => {}), 0, simulation.label('truck'));
    let granted = 0;
    simulation.onEvent = (event) => {
      if (simulation.causes.label(event) === simulation.label('dock') && granted === 0) granted = event;
    };
    simulation.run();
    const { causes } = simulation;
    const woken = [granted, granted + 1].find((event) => causes.time[causes.request(event)] === 1)!;
    expect(causes.kindName(woken)).toBe('granted');
    expect(simulation.labelName(causes.label(causes.enabler(woken)))).toBe('truck');
  });

  it('holds a whole number of items, and refuses a place or a patience that is none', () => {
    const simulation = new Simulation();
    for (const capacity of [0, 1.5, NaN, -1])
      expect(() => simulation.store('dock', { capacity })).toThrow(`store "dock": capacity ${capacity}`);
    const dock = simulation.store<string>('dock');
    const options = { patience: NaN };
    expect(() => dock.take(undefined, options)).toThrow('store "dock": patience NaN');
    expect(() => dock.request(() => {}, 0, 0, 0, options)).toThrow('store "dock": patience NaN');
    expect(() => dock.put('rack', options)).toThrow('room in store "dock": patience NaN');
  });

  it('is not changed by its own predicate or order', () => {
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock');
    dock.put(1);
    simulation.process('taker', function* () {
      yield* dock.take((item) => {
        dock.put(item + 1);
        return false;
      });
    });
    expect(() => simulation.run()).toThrow('store "dock": changed by its own predicate or order');
  });
});
