import { expect, test } from 'vitest';
import { dateOf, monthText } from '../../src/plot/calendarText.ts';
import { lockInChart, type LockInLine } from '../../src/plot/index.ts';
import { document, monthEnds } from './samples.ts';
import { expectSound } from './sound.ts';

/** A place whose probability falls from `first` to `last` while its cost grows to $2B. */
function place(name: string, first: number, last: number, months = 24): LockInLine {
  return {
    name,
    points: monthEnds(months).map((date, i) => {
      const part = i / Math.max(1, months - 1);
      const pays = first + (last - first) * part;
      return {
        date,
        cost: { estimate: 2e9 * part, low: 1.8e9 * part, high: 2.3e9 * part },
        pays: { estimate: pays, low: Math.max(0, pays - 0.1), high: Math.min(1, pays + 0.1) },
      };
    }),
  };
}

const paying = (name: string, lows: readonly number[]) => ({
  name,
  points: monthEnds(lows.length).map((date, index) => ({
    date,
    cost: { estimate: 1e9 },
    pays: { estimate: lows[index]! + 0.14, low: lows[index]!, high: lows[index]! + 0.28 },
  })),
});

test('the finding is when leaving for each place is shown to pay in most runs, and no date after the last', () => {
  const chart = lockInChart({
    document,
    offers: [
      paying('cheap', [0.7, 0.6, 0.44]),
      paying('near', [0.6, 0.6, 0.51]),
      paying('far', [0.44, 0.44, 0.44]),
      paying('odd', [0.4, 0.6, 0.4]),
    ],
  });
  const [, second, last] = monthEnds(3).map((date) => monthText(dateOf(date)));
  expect(chart.title).toBe(
    `Leaving is shown to pay in more than half of the runs: cheap until ${second}, near on every date, the last in ${last}, far on no date, odd on some dates, the last in ${second}`,
  );
});

test('what lies before the as-of date is no finding', () => {
  const chart = lockInChart({ document, offers: [place('cheap', 0.9, 0.1)], asOf: '2027-06-01' });
  expect(chart.title).toBe('Leaving is shown to pay in more than half of the runs: cheap on no date');
});

test('both panels at every width, one month, nothing known', () => {
  const unknown = { name: 'unknown', points: monthEnds(3).map((date) => ({ date, cost: {}, pays: {} })) };
  for (const width of [320, 720])
    for (const offers of [
      [place('a', 1, 0), place('a much longer name', 0.2, 0.2)],
      [place('b', 1, 1, 1)],
      [unknown],
    ])
      expectSound(lockInChart({ document, width, offers }));
});

test('no offers and an offer without dates are refused', () => {
  expect(() => lockInChart({ document, offers: [] })).toThrow('offers: none, expected at least one');
  expect(() => lockInChart({ document, offers: [{ name: 'x', points: [] }] })).toThrow(
    'x: no dates, expected at least one',
  );
});
