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

test('what is unmet is on top and never the finding', () => {
  const points = monthEnds(12).flatMap((date) => [
    { date, cause: 'unmet', share: 0.9 },
    { date, cause: 'power', share: 0.1 },
  ]);
  const chart = bindingChart({ ...settings, points });
  expectSound(chart);
  expect(chart.title).toBe('Held back most by power all the time');
  expect(chart.svg).toContain('more than half from Jan 2026');
  const [top, below] = ['not in service', 'power'].map((name) =>
    textBoxes(chart.svg).find(({ text }) => text === name)!,
  );
  expect(top!.bottom).toBeLessThan(below!.top);
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
