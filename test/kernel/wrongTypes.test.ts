import { describe, expect, it } from 'vitest';
import {
  drivingPath,
  Interrupt,
  isCalendarDate,
  Simulation,
  WorkingCalendar,
} from '../../src/kernel/index.ts';
import { message } from './message.ts';

// As callers write it whose code no compiler looks at.
const any = (value: unknown): never => value as never;
const later = (): Simulation => new Simulation({ startTime: 2 });

describe('a block of entities', () => {
  it.each([-1, 2.5, '3', NaN, Infinity, 2 ** 31, null, undefined, true])('of %s is refused', (count) => {
    const simulation = later();
    const rack = simulation.entity('rack');
    const refusal = message(() => simulation.entities('hall', any(count)));
    expect(refusal).toMatch(/^entities "hall": count: .*, expected a whole number from 0 to \d+ \(day 2\)$/);
    const [first, next] = [simulation.entities('hall', 2), simulation.entity('next')];
    expect([rack, first, next].map((entity) => simulation.entityName(entity))).toEqual([
      'rack',
      'hall 1',
      'next',
    ]);
    expect(next).toBe(first + 2);
  });

  it('never runs beyond the numbers that an event can keep', () => {
    const simulation = new Simulation();
    simulation.entities('rack', 2 ** 31 - 10);
    expect(message(() => simulation.entities('hall', 9))).toContain('expected a whole number from 0 to 8');
    const last = simulation.entities('hall', 8) + 7;
    simulation.schedule(1, () => {}, { entity: last });
    expect(simulation.entityName(last)).toBe('hall 8');
  });
});

describe('a name', () => {
  it.each([undefined, null, 5, {}, Symbol('x')])('is a text, and %s is refused at the call', (name) => {
    const simulation = later();
    const calls: ((name: never) => unknown)[] = [
      (given) => simulation.label(given),
      (given) => simulation.entity(given),
      (given) => simulation.entities(given, 3),
      (given) => simulation.activity(given),
      (given) => simulation.resource(given, { capacity: 1 }),
      (given) => simulation.level(given),
      (given) => simulation.store(given),
      (given) => simulation.signal(given, { repeating: true }),
      (given) => simulation.monitor(given),
      (given) => simulation.process(given, function* () {}, { priority: 1 }),
    ];
    for (const call of calls)
      expect(message(() => call(any(name)))).toMatch(/^name: .*, expected a text \(day 2\)$/);
    expect(simulation.pendingEvents).toBe(0);
  });
});

describe('what is true or false', () => {
  it.each(['no', 'false', 0, 1, null, {}])('is refused by name when it is %s', (wrong) => {
    const simulation = later();
    const crane = simulation.resource('crane');
    const flag = any(wrong);
    const expected = ', expected true or false (day ';
    for (const [where, call] of [
      ['resource "crane": preempt ', () => crane.acquire({ preempt: flag })],
      ['resource "crane": preempt ', () => crane.request(() => {}, 0, 0, 0, { preempt: flag })],
      ['signal "month": repeating ', () => simulation.signal('month', { repeating: flag })],
      ['process "tick": clock ', () => simulation.process('tick', function* () {}, { clock: flag })],
      ['monitor "stay": overTime ', () => simulation.monitor('stay', { overTime: flag })],
      ['simulation: recordCauses ', () => new Simulation({ recordCauses: flag })],
      ['simulation: recordCauses ', () => simulation.reset({ recordCauses: flag })],
    ] as const) {
      expect(message(call)).toContain(where);
      expect(message(call)).toContain(expected);
    }
    expect([crane.queueLength, crane.inUse, simulation.pendingEvents, simulation.now]).toEqual([0, 0, 0, 2]);
  });
});

