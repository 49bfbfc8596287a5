import { expect, test } from 'vitest';
import { domDocument } from '../../src/page/index.ts';
import { intervalsChart, readinessChart } from '../../src/plot/index.ts';

const document = domDocument();

test('a chart over time says where its plot lies, so that a place in it is a date and a value', () => {
  const points = [0, 0.25, 0.5, 1].map((p, year) => ({ date: `${2026 + year}-01-01`, p, low: p, high: p }));
  const { area, svg } = readinessChart({ document, width: 600, points });
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
  expect(area).toMatchObject({ width, height, low: 0, high: 1 });
  expect([area!.first, area!.last].map((date) => date.toISOString().slice(0, 10))).toEqual([
    '2026-01-01',
    '2029-01-01',
  ]);
  expect(area!.left).toBeGreaterThan(20);
  expect(area!.right).toBeLessThan(600);
  expect(area!.top).toBeGreaterThan(40);
  expect(area!.bottom).toBeLessThan(area!.height);
  expect(area!.bottom - area!.top).toBeGreaterThan(200);
});

test('a chart of another kind has none', () => {
  const rows = [{ name: 'a', estimate: 1, low: 0, high: 2 }];
  expect(intervalsChart({ document, measure: 'm', unit: 'day', rows }).area).toBeUndefined();
});
