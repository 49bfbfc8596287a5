import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drivingPath, Interrupt, Simulation, WorkingCalendar } from '../../src/kernel/index.ts';
import type { CapacityPolicy, Resource, Ticket } from '../../src/kernel/index.ts';

/** Capacity 0 from one day to another. */
function away(
  simulation: Simulation,
  crew: Resource,
  from: number,
  to: number,
  policy?: CapacityPolicy,
): void {
  simulation.schedule(from, () => crew.setCapacity(0, policy));
  simulation.schedule(to, () => crew.setCapacity(1));
}

describe('work with a ticket', () => {
  it('stands still while the ticket is without its unit, and a plain delay never does', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const ends: number[] = [];
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, 5);
      ends.push(simulation.now);
      crew.release(ticket);
      const again = yield* crew.acquire();
      simulation.schedule(1, () => crew.setCapacity(0, 'resume'));
      yield 5;
      ends.push(simulation.now);
      crew.release(again);
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    expect(ends).toEqual([13, 18]);
    expect([crew.inUse, crew.queueLength]).toEqual([0, 0]);
  });

  for (const [policy, end] of [
    ['finish', 5],
    ['resume', 13],
    ['restart', 15],
  ] as [CapacityPolicy, number][]) {
    it(`has ${policy} as its own policy, whatever the change of capacity says`, () => {
      for (const change of ['finish', 'resume', 'restart', undefined] as const) {
        const simulation = new Simulation();
        const crew = simulation.resource('crew');
        const job = simulation.process('job', function* () {
          const ticket = yield* crew.acquire();
          yield* crew.during(ticket, simulation.activity('weld').lasting(5), { policy });
          crew.release(ticket);
          return simulation.now;
        });
        away(simulation, crew, 2, 10, change);
        simulation.run();
        expect(job.done.value).toBe(end);
      }
    });
  }

  it('lets the clerks alone who hold no ticket, though the holder has ended and another gave the ticket back', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const ends: number[] = [];
    let ticket: Ticket | undefined;
    simulation.process('foreman', function* () {
      ticket = yield* crane.acquire();
    });
    simulation.process('worker', function* () {
      yield 5;
      crane.release(ticket!);
    });
    for (let i = 0; i < 3; i++) {
      simulation.process(
        'clerk',
        function* () {
          yield 10;
          ends.push(simulation.now);
        },
        { delay: 1 },
      );
    }
    away(simulation, crane, 2, 50, 'resume');
    simulation.run();
    expect(ends).toEqual([11, 11, 11]);
    expect([crane.inUse, crane.queueLength]).toEqual([0, 0]);
  });

  for (const policy of ['resume', 'restart'] as const) {
    for (const [name, shifts, days, end] of [
      ['days', [[0, 24]], 5, 5],
      ['hours that are no sums of halves', [[7, 16.6]], 5 * 0.4, 4 + 16.6 / 24],
      [
        'two shifts a day',
        [
          [6.1, 9.7],
          [13, 17.3],
        ],
        (9.7 - 6.1) / 24,
        9.7 / 24,
      ],
    ] as [string, [number, number][], number, number][]) {
      it(`whose end falls on the end of the shift is done, under ${policy}: ${name}`, () => {
        const calendar = { epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5], shifts };
        const week = new WorkingCalendar(calendar);
        const simulation = new Simulation();
        const crew = simulation.resource('crew', { capacity: week.isOpen(0) ? 1 : 0 });
        const shift = simulation.activity('shift');
        simulation.process('shifts', function* () {
          if (!week.isOpen(0)) {
            yield shift.until(week.nextOpen(0));
            crew.setCapacity(1);
          }
          for (;;) {
            yield shift.until(week.nextClose(simulation.now));
            crew.setCapacity(0, policy === 'restart' && days > 1 && end < 5 ? 'resume' : policy);
            yield shift.until(week.nextOpen(simulation.now));
            crew.setCapacity(1);
          }
        });
        const job = simulation.process('job', function* () {
          const ticket = yield* crew.acquire();
          yield* crew.during(ticket, days);
          crew.release(ticket);
        });
        simulation.run({ until: job });
        expect(simulation.now).toBeCloseTo(end, 12);
        expect(week.advance(0, days / week.dayLength)).toBeCloseTo(end, 12);
      });
    }
  }

  it('in two parts stands still between them, though no part was under way when the unit went', () => {
    for (const own of [undefined, 'resume'] as const) {
      const simulation = new Simulation();
      const crew = simulation.resource('crew');
      simulation.process('job', function* () {
        const ticket = yield* crew.acquire();
        yield* crew.during(ticket, 2, { policy: own });
        yield* crew.during(ticket, 3, { policy: own });
        crew.release(ticket);
        expect(simulation.now).toBe(13);
      });
      away(simulation, crew, 2, 10, own === undefined ? 'resume' : undefined);
      simulation.run();
      expect(simulation.now).toBe(13);
    }
  });

  it('begins when the ticket is whole, if the unit went during a plain delay', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const ends: number[] = [];
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      yield 3;
      ends.push(simulation.now);
      yield* crew.during(ticket, 0);
      ends.push(simulation.now);
      yield* crew.during(ticket, 5);
      ends.push(simulation.now);
      crew.release(ticket);
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    expect(ends).toEqual([3, 10, 15]);
  });

  it('that is finished first gives its unit up when it is done', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const log: number[] = [];
    simulation.process('pour', function* () {
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, 5, { policy: 'finish' });
      log.push(simulation.now, crew.inUse);
      yield* crew.during(ticket, 1);
      log.push(simulation.now);
      crew.release(ticket);
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    expect(log).toEqual([5, 0, 11]);
  });

  it('goes on in an any-of or all-of when the ticket is whole again', () => {
    for (const kind of ['anyOf', 'allOf'] as const) {
      const simulation = new Simulation();
      const crew = simulation.resource('crew');
      const storm = simulation.signal('storm');
      simulation.process('job', function* () {
        const ticket = yield* crew.acquire();
        const work = crew.during(ticket, 5);
        if (kind === 'anyOf') yield* simulation.anyOf([work, storm.wait()]);
        else yield* simulation.allOf([work, 1]);
        expect(work.remainingDays).toBe(0);
        crew.release(ticket);
      });
      away(simulation, crew, 2, 10, 'resume');
      simulation.run();
      expect(simulation.now).toBe(13);
    }
  });

  it('says what remains of it when it lost to another wait, also while it stands still', () => {
    for (const [day, left] of [
      [1, 4],
      [4, 3],
      [12, 1],
    ]) {
      const simulation = new Simulation();
      const crew = simulation.resource('crew');
      simulation.process('job', function* () {
        const ticket = yield* crew.acquire();
        const work = crew.during(ticket, 5);
        const { index } = yield* simulation.anyOf([work, day]);
        expect([index, work.remainingDays]).toEqual([1, left]);
        crew.release(ticket);
        yield 20;
        expect(work.remainingDays).toBe(left);
      });
      away(simulation, crew, 2, 10, 'resume');
      simulation.run();
      expect(simulation.executedEvents).toBeGreaterThan(5);
      expect([crew.inUse, crew.queueLength]).toEqual([0, 0]);
    }
  });

  it('with two tickets goes on when both are whole', () => {
    for (const [crewAway, craneAway, end] of [
      [[1, 3], [2, 10], 14],
      [[2, 10], [1, 3], 14],
      [[1, 10], [2, 3], 14],
      [[1, 2], [2, 3], 7],
      [[1, 3], [5, 6], 8],
    ] as [number[], number[], number][]) {
      for (const style of ['process', 'process with its own policy', 'callback']) {
        const simulation = new Simulation();
        const crew = simulation.resource('crew');
        const crane = simulation.resource('crane');
        let ended = NaN;
        const policy = style === 'process' ? {} : { policy: 'resume' as const };
        const change = style === 'process with its own policy' ? undefined : 'resume';
        if (style !== 'callback') {
          simulation.process('job', function* () {
            const tickets = yield* simulation.allOf([crew.acquire(), crane.acquire()]);
            yield* simulation.during(tickets, simulation.activity('lift').lasting(5), policy);
            ended = simulation.now;
            crew.release(tickets[0]);
            crane.release(tickets[1]);
          });
        } else {
          const first = crew.request(() => {
            const second = crane.request(() => {
              const end = simulation.schedule(
                5,
                (argument) => {
                  expect(argument).toBe(77);
                  ended = simulation.now;
                  crew.release(first);
                  crane.release(second);
                },
                77,
              );
              crew.work(first, end);
              crane.work(second, end);
            });
          });
        }
        away(simulation, crew, crewAway[0], crewAway[1], change);
        away(simulation, crane, craneAway[0], craneAway[1], change);
        simulation.run();
        expect(ended).toBe(end);
        expect([crew.inUse, crane.inUse, crew.queueLength, crane.queueLength]).toEqual([0, 0, 0, 0]);
      }
    }
  });

  it('begins again when either of two tickets is lost under restart', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const crane = simulation.resource('crane');
    simulation.process('job', function* () {
      const tickets = yield* simulation.allOf([crew.acquire(), crane.acquire()]);
      yield* simulation.during(tickets, 5);
    });
    away(simulation, crew, 1, 3, 'resume');
    away(simulation, crane, 2, 10, 'restart');
    simulation.run();
    expect(simulation.now).toBe(15);
  });

  it('says that it stands still, and without what', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const crane = simulation.resource('crane');
    simulation.process('job', function* () {
      const tickets = yield* simulation.allOf([crew.acquire(), crane.acquire()]);
      yield* simulation.during(tickets, simulation.activity('lift').lasting(5), { policy: 'resume' });
    });
    const lines: string[] = [];
    const note = (): void => void lines.push(...simulation.stillWaiting().map((row) => row.for));
    simulation.schedule(1, note);
    simulation.schedule(2, () => crew.setCapacity(0));
    simulation.schedule(3, () => crane.setCapacity(0));
    simulation.schedule(4, () => crew.setCapacity(1));
    for (const day of [2, 3, 4]) simulation.schedule(day + 0.5, note);
    simulation.run();
    expect(lines).toEqual([
      'lift until day 5',
      'lift, suspended without resource "crew"',
      'lift, suspended without resource "crew" and resource "crane"',
      'lift, suspended without resource "crane"',
    ]);
  });

  it('may be several works with one ticket, which stop and go on together', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const ends: number[] = [];
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      const works = [crew.during(ticket, 3), crew.during(ticket, 5)];
      for (const [index, work] of works.entries())
        simulation.process('part', function* () {
          yield* work;
          ends[index] = simulation.now;
        });
      yield 100;
      crew.release(ticket);
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    expect(ends).toEqual([11, 13]);
  });

  it('counts working days of a calendar when it has one, and stands still besides', () => {
    const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5] });
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const left: (number | undefined)[] = [];
    const job = simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      const work = crew.during(ticket, simulation.activity('pour').lasting(6, week));
      simulation.schedule(2, () => left.push(work.remainingDays));
      simulation.schedule(4.5, () => left.push(work.remainingDays));
      simulation.schedule(6, () => left.push(work.remainingDays));
      yield* work;
      crew.release(ticket);
    });
    // Mon, Tue, Wed worked; away Thu and Fri; Mon, Tue, Wed worked.
    away(simulation, crew, 3, 5, 'resume');
    simulation.run({ until: job });
    expect(simulation.now).toBe(10);
    expect(left).toEqual([4, 3, 3]);
  });

  it('ends when the days on which all its tickets were whole add up, counted day by day', () => {
    const DAYS = 40;
    const present = fc.array(fc.boolean(), { minLength: DAYS, maxLength: DAYS });
    const pieces = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        present,
        present,
        pieces,
        fc.integer({ min: 0, max: 5 }),
        (crewThere, craneThere, days, rest) => {
          const there = [crewThere, craneThere].map((each) => [true, ...each]);
          const simulation = new Simulation();
          const pair = [simulation.resource('crew'), simulation.resource('crane')];
          for (const [index, resource] of pair.entries()) {
            for (let day = 1; day <= DAYS; day++)
              simulation.schedule(day, () => resource.setCapacity(there[index][day] ? 1 : 0, 'resume'));
            simulation.schedule(DAYS + 1, () => resource.setCapacity(1));
          }
          const ends: number[] = [];
          simulation.process('job', function* () {
            const tickets = yield* simulation.allOf(pair.map((resource) => resource.acquire()));
            for (const piece of days) {
              yield* simulation.during(tickets, piece);
              ends.push(simulation.now);
              yield rest;
            }
          });
          simulation.run();
          let day = 0;
          const isWhole = (): boolean => day > DAYS || (there[0][day] && there[1][day]);
          const expected = days.map((piece) => {
            for (let left = piece; left > 0; day++) if (isWhole()) left--;
            const end = day;
            day += rest;
            return end;
          });
          expect(ends).toEqual(expected);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });

  it('is recorded as one stretch from its beginning, granted by who gave the unit back', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, simulation.activity('weld').lasting(5));
      crew.release(ticket);
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    const path = drivingPath(simulation, simulation.currentEvent).filter(({ from, to }) => to > from);
    expect(path.map(({ label, from, to }) => [label, from, to])).toEqual([['weld', 0, 13]]);
    const through = drivingPath(simulation, simulation.currentEvent, { view: 'pass-through' });
    expect(through.filter(({ from, to }) => to > from).map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 13],
    ]);
  });

  it('takes the latest and least urgent tickets first, and gives back to the most urgent first', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 4 });
    const ends: Record<string, number> = {};
    for (const [name, priority, at] of [
      ['early', 0, 0],
      ['late', 0, 0.5],
      ['urgent', -1, 0.75],
      ['low', 1, 0],
    ] as const) {
      simulation.process(
        name,
        function* () {
          const ticket = yield* crew.acquire({ priority });
          yield* crew.during(ticket, 5);
          ends[name] = simulation.now;
          crew.release(ticket);
        },
        { delay: at },
      );
    }
    // 3 of 4 stay: low goes; 1 of 4: late and early go; back one by one.
    simulation.schedule(1, () => crew.setCapacity(3, 'resume'));
    simulation.schedule(2, () => crew.setCapacity(1, 'resume'));
    simulation.schedule(10, () => crew.setCapacity(0, 'resume'));
    simulation.schedule(20, () => crew.setCapacity(1));
    simulation.run();
    expect(ends).toEqual({ urgent: 5.75, early: 8.75, late: 22.25, low: 26.25 });
  });

  it('suspends a claim of several units whole, and lets others have what it leaves', () => {
    const simulation = new Simulation();
    const yard = simulation.resource('yard', { capacity: 3 });
    const log: [string, number][] = [];
    simulation.process('large', function* () {
      const ticket = yield* yard.acquire({ units: 3 });
      yield* yard.during(ticket, 5);
      log.push(['large', simulation.now]);
      yard.release(ticket);
    });
    simulation.process('small', function* () {
      yield 1;
      const ticket = yield* yard.acquire({ priority: -1 });
      yield* yard.during(ticket, 4);
      log.push(['small', simulation.now]);
      yard.release(ticket);
    });
    simulation.schedule(2, () => yard.setCapacity(2, 'resume'));
    simulation.schedule(3, () => yard.setCapacity(3));
    simulation.run();
    expect(log).toEqual([
      ['small', 6],
      ['large', 9],
    ]);
  });

  it('gives back a ticket that lost its unit, in part too, without giving back a unit', () => {
    const simulation = new Simulation();
    const yard = simulation.resource('yard', { capacity: 3 });
    const log: number[] = [];
    simulation.process('holder', function* () {
      const ticket = yield* yard.acquire({ units: 3 });
      yield 3;
      yard.release(2);
      log.push(yard.inUse, yard.queueLength);
      yield* yard.during(ticket, 2);
      log.push(simulation.now);
      yield 5;
      yard.release(ticket);
      log.push(yard.inUse, yard.queueLength);
    });
    simulation.schedule(2, () => yard.setCapacity(0, 'resume'));
    simulation.schedule(4, () => yard.setCapacity(1));
    simulation.schedule(7, () => yard.setCapacity(0, 'resume'));
    simulation.run();
    expect(log).toEqual([0, 1, 6, 0, 0]);
  });

  it('is refused with no ticket, one that is not held, of another resource, worked with or misspelt', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const crane = simulation.resource('crane');
    const refused: string[] = [];
    const attempt = (action: () => unknown): void => {
      try {
        action();
        refused.push('nothing');
      } catch (error) {
        refused.push((error as Error).message);
      }
    };
    simulation.process('job', function* () {
      const ticket = yield* crew.acquire();
      attempt(() => crew.during(undefined as never, 5));
      attempt(() => crane.during(ticket, 5));
      const unbegun = crew.acquire();
      attempt(() => crew.during(unbegun, 5));
      unbegun.withdraw();
      attempt(() => crew.during(ticket, 5, { policy: 'pause' as never }));
      attempt(() => crew.setCapacity(0, 'resumed' as never));
      attempt(() => simulation.during([], 5));
      attempt(() => simulation.during([undefined as never], 5));
      simulation.process('other', function* () {
        yield 1;
        attempt(() => crew.release(ticket));
        attempt(() => crew.work(ticket, 0));
      });
      yield* crew.during(ticket, 5);
      crew.release(ticket);
      attempt(() => crew.during(ticket, 5));
    });
    simulation.run();
    expect(refused).toEqual([
      'resource "crew": work with undefined, expected a ticket (day 0)',
      'resource "crane": work with a ticket of resource "crew", expected its own (day 0)',
      'resource "crew": work with a ticket that is new, expected one that is held (day 0)',
      'resource "crew": policy "pause", expected finish, resume, restart (day 0)',
      'resource "crew": policy "resumed", expected finish, resume, restart (day 0)',
      'during: no tickets, expected one or more (day 0)',
      'during: undefined, expected a ticket of a resource (day 0)',
      'resource "crew": release of a ticket that is worked with, expected the work to be over (day 1)',
      'resource "crew": work that is no pending event, expected its handle (day 1)',
      'resource "crew": work with a ticket that is released, expected one that is held (day 5)',
    ]);
    simulation.process('late', function* () {
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, -1);
    });
    expect(() => simulation.run()).toThrow('delay: -1, expected a finite number of days >= 0');
  });
});

