import { expect, test } from 'vitest';
import { bindingChart } from '../../src/plot/index.ts';
import { bindingPoints, document, monthEnds } from './samples.ts';
import { expectSound, WILD } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document };

test('the finding is who holds back most until when, then who', () => {
  expect(bindingChart({ ...settings, points: bindingPoints }).title).toBe(
    'Held back most by chips until Jul 2026, then by acceptance',
  );
});

test('the finding does not change with the width', () => {
  const titles = [320, 720, 1100].map(
    (width) => bindingChart({ ...settings, width, points: bindingPoints }).title,
  );
  expect(new Set(titles).size).toBe(1);
});

test('one cause alone', () => {
  const points = monthEnds(12).map((date) => ({ date, cause: WILD, share: 1 }));
  const chart = bindingChart({ ...settings, points });
  expectSound(chart);
  expect(chart.title).toBe(`Held back most by ${WILD} all the time`);
});

test('nothing held back', () => {
  const chart = bindingChart({
    ...settings,
    points: monthEnds(12).map((date) => ({ date, cause: 'chips', share: 0 })),
  });
  expectSound(chart);
  expect(chart.title).toBe('Nothing is held back on any date');
});

test('what is unmet is on top, and the finding is that most of it does not come', () => {
  const points = monthEnds(12).flatMap((date) => [
    { date, cause: 'unmet', share: 0.9 },
    { date, cause: 'power', share: 0.1 },
  ]);
  const chart = bindingChart({ ...settings, points });
  expectSound(chart);
  expect(chart.title).toBe(
    'More than half does not come by the horizon; the rest is held back most by power all the time',
  );
  expect(chart.svg).toContain('more than half from Jan 2026');
  const [top, below] = ['not by Dec 2026', 'power'].map((name) =>
    textBoxes(chart.svg).find(({ text }) => text === name)!,
  );
  expect(top!.bottom).toBeLessThan(below!.top);
});

/** A point of each month in which one cause has all that is not unmet. */
const ledBy = (names: readonly string[], unmet: (month: number) => number = () => 0) =>
  monthEnds(names.length).flatMap((date, i) => [
    { date, cause: names[i]!, share: 1 - unmet(i) },
    { date, cause: 'unmet', share: unmet(i) },
  ]);
const titleOf = (points: ReturnType<typeof ledBy>): string => bindingChart({ ...settings, points }).title;
const times = (count: number, name: string): string[] => Array.from({ length: count }, () => name);

test('where all is unmet none of it comes, which is not that nothing is held back', () => {
  const points = monthEnds(12).map((date) => ({ date, cause: 'unmet', share: 1 }));
  const chart = bindingChart({ ...settings, points });
  expectSound(chart);
  expect(chart.title).toBe('None of what is still to come is in service by the horizon');
});

test('from when on more than half does not come is part of the finding, but not the end alone', () => {
  expect(titleOf(ledBy(times(12, 'chips'), (month) => (month < 3 ? 0.2 : 0.8)))).toBe(
    'Held back most by chips until Apr 2026; from then more than half does not come by the horizon',
  );
  expect(titleOf(ledBy(times(24, 'chips'), (month) => (month < 23 ? 0.2 : 1)))).toBe(
    'Held back most by chips all the time',
  );
});

test('a short lead of another is no stretch, and is not given to its neighbours', () => {
  const short = [...times(12, 'chips'), 'power', ...times(11, 'chips')];
  expect(titleOf(ledBy(short))).toBe('Held back most by chips, with breaks');
  const between = [...times(12, 'chips'), 'power', ...times(11, 'crews')];
  expect(titleOf(ledBy(between))).toBe('Held back most by chips until Dec 2026, from Feb 2027 by crews');
});

test('where leaders change all the time the one of most dates is named with their number', () => {
  const names = Array.from({ length: 24 }, (_, i) => (i % 3 === 1 ? 'power' : 'chips'));
  expect(titleOf(ledBy(names))).toBe('Held back most by changing causes, on 16 of 24 dates by chips');
});

test('thirty causes are the greatest by name and the others together, all named somewhere', () => {
  const names = Array.from({ length: 30 }, (_, i) => `cause ${i + 1}`);
  const total = names.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  const points = monthEnds(18).flatMap((date) =>
    names.map((cause, i) => ({ date, cause, share: 1 / (i + 1) / total })),
  );
  for (const width of [320, 720]) {
    const chart = bindingChart({ ...settings, width, points });
    expectSound(chart);
    expect(chart.alternative).toContain('cause 30');
    expect(chart.svg).toContain('>cause 1<');
  }
});

test('a cause whose share of a date is not given has none', () => {
  const points = [
    { date: '2026-01-31', cause: 'chips', share: 1 },
    { date: '2026-02-28', cause: 'chips' },
  ];
  const chart = bindingChart({ ...settings, points });
  expectSound(chart);
  expect(chart.alternative).toContain('28 Feb 2026: nothing.');
});

test('a single date', () => {
  expectSound(bindingChart({ ...settings, points: bindingPoints.slice(0, 4) }));
});

test('no dates and shares that are none are refused', () => {
  const date = '2026-01-31';
  expect(() => bindingChart({ ...settings, points: [] })).toThrow('binding: no dates, expected at least one');
  expect(() => bindingChart({ ...settings, points: [{ date, cause: 'chips', share: -0.1 }] })).toThrow(
    'binding: share -0.1 of chips on 2026-01-31, expected at least 0',
  );
  expect(() => bindingChart({ ...settings, points: [{ date, cause: 'chips', share: 1.5 }] })).toThrow(
    'binding: shares that sum to 1.5 on 31 Jan 2026, expected 1',
  );
});
