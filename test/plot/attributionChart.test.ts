import { expect, test } from 'vitest';
import { attributionChart } from '../../src/plot/index.ts';
import { causes, document } from './samples.ts';
import { expectSound, WILD } from './sound.ts';

const settings = { document, milestone: '100k GPUs in service' };

test('the finding is what takes most of the days', () => {
  const chart = attributionChart({ ...settings, causes });
  expect(chart.title).toBe('Chips account for 240 of 323 days to 100k GPUs in service');
});

test('days of those that arrive are said to be so, in whole days where there are thousands', () => {
  const long = causes.map(({ cause, estimate }) => ({ cause, estimate: estimate * 10 }));
  expect(attributionChart({ ...settings, causes: long, reached: 0.7 }).title).toBe(
    'Chips account for 2,400 of 3,225 days to 100k GPUs in service (mean of the 70 % of runs that get there)',
  );
});

test('the alternative gives every cause with its interval and names those without days', () => {
  const { alternative } = attributionChart({
    ...settings,
    causes,
    total: { estimate: 322.5, low: 310, high: 335 },
  });
  expect(alternative).toContain('acceptance: 60 days (58 days to 62 days).');
  expect(alternative).toContain('Total: 323 days (310 days to 335 days).');
  expect(alternative).toContain('No days: contract.');
});

test('each bar starts where the one before it ended, and the total spans them all', () => {
  const { svg } = attributionChart({ ...settings, causes });
  const bars = [...svg.matchAll(/<rect ([^>]*)>/g)].map(([, attributes]) => {
    const number = (name: string): number => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)![1]);
    return { left: number('x'), right: number('x') + number('width') };
  });
  expect(bars).toHaveLength(4);
  expect(bars[1]!.left).toBeCloseTo(bars[0]!.right, 1);
  expect(bars[2]!.left).toBeCloseTo(bars[1]!.right, 1);
  expect(bars[3]).toEqual({ left: bars[0]!.left, right: expect.closeTo(bars[2]!.right, 1) as number });
});

test('causes that do not sum to the total are refused', () => {
  expect(() => attributionChart({ ...settings, causes, total: { estimate: 400 } })).toThrow(
    'attribution: causes that sum to 323 days, expected the total of 400',
  );
});

test('all zeros', () => {
  const chart = attributionChart({ ...settings, causes: [{ cause: 'chips', estimate: 0, low: 0, high: 0 }] });
  expectSound(chart);
  expect(chart.title).toBe('No cause takes a day on the way to 100k GPUs in service');
});

test('a milestone that no run reaches has no days to show', () => {
  const chart = attributionChart({
    ...settings,
    causes: [{ cause: 'chips' }, { cause: 'power' }],
    total: {},
  });
  expectSound(chart);
  expect(chart.title).toBe('No run reaches 100k GPUs in service by the horizon');
});

test('wild names, and bounds that the sample does not give', () => {
  for (const width of [320, 720]) {
    const chart = attributionChart({
      ...settings,
      width,
      milestone: WILD,
      causes: [
        { cause: `${WILD} ${WILD} ${WILD}`, estimate: 3 },
        { cause: 'b', estimate: 1, low: -0.5, high: 2.5 },
      ],
    });
    expectSound(chart);
    expect(chart.alternative).toContain('3 days (no interval)');
  }
});

test('no causes and days below zero are refused', () => {
  expect(() => attributionChart({ ...settings, causes: [{ cause: 'b', estimate: -1 }] })).toThrow(
    'attribution: -1 days of b, expected at least 0',
  );
  expect(() => attributionChart({ ...settings, causes: [] })).toThrow(
    'attribution: no causes, expected at least one',
  );
});
