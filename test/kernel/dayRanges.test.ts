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

  test('may be empty, and may have no end', () => {
    expect(
      joinedRanges([
        { from: 9, to: Infinity },
        { from: 3, to: 3 },
      ]),
    ).toEqual([
      { from: 3, to: 3 },
      { from: 9, to: Infinity },
    ]);
  });

  const lists: unknown[] = [undefined, null, 5, 'ab', {}, { from: 1, to: 2 }];
  const elements: unknown[] = [
    null,
    5,
    'ab',
    [1, 2],
    {},
    { from: 1 },
    { from: '1', to: '2' },
    { from: 1, to: NaN },
    { from: 5, to: 3 },
  ];
  const look: [string, (ranges: never) => unknown][] = [
    ['joinedRanges', joinedRanges],
    ['blackoutEnd', (ranges) => blackoutEnd(ranges, 0)],
    ['nextOpening', (ranges) => nextOpening(ranges, 0)],
  ];
  test.each(look)('of another shape are refused by name: %s', (_, call) => {
    for (const list of lists)
      expect(() => call(list as never)).toThrow(/^ranges: .*, expected a list of ranges/);
    for (const element of elements)
      expect(() => call([element] as never)).toThrow(
        /^range: .*, expected (\{ from, to \} in days|days, the end)/,
      );
  });

  test.each([NaN, '5', undefined, null])('are looked up at a time, and not at %s', (time) => {
    for (const call of [blackoutEnd, nextOpening])
      expect(() => call([{ from: 1, to: 2 }], time as never)).toThrow(
        /^time: .*, expected a number of days$/,
      );
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

describe('seasons', () => {
  test('of another shape are refused by name', () => {
    for (const list of [undefined, null, 'ab', { from: '03-01', to: '04-01' }])
      expect(() => seasonRanges(list as never, START, 0, 10)).toThrow(
        /^seasons: .*, expected a list of seasons/,
      );
    for (const season of [
      null,
      ['03-01', '04-01'],
      { from: '13-01', to: '04-01' },
      { from: '03-01' },
      { from: 3, to: 4 },
    ])
      expect(() => seasonRanges([season] as never, START, 0, 10)).toThrow(
        /^season day: .*, expected a month and day such as 03-01$/,
      );
  });

  test.each([NaN, Infinity, 1e9, '5', undefined])(
    'are looked for between days that have dates, and not at %s',
    (day) => {
      for (const [from, to] of [
        [day, 10],
        [0, day],
      ])
        expect(() =>
          seasonRanges([{ from: '03-01', to: '04-01' }], START, from as never, to as never),
        ).toThrow(/^time: .*, expected a time counted from 1970-01-01/);
    },
  );
});
