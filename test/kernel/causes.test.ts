import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CauseKind, drivingPath, forEachSegment, Simulation } from '../../src/kernel/index.ts';
import type { Segment } from '../../src/kernel/index.ts';

const brief = ({ label, from, to, kind }: Segment): unknown[] => [label, from, to, kind];

describe('cause records', () => {
  it('name the wait, who held what was waited for, and by how much it bound', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const names = ['first', 'second'].map((name) => simulation.entity(name));
    const install = simulation.activity('install');
    for (const [index, entity] of names.entries()) {
      const body = function* () {
        yield simulation.activity('ship').lasting(1 + index);
        const ticket = yield* crew.acquire();
        yield install.lasting(5);
        crew.release(ticket);
      };
      simulation.process('rack', body, { entity });
    }
    simulation.run();
    const stop = drivingPath(simulation, simulation.currentEvent);
    expect(stop.map(brief)).toEqual([
      ['ship', 0, 2, 'elapsed'],
      ['crew', 2, 6, 'granted'],
      ['install', 6, 11, 'elapsed'],
    ]);
    expect(stop[1]).toMatchObject({
      holderLabel: 'install',
      holderEntity: 'first',
      runnerUpTime: 2,
      slack: 4,
    });
    const through = drivingPath(simulation, simulation.currentEvent, { view: 'pass-through' });
    expect(through.map((segment) => [...brief(segment), segment.entity])).toEqual([
      ['ship', 0, 1, 'elapsed', 'first'],
      ['crew', 1, 1, 'granted', 'first'],
      ['install', 1, 6, 'elapsed', 'first'],
      ['crew', 6, 6, 'granted', 'second'],
      ['install', 6, 11, 'elapsed', 'second'],
    ]);
    expect(through[1]).toMatchObject({ runnerUpTime: 0, slack: 1, holderLabel: '' });
  });

  it('give the last arrival of a join, the runner-up, and the ties', () => {
    const simulation = new Simulation();
    const parts = ['slab', 'steel', 'power'].map((name) => simulation.signal(name));
    for (const [index, days] of [4, 9, 9].entries()) {
      simulation.schedule(days, () => parts[index].fire(), 0, simulation.label(`make ${index}`));
    }
    simulation.process('start', function* () {
      yield* simulation.allOf(parts.map((part) => part.wait()));
    });
    simulation.run();
    const path = drivingPath(simulation, simulation.currentEvent);
    expect(path.map(brief)).toEqual([
      ['make 1', 0, 9, 'elapsed'],
      ['steel', 9, 9, 'joined'],
    ]);
    expect(path[1]).toMatchObject({ runnerUpTime: 9, runnerUpLabel: 'power', slack: 0, ties: 1 });
  });

  it('make the one who waits the last arrival when all was there before', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    simulation.schedule(3, () => power.fire(), 0, simulation.label('energize'));
    simulation.process('hall', function* () {
      yield simulation.activity('build').lasting(10);
      yield* simulation.allOf([power.wait()]);
    });
    simulation.run();
    const path = drivingPath(simulation, simulation.currentEvent);
    expect(path.map(brief)).toEqual([
      ['build', 0, 10, 'elapsed'],
      ['build', 10, 10, 'joined'],
    ]);
    expect(path[1]).toMatchObject({ runnerUpTime: 3, runnerUpLabel: 'power', slack: 7 });
  });

  it('never make a clock a cause: an order of day 45 that waits for the month keeps its order in the path', () => {
    const simulation = new Simulation();
    const month = simulation.signal('month', { repeating: true });
    simulation.process(
      'calendar',
      function* () {
        for (;;) {
          yield 30;
          month.fire();
        }
      },
      { clock: true },
    );
    simulation.process('buyer', function* () {
      yield simulation.activity('negotiate').lasting(45);
      yield* month.wait();
      yield simulation.activity('deliver').lasting(10);
    });
    simulation.run({ until: 71 });
    for (const view of ['stop', 'pass-through'] as const) {
      expect(drivingPath(simulation, simulation.currentEvent, { view }).map(brief)).toEqual([
        ['negotiate', 0, 45, 'elapsed'],
        ['month', 45, 60, 'joined'],
        ['deliver', 60, 70, 'elapsed'],
      ]);
    }
  });

  it('let a callback model say how an event came about', () => {
    const simulation = new Simulation();
    const order = simulation.label('order');
    let requested = 0;
    simulation.schedule(45, () => (requested = simulation.currentEvent), 0, order);
    const tick = simulation.schedule(
      60,
      () => {
        const handle = simulation.schedule(0, () => {}, 0, simulation.label('allot'));
        simulation.attribute(handle, CauseKind.decided, requested, 45, order);
      },
      0,
      simulation.label('tick'),
    );
    simulation.exogenous(tick);
    simulation.run();
    for (const view of ['stop', 'pass-through'] as const) {
      expect(drivingPath(simulation, simulation.currentEvent, { view }).map(brief)).toEqual([
        ['order', 0, 45, 'elapsed'],
        ['allot', 45, 60, 'decided'],
      ]);
    }
  });

  it('clip a path to a later start', () => {
    const simulation = new Simulation({ startTime: -100 });
    const label = (name: string): number => simulation.label(name);
    simulation.schedule(
      50,
      () =>
        void simulation.schedule(
          80,
          () => void simulation.schedule(10, () => {}, 0, label('third')),
          0,
          label('second'),
        ),
      0,
      label('first'),
    );
    simulation.run();
    const path = drivingPath(simulation, simulation.currentEvent, { since: 0 });
    expect(path.map(brief)).toEqual([
      ['second', 0, 30, 'elapsed'],
      ['third', 30, 40, 'elapsed'],
    ]);
  });

  it('refuse a path when no causes were recorded', () => {
    const simulation = new Simulation({ recordCauses: false });
    simulation.schedule(1, () => {});
    simulation.run();
    expect(() => drivingPath(simulation, 1)).toThrow('no causes recorded');
  });

  it('telescope: in random models every path runs from the start to its event, end to end and to the bit', () => {
    const stage = fc.record({
      days: fc.integer({ min: 0, max: 4_000_000 }),
      way: fc.constantFrom('delay', 'crew', 'signal', 'tank', 'any', 'all', 'store'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(stage, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), (bodies) => {
        const simulation = new Simulation({ startTime: -3, resolutionDays: 2 ** -20 });
        const crew = simulation.resource('crew', { capacity: 2 });
        const tick = simulation.signal('tick', { repeating: true });
        const tank = simulation.level('tank', { initial: 1 });
        const store = simulation.store<number>('store');
        const clock = function* () {
          for (let i = 0; i < 40; i++) {
            yield 0.7;
            tick.fire();
            tank.add(1);
            store.put(i);
          }
        };
        simulation.process('clock', clock, { clock: true });
        for (const [index, body] of bodies.entries()) {
          simulation.process(`process ${index}`, function* () {
            for (const { days: millionths, way } of body) {
              const days = millionths / 1e6;
              if (way === 'delay') yield days;
              else if (way === 'signal') yield* tick.wait();
              else if (way === 'tank') yield* tank.take(1, { patience: days });
              else if (way === 'store') yield* store.take((item) => item % 2 === 0, { patience: 5 });
              else if (way === 'any') yield* simulation.anyOf([days, tick.wait(), tank.take(2)]);
              else if (way === 'all') yield* simulation.allOf([days, tick.wait()]);
              else {
                const ticket = yield* crew.acquire();
                yield days;
                crew.release(ticket);
              }
            }
          });
        }
        simulation.run();
        for (let event = 1; event <= simulation.executedEvents; event++) {
          for (const view of ['stop', 'pass-through'] as const) {
            let at = event;
            let sum = 0;
            forEachSegment(simulation, event, view, (child, parent) => {
              expect(child).toBe(at);
              expect(parent).toBeLessThan(child);
              expect(simulation.causes.time[parent]).toBeLessThanOrEqual(simulation.causes.time[child]);
              sum += simulation.causes.time[child] - simulation.causes.time[parent];
              at = parent;
            });
            expect(at).toBe(0);
            // Times are multiples of 2^-20, so that the sum is exact.
            expect(sum).toBe(simulation.causes.time[event] - simulation.causes.time[0]);
          }
        }
        const path = drivingPath(simulation, simulation.executedEvents);
        for (const [index, segment] of path.entries()) {
          if (index > 0) expect(segment.from).toBe(path[index - 1].to);
        }
      }),
      { numRuns: 150, seed: 38 },
    );
  });
});
