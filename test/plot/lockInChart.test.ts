import { expect, test } from 'vitest';
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

test('the finding is until when leaving for each place pays in half of the runs', () => {
  const chart = lockInChart({
    document,
    offers: [place('cheap', 0.9, 0.1), place('near', 0.9, 0.6), place('far', 0.4, 0.1)],
  });
  expect(chart.title).toBe(
    'Leaving pays in half of the runs or more: cheap until Dec 2026, near to Dec 2027 and beyond, far never',
  );
});

test('what lies before the as-of date is no finding', () => {
  const chart = lockInChart({ document, offers: [place('cheap', 0.9, 0.1)], asOf: '2027-06-01' });
  expect(chart.title).toBe('Leaving pays in half of the runs or more: cheap never');
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
