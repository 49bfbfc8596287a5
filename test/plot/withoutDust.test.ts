import { expect, test } from 'vitest';
import { attributionChart, intervalsChart } from '../../src/plot/index.ts';
import { withoutDust } from '../../src/plot/withoutDust.ts';
import { document } from './samples.ts';

test('what is nothing beside the largest, or beside 1, is 0', () => {
  expect(withoutDust([{ estimate: -1.07e-14, low: -2e-14, high: 1e-10 }])).toEqual([
    { estimate: 0, low: 0, high: 0 },
  ]);
  expect(withoutDust([{ estimate: 1e12, low: 10, high: 1e4 }])[0]).toEqual({
    estimate: 1e12,
    low: 0,
    high: 1e4,
  });
  expect(withoutDust([{ estimate: 1e-3, high: undefined }])[0]).toMatchObject({ estimate: 1e-3 });
});

test('dust is no finding: −1.07e-14 days differ from nothing', () => {
  const rows = [
    { name: 'chips', estimate: -1.07e-14, low: -2e-14, high: -1e-15 },
    { name: 'power', estimate: 5, low: -1, high: 11 },
  ];
  const chart = intervalsChart({ document, measure: 'days', unit: 'day', rows, reference: 0 });
  expect(chart.title).toBe('Days: nothing differs clearly from 0 days');
  expect(chart.svg).not.toMatch(/e-1\d/);
});

test('a cause with dust below zero has no days', () => {
  const chart = attributionChart({
    document,
    milestone: 'all',
    causes: [
      { cause: 'chips', estimate: 10 },
      { cause: 'power', estimate: -1e-14 },
    ],
  });
  expect(chart.alternative).toContain('No days: power.');
});