describe('a number', () => {
  it.each([['5'], [true], [[5]], [null]])('given as %j is refused by name', (wrong) => {
    const simulation = later();
    const [number, stay] = [any(wrong), simulation.monitor('stay')];
    stay.note(1);
    const week = new WorkingCalendar({});
    const histogram = { from: 0, width: 1, classes: 2 };
    for (const [name, call] of [
      ['events per instant: ', () => new Simulation({ maxEventsPerInstant: number })],
      ['start time: ', () => new Simulation({ startTime: number })],
      ['resolution: ', () => new Simulation({ resolutionDays: number })],
      ['quantile ', () => stay.quantile(number)],
      ['histogram from ', () => stay.histogram({ ...histogram, from: number })],
      ['width ', () => stay.histogram({ ...histogram, width: number })],
      ['classes ', () => stay.histogram({ ...histogram, classes: number })],
      ['since ', () => drivingPath(simulation, 0, { since: number })],
      ['event ', () => drivingPath(simulation, number)],
      ['working days: ', () => week.advance(0, number)],
      ['time ', () => week.nextOpen(number)],
      ['blackout from ', () => new WorkingCalendar({ blackouts: [[number, 10]] })],
      ['shift ', () => new WorkingCalendar({ shifts: [[6, number]] })],
      ['weekdays ', () => new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [number] })],
      ['units ', () => simulation.resource('crane').acquire({ units: number })],
      ['capacity ', () => simulation.resource('crane', { capacity: number })],
      ['capacity ', () => simulation.resource('crane').setCapacity(number)],
    ] as const) {
      expect(message(call)).toMatch(new RegExp(`(^|: )${name}.*, expected`));
    }
    if (typeof wrong !== 'number')
      expect(message(() => simulation.cancelOwnedBy(number))).toContain('entity: ');
  });
});

describe('a list', () => {
  it.each([undefined, null, 5, 'ab', {}])(
    'is expected by anyOf, allOf, during and calendars, not %s',
    (wrong) => {
      const simulation = later();
      const list = any(wrong);
      for (const [call, expected] of [
        [() => simulation.anyOf(list), /^anyOf: .*, expected a list, anyOf\(\[a, b\]\) \(day 2\)$/],
        [() => simulation.allOf(list), /^allOf: .*, expected a list, allOf\(\[a, b\]\) \(day 2\)$/],
        [() => simulation.during(list, 3), /^during: .*, expected a list of tickets/],
      ] as const)
        expect(message(call)).toMatch(expected);
      if (wrong === undefined) return;
      for (const option of ['shifts', 'blackouts', 'seasons', 'weekdays'])
        expect(message(() => new WorkingCalendar({ epochDate: '2025-11-03', [option]: list }))).toMatch(
          new RegExp(`^calendar: ${option} .*, expected a list of`),
        );
    },
  );

  it('is named when waits are given one by one, or one ticket alone', () => {
    const simulation = later();
    const [crane, power] = [simulation.resource('crane'), simulation.signal('power')];
    const errors: string[] = [];
    simulation.process('worker', function* () {
      const ticket = yield* crane.acquire();
      const ask = (call: () => unknown): void => void errors.push(message(call));
      ask(() => (simulation.anyOf as (...waits: unknown[]) => unknown)(ticket, 5));
      ask(() => simulation.allOf(any(power)));
      ask(() => simulation.during(any(ticket), 3));
      ask(() => simulation.anyOf([any(power), 3]));
      ask(() => simulation.allOf([any(crane)]));
      ask(() => simulation.allOf([any(simulation.level('tank'))]));
      ask(() => simulation.anyOf([any(undefined)]));
      ask(() => simulation.during([any(simulation.activeProcess)], 3));
    });
    simulation.run();
    const parts =
      "expected days, an activity's lasting(days), a process, or a wait such as signal.wait() (day 2)";
    expect(errors).toEqual([
      'anyOf: resource "crane", expected a list, anyOf([a, b]) (day 2)',
      'allOf: signal "power", expected a list, allOf([a, b]) (day 2)',
      'during: resource "crane", expected a list of tickets, during([ticket], days); or resource.during(ticket, days) (day 2)',
      `anyOf: signal "power", ${parts}`,
      `allOf: resource "crane", ${parts}`,
      `allOf: level "tank", ${parts}`,
      `anyOf: undefined, ${parts}`,
      'during: process "worker", expected a ticket of a resource (day 2)',
    ]);
  });

  it('of a calendar has pairs where it is of ranges', () => {
    for (const [option, wrong] of [
      ['shifts', [undefined]],
      ['shifts', [6, 18]],
      ['blackouts', [[1]]],
      ['blackouts', [{ from: 1, to: 2 }]],
      ['seasons', [['03-01', '04-01', '05-01']]],
    ] as const)
      expect(message(() => new WorkingCalendar({ epochDate: '2025-11-03', [option]: wrong }))).toMatch(
        new RegExp(`^calendar: ${option}: .*, expected a pair, \\[from, to\\]$`),
      );
    for (const epochDate of [null, 5, {}])
      expect(message(() => new WorkingCalendar({ epochDate: any(epochDate), weekdays: [1] }))).toMatch(
        /^date: /,
      );
    expect([null, 5, undefined].map((date) => isCalendarDate(any(date)))).toEqual([false, false, false]);
  });
});

