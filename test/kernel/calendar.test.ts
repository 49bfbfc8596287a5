import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation, WorkingCalendar } from '../../src/kernel/index.ts';

// 3 November 2025 is a Monday.
const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5] });

describe('working calendar', () => {
  it('counts working days over weekends', () => {
    expect([week.advance(0, 5), week.advance(0, 6), week.advance(4.5, 1)]).toEqual([5, 8, 7.5]);
    expect([week.nextOpen(5.2), week.nextClose(1), week.isOpen(4.9), week.isOpen(5)]).toEqual([
      7,
      5,
      true,
      false,
    ]);
    expect(week.between(0, 14)).toBe(10);
    expect(week.advance(-3, 1)).toBe(-2);
  });

  it('counts shifts as working days of their own length', () => {
    const shifts = new WorkingCalendar({
      epochDate: '2025-11-03',
      weekdays: [1, 2, 3, 4, 5],
      shifts: [
        [6, 12],
        [13, 15],
      ],
    });
    expect(shifts.dayLength).toBeCloseTo(8 / 24, 12);
    expect(shifts.advance(0, 1)).toBe(15 / 24);
    expect(shifts.advance(0, 3)).toBe(2 + 15 / 24);
    expect(shifts.advance(0, 5.5)).toBeCloseTo(7 + 10 / 24, 12);
    expect(shifts.nextOpen(0.5)).toBeCloseTo(13 / 24, 12);
  });

  it('closes in blackouts and out of season, over the new year too', () => {
    const blackout = new WorkingCalendar({ blackouts: [[10, 20.5]] });
    expect([blackout.advance(8, 3), blackout.nextOpen(12), blackout.nextClose(0)]).toEqual([21.5, 20.5, 10]);
    const season = new WorkingCalendar({ epochDate: '2026-01-01', seasons: [['04-01', '11-30']] });
    expect(season.nextOpen(0)).toBe(90);
    expect(season.nextClose(90)).toBe(334);
    expect(season.advance(0, 245)).toBe(365 + 91);
    const winter = new WorkingCalendar({ epochDate: '2026-01-01', seasons: [['11-01', '02-28']] });
    expect([winter.isOpen(0), winter.nextClose(0), winter.nextOpen(100)]).toEqual([true, 59, 304]);
    // 2028 is a leap year: the first of March is one day later.
    const leap = new WorkingCalendar({ epochDate: '2028-01-01', seasons: [['03-01', '03-01']] });
    expect(leap.nextOpen(0)).toBe(60);
  });

  it('drives activities: so many working days from now', () => {
    const simulation = new Simulation();
    const pour = simulation.activity('pour');
    const times: number[] = [];
    simulation.process('civil', function* () {
      yield pour.lasting(6, week);
      times.push(simulation.now);
      yield 4.5;
      yield pour.until(week.nextOpen(simulation.now));
      times.push(simulation.now);
    });
    simulation.run();
    expect(times).toEqual([8, 14]);
  });

  it('refuses what makes no sense, and says when it never opens again', () => {
    expect(() => new WorkingCalendar({ weekdays: [1] })).toThrow('expected epochDate');
    expect(() => new WorkingCalendar({ epochDate: '2025-02-29' })).toThrow('date: 2025-02-29');
    expect(() => new WorkingCalendar({ shifts: [[8, 30]] })).toThrow('shift 8 to 30');
    expect(() => new WorkingCalendar({ blackouts: [[0, 1e6]] }).nextOpen(3)).toThrow(
      'no working time after day 3',
    );
    expect(() => week.advance(0, NaN)).toThrow('working days: NaN');
  });

  it('advances by as many working days as lie between, whatever the calendar', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        fc.array(fc.tuple(fc.integer({ min: -50, max: 200 }), fc.integer({ min: 0, max: 20 })), {
          maxLength: 4,
        }),
        fc.double({ min: -20, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (weekdays, closures, start, days) => {
          const blackouts = closures.map(([from, length]) => [from, from + length] as const);
          const calendar = new WorkingCalendar({
            epochDate: '2025-11-03',
            weekdays,
            blackouts,
            shifts: [[7, 15.5]],
          });
          const end = calendar.advance(start, days);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(calendar.between(start, end)).toBeCloseTo(days, 6);
          expect(calendar.advance(start, days + 1)).toBeGreaterThan(end);
        },
      ),
      { numRuns: 200, seed: 11 },
    );
  });
});

describe('a calendar', () => {
  it.each([
    // 2027 has no 29 February: day 58 is the 28th.
    ['2027-01-01', 58],
    ['2028-01-01', 59],
  ])('of a season from 02-29 opens on the last day of February of a year from %s', (epochDate, day) => {
    const calendar = new WorkingCalendar({ epochDate, seasons: [['02-29', '03-05']] });
    expect(calendar.nextOpen(0)).toBe(day);
    expect(new WorkingCalendar({ epochDate, seasons: [['02-01', '02-28']] }).isOpen(58.5)).toBe(true);
  });

  it.each([[[0, 1, 2, 3, 4]], [[8]], [[1.5]], [[]]])('refuses the weekdays %j', (weekdays) => {
    expect(() => new WorkingCalendar({ epochDate: '2027-01-01', weekdays })).toThrow('calendar: weekdays');
  });

  it('takes shifts, seasons and blackouts in any order', () => {
    const options = {
      epochDate: '2025-11-03',
      shifts: [
        [6, 12],
        [13, 18],
        [18, 20],
      ],
      seasons: [
        ['03-01', '04-30'],
        ['10-01', '12-15'],
      ],
      blackouts: [
        [3, 4],
        [8, 9.5],
      ],
    } as const;
    const [forwards, backwards] = [
      new WorkingCalendar(options),
      new WorkingCalendar({
        ...options,
        shifts: options.shifts.toReversed(),
        seasons: options.seasons.toReversed(),
        blackouts: options.blackouts.toReversed(),
      }),
    ];
    expect(backwards.dayLength).toBe(forwards.dayLength);
    for (let time = 0; time < 200; time += 0.37) {
      expect(backwards.nextOpen(time)).toBe(forwards.nextOpen(time));
      expect(backwards.nextClose(time)).toBe(forwards.nextClose(time));
      expect(backwards.advance(time, 2.5)).toBe(forwards.advance(time, 2.5));
    }
  });

  it('refuses shifts that overlap, whatever their order: the day would be longer than its hours', () => {
    const early = [6, 14] as const;
    const late = [13, 22] as const;
    for (const shifts of [
      [early, late],
      [late, early],
    ])
      expect(() => new WorkingCalendar({ shifts })).toThrow(
        'calendar: shift 13 to 22, expected one that does not overlap with that from 6 to 14',
      );
  });

  it('joins seasons and blackouts that overlap', () => {
    const calendar = new WorkingCalendar({
      epochDate: '2026-01-01',
      seasons: [
        ['03-01', '06-30'],
        ['06-01', '08-31'],
      ],
      blackouts: [
        [70, 80],
        [75, 90],
      ],
    });
    expect([0, 72, 200].map((time) => calendar.nextOpen(time))).toEqual([59, 90, 200]);
    expect(calendar.nextClose(100)).toBe(243);
  });

  it('refuses no shifts, of which all work would take no time', () => {
    expect(() => new WorkingCalendar({ shifts: [] })).toThrow('calendar: no shifts, expected one or more');
  });
});
