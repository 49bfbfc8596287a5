import { expect, test } from 'vitest';
import { intervalsChart } from '../../src/plot/index.ts';
import { document } from './samples.ts';
import { expectSound, WILD } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document, measure: 'probability of the target', unit: 'share' };

test('against a reference the finding is how many differ clearly, and which most', () => {
  const rows = [
    { name: 'one', estimate: 0.5, low: 0.4, high: 0.6 },
    { name: 'two', estimate: 0.2, low: 0.1, high: 0.3 },
    { name: 'three', estimate: 0.9, low: 0.8, high: 0.95 },
  ];
  expect(intervalsChart({ ...settings, rows, reference: 0.45 }).title).toBe(
    'Probability of the target: 2 of 3 differ clearly from 45 %, most with three: 90 %',
  );
  expect(intervalsChart({ ...settings, rows: rows.slice(0, 1), reference: 0.45 }).title).toBe(
    'Probability of the target: nothing differs clearly from 45 %',
  );
});

test('without a reference the finding is the range, and whether its ends are clearly apart', () => {
  const a = { name: 'a', estimate: 0.1, low: 0.05, high: 0.15 };
  const b = { name: 'b', estimate: 0.3, low: 0.2, high: 0.4 };
  const near = { name: 'near', estimate: 0.14, low: 0.1, high: 0.2 };
  expect(intervalsChart({ ...settings, rows: [a, b] }).title).toBe(
    'Probability of the target: from 10 % with a to 30 % with b',
  );
  expect(intervalsChart({ ...settings, rows: [a, near] }).title).toBe(
    'Probability of the target: from 10 % with a to 14 % with near; the intervals overlap',
  );
  expect(intervalsChart({ ...settings, rows: [a] }).title).toBe(
    'Probability of the target is 10 % (5 % to 15 %)',
  );
});

test('directions say the sign in words', () => {
  const rows = [
    { name: 'all', estimate: -18.5, low: -22, high: -15 },
    { name: 'half', estimate: 3, low: 1, high: 5 },
  ];
  const options = { document, measure: 'B against A', unit: 'day', reference: 0 } as const;
  expect(intervalsChart({ ...options, rows, directions: ['earlier', 'later'] }).title).toBe(
    'B against A: 2 of 2 differ clearly from 0 days, most with all: 19 days earlier',
  );
});

test('names that have no room beside their numbers stand on lines of their own, whole, as does the title of the axis', () => {
  const name = "a tenth more of the provider's intake + chips two months earlier";
  const rows = [
    { name, estimate: 12, low: 3, high: 21 },
    { name: 'crews', estimate: 1, low: -3, high: 5 },
  ];
  const chart = intervalsChart({ document, width: 344, measure: 'days', unit: 'day', rows, reference: 0 });
  expectSound(chart);
  const words = textBoxes(chart.svg).map(({ text }) => text);
  expect(words.some((text) => text.includes('…'))).toBe(false);
  expect(words.join(' ')).toContain("a tenth more of the provider's intake + chips");
  // Three long names that differ in their last word alone.
  const measure =
    'days later, against the same demand at other providers, over all replications that get there';
  const alike = [20, 40, 60].map((weeks) => ({
    name: `construction.cooling.heatRejectionLeadTime=${weeks} weeks, construction.cooling.plants=${weeks} unit`,
    estimate: weeks,
  }));
  const long = textBoxes(intervalsChart({ document, width: 344, measure, unit: 'day', rows: alike }).svg);
  const all = long.map(({ text }) => text).join('');
  expect(new Set(all.match(/plants=\d+ ?unit/g)).size).toBe(3);
  expect(all.replaceAll(' ', '')).toContain(measure.replaceAll(' ', ''));
});

test('a title of the caller replaces the finding', () => {
  expect(intervalsChart({ ...settings, rows: [{ name: 'a', estimate: 0.1 }], title: 'Mine' }).title).toBe(
    'Mine',
  );
});

test('a bound that the sample does not give is an arrow at the edge', () => {
  const open = intervalsChart({ ...settings, rows: [{ name: 'a', estimate: 0.1, low: 0.05 }] });
  expectSound(open);
  expect(open.svg).toContain('rotate(90)');
  expect(open.svg).not.toContain('rotate(-90)');
  expect(open.alternative).toContain('a: 10 % (5 % to …).');
});

test('nothing known, all 0, all 1, all negative, and huge values', () => {
  const cases = [
    { rows: [{ name: WILD }] },
    { rows: [{ name: 'a', estimate: 0, low: 0, high: 0 }] },
    { rows: [{ name: 'a', estimate: 1, low: 1, high: 1 }] },
    { rows: [{ name: 'a', estimate: -5, low: -9, high: -1 }], unit: 'day', reference: 0 },
    { rows: [{ name: WILD.repeat(5), estimate: 1.4e12, low: 1e12, high: 2e12 }], unit: '$' },
  ];
  for (const width of [320, 720])
    for (const one of cases) expectSound(intervalsChart({ ...settings, ...one, width }));
});

test('no rows are refused', () => {
  expect(() => intervalsChart({ ...settings, rows: [] })).toThrow(
    'intervals: no rows, expected at least one',
  );
});