describe('work of a callback', () => {
  it('is its event, which can be moved while it goes on and cancelled at any time', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 2 });
    const ends: number[] = [];
    const handles: number[] = [];
    for (let i = 0; i < 2; i++) {
      const ticket: Ticket = crew.request(() => {
        handles[i] = simulation.schedule(5, () => {
          ends.push(simulation.now);
          crew.release(ticket);
        });
        crew.work(ticket, handles[i]);
        simulation.schedule(i === 0 ? 20 : 4, () => {
          if (simulation.cancel(handles[i])) crew.release(ticket);
        });
      });
    }
    simulation.schedule(1, () => simulation.reschedule(handles[0], 8));
    away(simulation, crew, 2, 10, 'resume');
    simulation.schedule(3, () =>
      expect(() => simulation.reschedule(handles[0], 9)).toThrow('expected an event that is not suspended'),
    );
    simulation.run();
    expect(ends).toEqual([16]);
    expect([crew.inUse, crew.queueLength]).toEqual([0, 0]);
  });

  it('that begins while its ticket is without its unit waits for it', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    let ended = NaN;
    const ticket: Ticket = crew.request(() => {
      crew.work(
        ticket,
        simulation.schedule(1, () => {
          // The unit goes between the first work and the second.
          simulation.schedule(2, () => {
            expect(ticket.state).toBe('suspended');
            crew.work(
              ticket,
              simulation.schedule(5, () => {
                ended = simulation.now;
                crew.release(ticket);
              }),
            );
          });
        }),
      );
    });
    away(simulation, crew, 2, 10, 'resume');
    simulation.run();
    expect(ended).toBe(15);
  });

  it('has its own policy too', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const ticket: Ticket = crew.request(() => {
      const end = simulation.schedule(5, () => crew.release(ticket));
      crew.work(ticket, end, { policy: 'restart' });
    });
    away(simulation, crew, 2, 10);
    simulation.run({ until: () => crew.inUse === 0 && simulation.now > 12 });
    expect(simulation.now).toBe(15);
  });
});

