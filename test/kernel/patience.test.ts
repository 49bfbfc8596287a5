import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';

describe('a claim whose patience has run out', () => {
  it('of a callback is not granted: the callback is not called, but the one for that', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const tank = simulation.level('tank');
    const dock = simulation.store<string>('dock');
    const log: unknown[] = [];
    const never = (): void => void log.push('called');
    const onRenege = (argument: number): void => void log.push(argument, simulation.now);
    crane.request(() => simulation.schedule(10, () => crane.release(1)));
    const ticket = crane.request(never, 7, 0, 0, { patience: 3, onRenege });
    crane.request(never, 0, 0, 0, { patience: 3 });
    tank.request(5, never, 8, 0, 0, { patience: 3, onRenege });
    dock.request(never, 9, 0, 0, { patience: 3, onRenege });
    simulation.run();
    expect(log).toEqual([7, 3, 8, 3, 9, 3]);
    expect([ticket.state, crane.inUse, tank.amount]).toEqual(['withdrawn', 0, 0]);
    expect(simulation.stillWaiting()).toEqual([]);
    expect(() => crane.request(never, 0, 0, 0, { onRenege: 'never' as never })).toThrow(
      'resource "crane": onRenege "never", expected a function',
    );
  });

  it('of a put that nobody waits for leaves no item', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock', { capacity: 1 });
    const log: unknown[] = [];
    simulation.process('truck', function* () {
      dock.put('a');
      const put = dock.put('b', { patience: 2 });
      yield 3;
      log.push(yield* put, simulation.now);
      log.push(yield* dock.take(), dock.size);
    });
    simulation.run();
    expect(log).toEqual([undefined, 3, 'a', 0]);
  });

  it('gives undefined, which cannot be released', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 2 });
    const log: unknown[] = [];
    crane.request(() => {});
    simulation.process('holder', function* () {
      const own = yield* crane.acquire();
      const none = yield* crane.acquire({ patience: 2 });
      expect(() => crane.release(none as never)).toThrow(
        'resource "crane": release of undefined, expected a ticket that was granted, or units (day 2)',
      );
      for (const what of [null, '1', {}]) expect(() => crane.release(what as never)).toThrow('release of');
      log.push(own.state, crane.inUse);
      crane.release();
      log.push(own.state, crane.inUse);
    });
    simulation.run();
    expect(log).toEqual(['held', 2, 'released', 1]);
  });
});

describe('a claim that is refused at its call', () => {
  const WRONG = ['5', true, [5], NaN, -1, null, 5n, {}, () => 5];

  it.each(WRONG.map((patience) => [patience]))(
    'for a patience of %s, under that name, leaves nothing in a queue',
    (wrong) => {
      const simulation = new Simulation();
      const crane = simulation.resource('crane');
      const tank = simulation.level('tank', { capacity: 5, initial: 5 });
      const dock = simulation.store<string>('dock', { capacity: 1 });
      const empty = simulation.level('empty');
      const bare = simulation.store<string>('bare');
      const log: unknown[] = [];
      const ghost = (): void => void log.push('ghost');
      const options = { patience: wrong as never };
      crane.request(() => log.push('first'));
      dock.put('rack');
      const calls = [
        () => crane.request(ghost, 0, 0, 0, options),
        () => crane.acquire(options),
        () => tank.request(1, ghost, 0, 0, 0, options),
        () => tank.take(1, options),
        () => tank.put(1, options),
        () => empty.request(1, ghost, 0, 0, 0, options),
        () => dock.request(ghost, 0, 0, 0, options),
        () => dock.take(undefined, options),
        () => dock.put('other', options),
        () => bare.request(ghost, 0, 0, 0, options),
      ];
      for (const call of calls)
        expect(call).toThrow(/^(resource|(room in )?(level|store)) "\w+": (patience|put into a full store)/);
      simulation.process('worker', function* () {
        for (const call of calls) expect(call).toThrow(/": patience .*, expected days >= 0 \(day 0\)$/);
        yield 1;
      });
      simulation.schedule(2, () => {
        crane.release(1);
        empty.add(3);
        bare.put('rack');
      });
      simulation.run();
      expect([log, crane.inUse, tank.amount, dock.size]).toEqual([['first'], 0, 5, 1]);
      expect([empty.amount, bare.size, simulation.stillWaiting()]).toEqual([3, 1, []]);
    },
  );

  it('because its predicate throws is not served later', () => {
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock');
    const log: unknown[] = [];
    let isBroken = true;
    const predicate = (): boolean => {
      if (isBroken) throw new Error('boom');
      return true;
    };
    dock.put(1);
    dock.request(() => log.push('never'), 0, 0, 0, { predicate: () => false });
    expect(() => dock.request(() => log.push('ghost'), 0, 0, 0, { predicate })).toThrow('predicate: boom');
    expect(dock.queueLength).toBe(1);
    isBroken = false;
    dock.put(2);
    simulation.run();
    expect([log, dock.size]).toEqual([[], 2]);
  });
});

describe('a patience beyond all times', () => {
  it('never runs out', () => {
    const simulation = new Simulation({ startTime: Number.MAX_VALUE });
    const crane = simulation.resource('crane');
    crane.request(() => {});
    const ticket = crane.request(() => {}, 0, 0, 0, { patience: Number.MAX_VALUE });
    simulation.run();
    expect([ticket.state, crane.queueLength]).toEqual(['waiting', 1]);
  });
});
