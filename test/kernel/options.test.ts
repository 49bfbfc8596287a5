import { describe, expect, it } from 'vitest';
import { drivingPath, Simulation, WorkingCalendar } from '../../src/kernel/index.ts';
import type { Ticket } from '../../src/kernel/index.ts';
import { message } from './message.ts';

// What is misspelt, or no object at all, as untyped callers write it.
const CALLS: [string, (simulation: Simulation, options: never) => unknown][] = [
  ['new Simulation', (_, options) => new Simulation(options)],
  ['reset', (simulation, options) => simulation.reset(options)],
  ['run', (simulation, options) => simulation.run(options)],
  ['schedule', (simulation, options) => simulation.schedule(1, () => {}, options)],
  ['scheduleAt', (simulation, options) => simulation.scheduleAt(1, () => {}, options)],
  ['process', (simulation, options) => simulation.process('p', function* () {}, options)],
  ['signal', (simulation, options) => simulation.signal('s', options)],
  ['resource', (simulation, options) => simulation.resource('r', options)],
  ['level', (simulation, options) => simulation.level('l', options)],
  ['store', (simulation, options) => simulation.store('s', options)],
  ['monitor', (simulation, options) => simulation.monitor('m', options)],
  ['histogram', (simulation, options) => simulation.monitor('m').histogram(options)],
  ['acquire', (simulation, options) => simulation.resource('r').acquire(options)],
  [
    'request of a resource',
    (simulation, options) => simulation.resource('r').request(() => {}, 0, 0, 0, options),
  ],
  ['during of a simulation', (simulation, options) => simulation.during([held(simulation)], 1, options)],
  ['during of a resource', (simulation, options) => crane.during(held(simulation), 1, options)],
  [
    'work',
    (simulation, options) =>
      crane.work(
        held(simulation),
        simulation.schedule(1, () => {}),
        options,
      ),
  ],
  ['take of a level', (simulation, options) => simulation.level('l').take(0, options)],
  ['put of a level', (simulation, options) => simulation.level('l').put(0, options)],
  [
    'request of a level',
    (simulation, options) => simulation.level('l').request(0, () => {}, 0, 0, 0, options),
  ],
  ['take of a store', (simulation, options) => simulation.store('s').take(undefined, options)],
  ['put of a store', (simulation, options) => simulation.store('s').put(1, options)],
  ['request of a store', (simulation, options) => simulation.store('s').request(() => {}, 0, 0, 0, options)],
  ['drivingPath', (simulation, options) => drivingPath(simulation, 0, options)],
  ['new WorkingCalendar', (_, options) => new WorkingCalendar(options)],
];

let crane = new Simulation().resource('crane');

function held(simulation: Simulation): Ticket {
  crane = simulation.resource('crane');
  const ticket = crane.request(() => {});
  simulation.step();
  return ticket;
}

