import { describe, expect, it } from 'vitest';
import { Simulation, verifyTrace, writeTrace } from '../../src/kernel/index.ts';

describe('run', () => {
  it('stops before a time, at a signal, at a predicate, and after a step', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const done = simulation.signal('done');
    for (const day of [1, 2, 3, 4, 5]) simulation.schedule(day, (value) => seen.push(value), day);
    simulation.schedule(4, () => done.fire());
    simulation.run({ until: 2 });
    expect([seen.length, simulation.now]).toEqual([1, 2]);
    simulation.step();
    expect(seen).toEqual([1, 2]);
    simulation.run({ until: () => seen.length === 3 });
    expect(simulation.now).toBe(3);
    simulation.run({ until: done });
    expect([seen.length, simulation.now]).toEqual([4, 4]);
    simulation.run();
    expect(simulation.step()).toBe(false);
    expect(() => simulation.run({ until: simulation.signal('never') })).toThrow(
      'signal "never": never fired by day 5',
    );
    expect(() => simulation.run({ until: 1 })).toThrow('until: 1');
  });

  it('in slices of time raises no false alarm of an endless loop, in a slice that has none', () => {
    const simulation = new Simulation({ maxEventsPerInstant: 1000 });
    simulation.process('daily', function* () {
      for (;;) yield 1;
    });
    for (let day = 1; day <= 2000; day++) simulation.run({ until: day });
    expect(simulation.now).toBe(2000);
    simulation.process('spinner', function* () {
      for (;;) yield 0;
    });
    expect(() => simulation.run({ until: 2001 })).toThrow('events at one instant: more than 1000');
  });

  it('in slices of time counts the reads of the clock in each', () => {
    const simulation = new Simulation();
    simulation.process('reader', function* () {
      for (;;) {
        yield 1;
        for (let i = 0; i < 6e7; i++) void simulation.now;
      }
    });
    for (let day = 1; day <= 3; day++) simulation.run({ until: day });
    expect(simulation.now).toBe(3);
  });

  it('says who still waits, since when, and for what', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 0 });
    const power = simulation.signal('power');
    simulation.process(
      'rack',
      function* () {
        yield 1;
        yield* crane.acquire();
      },
      { entity: simulation.entity('rack 17') },
    );
    simulation.process('hall', function* () {
      yield* simulation.allOf([power.wait(), 4]);
    });
    simulation.process('site', function* () {
      yield simulation.activity('civil works').lasting(900);
    });
    crane.request(() => {}, 0, simulation.label('unload'), simulation.entity('truck'));
    simulation.run({ until: 100 });
    expect(simulation.stillWaiting()).toEqual([
      { who: 'rack', entity: 'rack 17', since: 1, for: 'resource "crane"' },
      { who: 'hall', entity: '', since: 0, for: 'signal "power"' },
      { who: 'site', entity: '', since: 0, for: 'civil works until day 900' },
      { who: 'unload', entity: 'truck', since: 0, for: 'resource "crane"' },
    ]);
  });

  it('lists who still waits in the order of their start, also when others have ended between', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    const start = (name: string, days: number): void =>
      void simulation.process(name, function* () {
        yield days;
        yield* power.wait();
      });
    for (const name of ['short', 'shorter'])
      simulation.process(name, function* () {
        yield 1;
      });
    start('a', 1);
    for (const [index, name] of ['b', 'c', 'd'].entries())
      simulation.schedule(2 + index, () => start(name, 1));
    simulation.run();
    expect(simulation.stillWaiting().map(({ who }) => who)).toEqual(['a', 'b', 'c', 'd']);
  });

  it("stops an entity's processes at the word of one of them, which goes on", () => {
    const simulation = new Simulation();
    const site = simulation.entity('site');
    const log: string[] = [];
    const body = (name: string) =>
      function* () {
        yield 1;
        if (name === 'first') log.push(`cancelled ${simulation.cancelOwnedBy(site)}`);
        yield 1;
        log.push(`${name} ${simulation.now}`);
      };
    for (const name of ['first', 'second', 'third']) simulation.process(name, body(name), { entity: site });
    simulation.run();
    expect(log).toEqual(['cancelled 2', 'first 2']);
  });

  it('refuses a past, NaN or infinite time, naming entity, activity and day', () => {
    const simulation = new Simulation({ startTime: 5 });
    const label = simulation.label('install');
    const racks = simulation.entities('rack', 3);
    for (const delay of [-1, NaN, Infinity]) {
      expect(() => simulation.schedule(delay, () => {}, 0, label, racks + 2)).toThrow(
        `delay: ${delay}, expected a finite number of days >= 0 (entity "rack 3", activity "install", day 5)`,
      );
    }
    for (const time of [4, NaN, Infinity])
      expect(() => simulation.scheduleAt(time, () => {})).toThrow('time: ');
    const handle = simulation.schedule(1, () => {});
    expect(() => simulation.reschedule(handle, 4)).toThrow('time: 4, expected a finite time >= now (day 5)');
    expect(simulation.isPending(handle)).toBe(true);
  });

  it('cancels by handle and by owner; stale handles do nothing', () => {
    const simulation = new Simulation();
    const rack = simulation.entity('rack');
    const seen: number[] = [];
    const first = simulation.schedule(1, (value) => seen.push(value), 1);
    for (const day of [2, 3]) simulation.schedule(day, (value) => seen.push(value), day, 0, rack);
    simulation.process(
      'install',
      function* () {
        yield 4;
        seen.push(4);
      },
      { entity: rack },
    );
    simulation.schedule(1.5, () => expect(simulation.cancelOwnedBy(rack)).toBe(3));
    simulation.schedule(5, (value) => seen.push(value), 5);
    simulation.run();
    expect(seen).toEqual([1, 5]);
    simulation.schedule(1, () => {});
    expect([simulation.cancel(first), simulation.isPending(first), simulation.cancel(0)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('rounds every delay and time to the resolution, so that sums are exact', () => {
    const simulation = new Simulation({ resolutionDays: 2 ** -20 });
    for (let i = 0; i < 1000; i++) simulation.schedule(i * 0.1, () => {});
    simulation.run();
    for (let event = 1; event <= 1000; event++) {
      expect(simulation.causes.time[event] * 2 ** 20).toBe(
        Math.round(simulation.causes.time[event] * 2 ** 20),
      );
    }
  });

  it('is the same again after a reset', () => {
    const simulation = new Simulation();
    const texts = [0, 1].map(() => {
      simulation.reset({ startTime: 3 });
      const crane = simulation.resource('crane');
      const trace = writeTrace(simulation);
      for (let i = 0; i < 5; i++) {
        simulation.process(
          'job',
          function* () {
            const ticket = yield* crane.acquire();
            yield i;
            crane.release(ticket);
          },
          { entity: simulation.entity(`job ${i}`) },
        );
      }
      simulation.run();
      return trace.text();
    });
    expect(texts[1]).toBe(texts[0]);
    expect(simulation.causes.kindName(0)).toBe('start');
  });
});

describe('trace', () => {
  const model = (delays: readonly number[]): Simulation => {
    const simulation = new Simulation();
    for (const delay of delays) simulation.schedule(delay, () => {}, 0, simulation.label('job'));
    return simulation;
  };

  it('is written, and verified up to the first difference', () => {
    const writer = model([1, 2, 3]);
    const trace = writeTrace(writer);
    writer.run();
    expect(trace.text().split('\n')[1]).toBe('2\t2\tjob\t\telapsed\t0');

    const same = model([1, 2, 3]);
    const check = verifyTrace(same, trace.text());
    same.run();
    check.complete();

    const other = model([1, 2.5, 3]);
    verifyTrace(other, trace.text());
    expect(() => other.run()).toThrow('expected "2\t2\tjob\t\telapsed\t0" (day 2.5)');
    expect(other.executedEvents).toBe(2);

    const short = model([1, 2]);
    const incomplete = verifyTrace(short, trace.text());
    short.run();
    expect(() => incomplete.complete()).toThrow('trace: ended at day 2');
  });
});
