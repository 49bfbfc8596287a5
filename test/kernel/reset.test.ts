import { describe, expect, it, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';

/** Times at which `count` events happen that are scheduled at once, in reverse order. */
function timesOf(simulation: Simulation, count: number): number[] {
  const times: number[] = [];
  for (let i = count; i > 0; i--) simulation.schedule(i, () => times.push(simulation.now));
  simulation.run();
  return times;
}

test('a simulation that was reset holds more events than before, each in a slot of its own', () => {
  const simulation = new Simulation();
  timesOf(simulation, 40);
  simulation.reset();
  expect(timesOf(simulation, 500)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
});

describe('a reset', () => {
  it('keeps the options that it was not given', () => {
    const options = { startTime: -5, resolutionDays: 0.5, recordCauses: false, maxEventsPerInstant: 10 };
    const simulation = new Simulation(options);
    const check = (startTime: number, recordCauses: boolean): void => {
      expect([simulation.now, simulation.causes.isOn]).toEqual([startTime, recordCauses]);
      simulation.run({ until: startTime + 1.3 });
      expect(simulation.now).toBe(startTime + 1.5);
      for (let i = 0; i < 20; i++) simulation.schedule(0, () => {});
      expect(() => simulation.run()).toThrow('events at one instant: more than 10');
    };
    check(-5, false);
    simulation.reset();
    check(-5, false);
    simulation.reset({ startTime: 3, recordCauses: undefined as never });
    check(3, false);
    simulation.reset({ recordCauses: true });
    check(3, true);
  });

  it('is refused during an event, as are a run and a step', () => {
    for (const [name, action] of [
      ['reset', (simulation: Simulation) => simulation.reset()],
      ['run', (simulation: Simulation) => simulation.run()],
      ['step', (simulation: Simulation) => simulation.step()],
    ] as const) {
      const simulation = new Simulation();
      simulation.process('worker', function* () {
        yield 2;
        action(simulation);
      });
      simulation.schedule(5, () => {});
      expect(() => simulation.run()).toThrow(
        `${name}: called during an event, expected between runs (day 2) (process "worker", day 2)`,
      );
      simulation.reset();
      simulation.schedule(1, () => action(simulation));
      simulation.schedule(2, () => {});
      expect(() => simulation.run()).toThrow(`${name}: called during an event`);
    }
  });

  it('forgets processes, which then neither run nor disturb', () => {
    const simulation = new Simulation();
    const old = simulation.process('old', function* () {
      yield 10;
    });
    simulation.run({ until: 1 });
    simulation.reset();
    const young = simulation.process('young', function* () {
      yield 10;
    });
    expect(old.isAlive).toBe(false);
    expect(() => old.interrupt()).toThrow('process "old": interrupted after its end');
    old.stop();
    simulation.run();
    expect([young.isAlive, simulation.now]).toEqual([false, 10]);
  });

  it('makes what was made before it unusable', () => {
    const simulation = new Simulation();
    const made = {
      crane: simulation.resource('crane'),
      tank: simulation.level('tank', { initial: 1 }),
      dock: simulation.store<number>('dock'),
      power: simulation.signal('power'),
    };
    made.crane.request(() => {});
    simulation.run();
    simulation.reset();
    const message = /made before the last reset, expected one of this run/;
    expect(() => made.crane.release()).toThrow(message);
    expect(() => made.crane.setCapacity(2)).toThrow(message);
    expect(() => made.tank.add(1)).toThrow(message);
    expect(() => made.dock.put(1)).toThrow(message);
    expect(() => made.power.fire()).toThrow(message);
    expect(() => made.power.subscribe(() => {})).toThrow(message);
    expect(() => simulation.run({ until: made.power })).toThrow('signal "power": of another run');
    for (const wait of [
      () => made.crane.acquire(),
      () => made.tank.take(1),
      () => made.power.wait(),
      () => simulation.anyOf([made.dock.take(), 5]),
    ]) {
      simulation.process('worker', function* () {
        yield wait();
      });
      expect(() => simulation.run()).toThrow(message);
    }
  });
});