describe('options', () => {
  it.each(CALLS)('%s refuses a name that none of its options has', (_, call) => {
    expect(message(() => call(new Simulation(), { capcity: 1 } as never))).toMatch(
      /option "capcity", expected \w+/,
    );
  });

  it.each(CALLS.filter(([name]) => !name.startsWith('schedule')))(
    '%s refuses what is no object of options',
    (_, call) => {
      for (const options of [100, 'fast', null])
        expect(message(() => call(new Simulation(), options as never))).toMatch(
          /options ("fast"|100|null), expected \{ \w+/,
        );
    },
  );

  it('are listed where one is misspelt, with who refuses them', () => {
    const simulation = new Simulation({ startTime: 4 });
    expect([
      message(() => new Simulation({ resolution: 1 } as never)),
      message(() => simulation.resource('crane', { capcity: 2 } as never)),
      message(() => simulation.resource('crane', 2 as never)),
      message(() => simulation.run(100 as never)),
      message(() => simulation.schedule(1, () => {}, { rack: 7 } as never)),
    ]).toEqual([
      'simulation: option "resolution", expected startTime, resolutionDays, recordCauses or maxEventsPerInstant',
      'resource "crane": option "capcity", expected capacity (day 4)',
      'resource "crane": options 2, expected { capacity } (day 4)',
      'run: options 100, expected { until } (day 4)',
      'schedule: option "rack", expected argument, label, entity or priority (day 4)',
    ]);
    expect(simulation.pendingEvents).toBe(0);
  });

  it('that are functions are refused where they cannot be called', () => {
    const simulation = new Simulation();
    const dock = simulation.store<number>('dock');
    expect(message(() => simulation.store('dock', { order: 1 as never }))).toBe(
      'store "dock": order 1, expected a function (day 0)',
    );
    expect(message(() => dock.take({ patience: 5 } as never))).toContain('store "dock": predicate an object');
    expect(message(() => dock.request(() => {}, 0, 0, 0, { predicate: 5 as never }))).toContain(
      'predicate 5',
    );
  });
});

describe('schedule with options by name', () => {
  it('does what the same ones do one by one', () => {
    const rows = (byName: boolean): unknown[] => {
      const simulation = new Simulation();
      const label = simulation.label('unload');
      const entity = simulation.entity('rack 7');
      const seen: unknown[] = [];
      const unload = (argument: number): void =>
        void seen.push([simulation.now, argument, simulation.causes.label(simulation.currentEvent)]);
      for (const priority of [1, -1]) {
        const argument = 10 + priority;
        if (byName) {
          simulation.schedule(2, unload, { argument, label, entity, priority });
          simulation.scheduleAt(3, unload, { argument, label, entity, priority });
        } else {
          simulation.schedule(2, unload, argument, label, entity, priority);
          simulation.scheduleAt(3, unload, argument, label, entity, priority);
        }
      }
      seen.push(simulation.cancelOwnedBy(simulation.entity('rack 8')));
      simulation.run();
      return seen;
    };
    expect(rows(true)).toEqual(rows(false));
    expect(rows(true)).toEqual([0, [2, 9, 1], [2, 11, 1], [3, 9, 1], [3, 11, 1]]);
  });

  it('leaves out what is not named, and gives a handle to cancel', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const handle = simulation.schedule(1, (argument) => seen.push(argument), { argument: 5 });
    simulation.schedule(2, (argument) => seen.push(argument), {});
    simulation.cancel(handle);
    simulation.run();
    expect(seen).toEqual([0]);
  });
});

describe('the place of a claim in its queue', () => {
  it('is any finite number, of processes and callbacks alike', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const tank = simulation.level('tank');
    const dock = simulation.store<number>('dock');
    const seen: number[] = [];
    const priorities = [2 ** 40, 0.5, -(2 ** 40), 0.25, 3];
    crane.request(() => {});
    for (const priority of priorities) {
      const note = (): void => void seen.push(priority);
      crane.request(
        () => {
          note();
          crane.release(1);
        },
        0,
        0,
        0,
        { priority },
      );
      tank.request(1, note, 0, 0, 0, { priority });
      dock.request(note, 0, 0, 0, { priority });
    }
    const inOrder = [...priorities].sort((a, b) => a - b);
    simulation.schedule(1, () => crane.release(1));
    simulation.run();
    expect(seen.splice(0)).toEqual(inOrder);
    simulation.process('filler', function* () {
      for (let i = 0; i < 5; i++) {
        yield 1;
        tank.add(1);
      }
      yield 1;
      expect(seen.splice(0)).toEqual(inOrder);
      for (let i = 0; i < 5; i++) {
        yield 1;
        dock.put(i);
      }
    });
    simulation.run();
    expect(seen).toEqual(inOrder);
  });

  it('moves no callback before or behind others of its instant', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 2 });
    const seen: string[] = [];
    crane.request(() => seen.push('late'), 0, 0, 0, { priority: 9 });
    simulation.schedule(0, () => seen.push('between'));
    crane.request(() => seen.push('urgent'), 0, 0, 0, { priority: -9 });
    simulation.run();
    expect(seen).toEqual(['late', 'between', 'urgent']);
  });
});

describe('a calendar', () => {
  it('refuses a time that is none, and says so', () => {
    const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5] });
    for (const time of [NaN, Infinity, -Infinity, undefined as never]) {
      const expected = `calendar: time ${time}, expected a finite number of days`;
      expect(message(() => week.isOpen(time))).toBe(expected);
      expect(message(() => week.nextOpen(time))).toBe(expected);
      expect(message(() => week.nextClose(time))).toBe(expected);
      expect(message(() => week.advance(time, 3))).toBe(expected);
      expect(message(() => week.between(0, time))).toBe(expected);
      expect(message(() => week.between(time, 0))).toBe(expected);
    }
  });

  it('and a driving path refuse a beginning and a view that are none', () => {
    const simulation = new Simulation();
    expect(message(() => drivingPath(simulation, 0, { since: NaN }))).toBe(
      'driving path: since NaN, expected a number of days',
    );
    expect(message(() => drivingPath(simulation, 0, { view: 'stopp' as never }))).toBe(
      'driving path: view "stopp", expected stop or pass-through',
    );
  });
});