describe('an interrupt of work', () => {
  it('says what remains, also while it stands still, so that it can be taken up again', () => {
    for (const day of [1, 3, 11]) {
      const simulation = new Simulation();
      const crew = simulation.resource('crew');
      const lefts: (number | undefined)[] = [];
      const job = simulation.process('job', function* () {
        const ticket = yield* crew.acquire();
        let left = 5;
        while (left > 0) {
          try {
            yield* crew.during(ticket, left);
            left = 0;
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
            left = error.remainingDays ?? left;
            lefts.push(left);
          }
        }
        crew.release(ticket);
        expect(simulation.now).toBe(13);
      });
      away(simulation, crew, 2, 10, 'resume');
      simulation.schedule(day, () => job.interrupt('question'));
      simulation.run();
      expect(lefts).toEqual([day === 1 ? 4 : day === 3 ? 3 : 2]);
      expect(simulation.now).toBe(13);
    }
  });

  it('says what remains in an any-of and an all-of: the least and the most of what is known', () => {
    const lefts: (number | undefined)[] = [];
    for (const wait of [
      (s: Simulation) => s.anyOf([5, s.signal('storm').wait(), 9]),
      (s: Simulation) => s.allOf([5, s.signal('storm').wait(), 9]),
      (s: Simulation) => s.anyOf([s.allOf([3, 8]), s.signal('storm').wait()]),
      (s: Simulation) => s.anyOf([s.signal('storm').wait()]),
    ]) {
      const simulation = new Simulation();
      const waiter = simulation.process('waiter', function* () {
        try {
          yield wait(simulation);
        } catch (error) {
          lefts.push((error as Interrupt).remainingDays);
        }
      });
      simulation.schedule(2, () => waiter.interrupt());
      simulation.run();
    }
    expect(lefts).toEqual([3, 7, 6, undefined]);
  });

  it('counts working days where the delay had a calendar', () => {
    const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5] });
    const simulation = new Simulation();
    const pour = simulation.activity('pour');
    const lefts: (number | undefined)[] = [];
    const worker = simulation.process('worker', function* () {
      for (const command of [() => pour.lasting(6, week), () => 6, () => pour.until(30)]) {
        try {
          yield command();
        } catch (error) {
          lefts.push((error as Interrupt).remainingDays);
        }
      }
    });
    for (const day of [3, 6, 9]) simulation.schedule(day, () => worker.interrupt());
    simulation.run();
    expect(lefts).toEqual([3, 3, 21]);
  });
});