describe('what is called', () => {
  it.each([5, undefined, null, 'racks', {}])('as a condition is a function, not %s', (predicate) => {
    expect(message(() => later().condition(any(predicate), 'eight racks'))).toMatch(
      /^condition "eight racks": .*, expected a function that says whether it is met \(day 2\)$/,
    );
  });

  it('and fails as the body of a process names the process and the time', () => {
    const simulation = later();
    const boom = new RangeError('boom');
    const body = (): never => {
      throw boom;
    };
    expect(message(() => simulation.process('pour', body))).toBe('boom (process "pour", day 2)');
    expect(
      message(() =>
        simulation.process(
          'pour',
          any(() => 5),
        ),
      ),
    ).toBe('process "pour": body gave 5, expected a generator; write function* (day 2)');
    expect([simulation.pendingEvents, simulation.stillWaiting()]).toEqual([0, []]);
  });

  it('as the calendar of an activity is a calendar', () => {
    const pour = later().activity('pour');
    for (const calendar of [{}, 5, 'week', null])
      expect(message(() => pour.lasting(3, any(calendar)))).toMatch(
        /^activity "pour": calendar .*, expected a WorkingCalendar \(day 2\)$/,
      );
  });
});

describe('a process that is stopped', () => {
  it('gives nothing, whatever its finally block returns', () => {
    for (const itself of [false, true]) {
      const simulation = new Simulation();
      const seen: unknown[] = [];
      const victim = simulation.process<number>('victim', function* () {
        try {
          yield 1;
          if (itself) victim.stop();
          yield 10;
        } finally {
          yield 2;
          // oxlint-disable-next-line no-unsafe-finally
          return 5;
        }
      });
      simulation.process('friend', function* () {
        seen.push(yield* victim.finished(), victim.state);
        seen.push(yield* victim.finished());
      });
      simulation.schedule(1, () => victim.stop(), { priority: 1 });
      simulation.run();
      expect([seen, victim.done.value, simulation.now]).toEqual([
        [undefined, 'stopped', undefined],
        undefined,
        3,
      ]);
    }
  });

  it('is stopped all the same when an interrupt cuts its finally block short', () => {
    const simulation = new Simulation();
    const seen: unknown[] = [];
    const victim = simulation.process('victim', function* () {
      try {
        yield 10;
      } finally {
        try {
          yield 5;
        } finally {
          seen.push('inner');
        }
        seen.push('never');
      }
    });
    simulation.process('friend', function* () {
      seen.push(yield* victim.finished(), victim.state, simulation.now);
    });
    simulation.schedule(1, () => victim.stop());
    simulation.schedule(2, () => victim.interrupt('storm'));
    simulation.run();
    expect(seen).toEqual(['inner', undefined, 'stopped', 2]);
  });

  it('fails none the less when its finally block throws of itself', () => {
    const simulation = new Simulation();
    const freeze = (): never => {
      throw new Error('frost');
    };
    const victim = simulation.process('victim', function* () {
      try {
        yield 10;
      } catch (error) {
        expect(error).toBeInstanceOf(Interrupt);
      } finally {
        yield 2;
        freeze();
      }
    });
    simulation.schedule(1, () => victim.stop());
    expect(message(() => simulation.run())).toBe('frost (process "victim", day 3)');
    expect(victim.state).toBe('failed');
  });
});
