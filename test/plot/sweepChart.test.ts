import { describe, expect, test } from 'vitest';
import { sweepChart, type SweepChartPoint } from '../../src/plot/index.ts';
import { document } from './samples.ts';
import { parseSvg } from './textBoxes.ts';

const draw = (points: SweepChartPoint[], more = {}) =>
  sweepChart({ document, goal: '100k GPUs', factor: 'crews', points, ...more });

const EARLY = {
  p10: '2026-01-31',
  p50: '2026-06-30',
  p90: '2026-12-31',
  low: '2026-06-01',
  high: '2026-08-01',
};
const texts = (svg: string): string[] =>
  [...parseSvg(svg).querySelectorAll('text')].map((text) => text.textContent ?? '');

describe('the chart of a sweep', () => {
  test('tells the first and the last median, by the unit where there is one', () => {
    const points = [
      { value: 2, ...EARLY },
      { value: 1, ...EARLY, p50: '2026-07-14' },
    ];
    expect(draw(points).title).toBe(
      'Half of the runs reach 100k GPUs by 14 Jul 2026 at crews 1, and by 30 Jun 2026 at crews 2',
    );
    expect(draw(points, { unit: 'weeks' }).title).toContain('at 1 weeks, and by 30 Jun 2026 at 2 weeks');
  });

  test('draws what is later than the horizon above all dates, with a mark of its own, and says so', () => {
    const { svg, title, alternative } = draw([
      { value: 1, ...EARLY, p90: undefined },
      { value: 2, p10: '2026-11-30' },
    ]);
    expect(title).toContain('and later than the end of the simulation at crews 2');
    expect(alternative).toBe(
      'At 1: P10 31 Jan 2026, median 30 Jun 2026 (1 Jun 2026 to 1 Aug 2026), P90 later. At 2: P10 30 Nov 2026, median later, P90 later.',
    );
    expect(texts(svg)).toContain('later');
    const hollow = (of: string): number =>
      parseSvg(of).querySelectorAll('g[fill^="var(--chart-paper"][stroke^="var(--chart-1"] > path').length;
    expect(hollow(svg)).toBe(1);
    expect(
      hollow(
        draw([
          { value: 1, ...EARLY },
          { value: 2, ...EARLY },
        ]).svg,
      ),
    ).toBe(0);
  });

  test('leaves out labels of values that have no room', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ value: 1000 + i, ...EARLY }));
    const shown = texts(draw(many, { width: 360 }).svg).filter((text) => /^1(\.\d+)?k$/.test(text));
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.length).toBeLessThan(20);
  });

  test('refuses a single value, and no date at all', () => {
    expect(() => draw([{ value: 1, ...EARLY }])).toThrow(
      'points: 1, expected at least two values of the factor',
    );
    expect(() => draw([{ value: 1 }, { value: 2 }])).toThrow('points: no date, expected at least one');
  });
});
