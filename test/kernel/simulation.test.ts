import { describe, expect, it } from 'vitest';
import { drivingPath, Interrupt, Simulation } from '../../src/kernel/index.ts';

describe('simulation', () => {
  it('runs callbacks in order of time, priority, sequence', () => {
    const simulation = new Simulation({ startTime: -1 });
    const seen: number[] = [];
    const note = (n: number): void => void seen.push(n);
    for (let i = 0; i < 300; i++) simulation.schedule(1, note, i);
    simulation.schedule(1, note, 1000, 0, 0, -1);
    simulation.schedule(0.5, note, 2000);
    simulation.run();
    expect(seen).toEqual([2000, 1000, ...Array.from({ length: 300 }, (_, i) => i)]);
    expect(simulation.now).toBe(0);
  });

  it('runs processes with labelled delays, resources, signals and joins, and walks back what drove them', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const power = simulation.signal<number>('power');
    const install = simulation.activity('install');
    const log: string[] = [];
    for (const name of ['a', 'b']) {
      simulation.process(
        name,
        function* () {
          const ticket = yield* crane.acquire();
          yield install.lasting(3);
          crane.release(ticket);
          const megawatts = yield* power.wait();
          log.push(`${name} ${simulation.now} ${megawatts}`);
        },
        { entity: simulation.entity(name) },
      );
    }
    simulation.process('utility', function* () {
      yield 5;
      power.fire(7);
    });
    simulation.run();
    expect(log).toEqual(['a 5 7', 'b 6 7']);
    const path = drivingPath(simulation, simulation.currentEvent);
    expect(path.map(({ label, from, to, kind }) => [label, from, to, kind])).toEqual([
      ['crane', 0, 3, 'granted'],
      ['install', 3, 6, 'elapsed'],
      ['power', 6, 6, 'joined'],
    ]);
    expect(path[0]).toMatchObject({ holderLabel: 'install', holderEntity: 'a', runnerUpTime: 0, slack: 3 });
    expect(path[2]).toMatchObject({ runnerUpTime: 5, runnerUpLabel: 'power', slack: 1 });
  });

  it('waits for any and all, withdrawing losers', () => {
    const simulation = new Simulation();
    const dock = simulation.store<string>('dock');
    const tank = simulation.level('tank', { initial: 1, capacity: 10 });
    const results: unknown[] = [];
    simulation.process('waiter', function* () {
      const first = yield* simulation.anyOf([dock.take(), simulation.activity('rest').lasting(4)]);
      results.push([simulation.now, first.index, first.value]);
      const both = yield* simulation.allOf([dock.take((item) => item === 'x'), tank.take(3)]);
      results.push([simulation.now, ...both]);
    });
    simulation.schedule(5, () => tank.add(4));
    simulation.schedule(6, () => dock.put('y'));
    simulation.schedule(7, () => dock.put('x'));
    simulation.run();
    expect(results).toEqual([
      [4, 1, undefined],
      [7, 'x', 3],
    ]);
    expect(dock.size).toBe(1);
    expect(tank.amount).toBe(2);
  });

  it('interrupts a delay and says what was left', () => {
    const simulation = new Simulation();
    let left = 0;
    const worker = simulation.process('worker', function* () {
      try {
        yield 10;
      } catch (error) {
        if (error instanceof Interrupt) left = error.remainingDays ?? NaN;
      }
    });
    simulation.schedule(4, () => worker.interrupt('storm'));
    simulation.run();
    expect(left).toBe(6);
    expect(simulation.now).toBe(4);
  });
});
