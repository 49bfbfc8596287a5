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
      'resource "crane": onRenege never, expected a function',
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
