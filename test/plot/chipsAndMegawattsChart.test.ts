import { expect, test } from 'vitest';
import { chipsAndMegawattsChart } from '../../src/plot/index.ts';
import { document, monthEnds } from './samples.ts';
import { expectSound } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document };
const dates = monthEnds(12);
const megawatts = dates.map((date, i) => ({ date, energized: 100 * i, cooled: 90 * i, used: 60 * i }));
const chips = dates.map((date, i) => ({
  date,
  delivered: 1000 * i,
  waiting: i === 5 ? 3000 : 100,
  inService: 900 * i,
}));

test('the finding is the most that waits and the most that stands unused, and when', () => {
  expect(chipsAndMegawattsChart({ ...settings, chips, megawatts }).title).toBe(
    'Up to 3k GPUs wait (Jun 2026), up to 440 MW stand energized and unused (Dec 2026)',
  );
});

test('panels stand side by side, and one above the other where it is narrow', () => {
  const places = (width: number) => {
    const boxes = textBoxes(chipsAndMegawattsChart({ ...settings, width, chips, megawatts }).svg);
    return ['GPUs', 'facility power, MW'].map((text) => boxes.find((box) => box.text === text)!);
  };
  const [left, right] = places(720);
  expect(left!.top).toBe(right!.top);
  expect(right!.left).toBeGreaterThan(left!.right);
  const [above, below] = places(400);
  expect(below!.left).toBe(above!.left);
  expect(below!.top).toBeGreaterThan(above!.bottom);
});

test('a line that is not given is left out, not drawn as zero', () => {
  const chart = chipsAndMegawattsChart({
    ...settings,
    chips,
    megawatts: megawatts.map(({ date, energized, used }) => ({ date, energized, used })),
  });
  expectSound(chart);
  expect(textBoxes(chart.svg).some(({ text }) => text.startsWith('cooled'))).toBe(false);
  expect(chart.alternative).toContain('cooled not known');
});

test('all zero, a single date, and lines that end together', () => {
  const nothing = { date: '2026-01-31', delivered: 0, waiting: 0, inService: 0 };
  const dark = { date: '2026-01-31', energized: 0, cooled: 0, used: 0 };
  const chart = chipsAndMegawattsChart({ ...settings, chips: [nothing], megawatts: [dark] });
  expectSound(chart);
  expect(chart.title).toBe('No GPU waits and no energized MW stands unused, in the median');
});

test('no dates of either are refused', () => {
  expect(() => chipsAndMegawattsChart({ ...settings, chips: [], megawatts })).toThrow(
    'chips: no dates, expected at least one',
  );
  expect(() => chipsAndMegawattsChart({ ...settings, chips, megawatts: [] })).toThrow(
    'megawatts: no dates, expected at least one',
  );
});
