import { describe, expect, test } from 'vitest';
import {
  blackoutEnd,
  joinedRanges,
  nextOpening,
  seasonRanges,
  WorkingCalendar,
} from '../../src/kernel/index.ts';

const START = '2026-01-01';

describe('ranges', () => {
  test('are sorted and joined, those that touch too', () => {
    expect(
      joinedRanges([
        { from: 20, to: 30 },
        { from: 1, to: 5 },
        { from: 5, to: 8 },
        { from: 22, to: 25 },
        { from: 2, to: 3 },
      ]),
    ).toEqual([
      { from: 1, to: 8 },
      { from: 20, to: 30 },
    ]);
    expect(joinedRanges([])).toEqual([]);
  });
});

describe('02-29 is the last day of February', () => {
  const season = (from: string, to: string) => seasonRanges([{ from, to }], START, 0, 800);

  test('where a season ends there', () => {
    // 2026 and 2027 have 28 days of February, 2028 has 29; the start is 2026-01-01.
    const ends = season('02-01', '02-29').map(({ to }) => to);
    expect(ends).toContain(59);
    expect(ends).toContain(424);
    expect(ends).toContain(365 + 365 + 60);
  });

  test('where a season begins there', () => {
    const starts = season('02-29', '03-10').map(({ from }) => from);
    expect(starts).toContain(58);
    expect(starts).toContain(365 + 58);
    expect(starts).toContain(365 + 365 + 59);
  });
});

describe('a working calendar of whole days', () => {
  const closed = [
    [3, 7.5],
    [20, 21],
    [6, 9],
  ] as const;
  const ranges = joinedRanges(closed.map(([from, to]) => ({ from, to })));

  test('opens again where the end of a blackout is', () => {
    const calendar = new WorkingCalendar({ blackouts: closed });
    for (let time = 0; time < 30; time += 0.25)
      expect(calendar.nextOpen(time)).toBe(blackoutEnd(ranges, time));
  });

  test('opens next where the next season does', () => {
    const seasons = [
      ['11-20', '01-02'],
      ['02-29', '03-10'],
    ] as const;
    const calendar = new WorkingCalendar({ epochDate: START, seasons });
    const occurrences = seasonRanges(
      seasons.map(([from, to]) => ({ from, to })),
      START,
      -1200,
      2400,
    );
    for (let day = -1100; day < 2300; day++)
      expect(calendar.nextOpen(day)).toBe(nextOpening(occurrences, day));
  });
});
