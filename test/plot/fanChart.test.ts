import { expect, test } from 'vitest';
import { fanChart } from '../../src/plot/index.ts';
import { document, monthEnds, ramp } from './samples.ts';
import { expectSound } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document };

test('the finding is the greatest round number that half of the runs have, and when', () => {
  expect(fanChart({ ...settings, fan: ramp(215_000) }).title).toBe(
    'Half of the runs have 200k GPUs in service by Oct 2027',
  );
});

test('with a target the finding compares the median on its date with what is asked', () => {
  const target = { date: '2026-12-31', gpus: { p10: 150_000, p50: 180_000, p90: 220_000 } };
  const { title, alternative } = fanChart({ ...settings, fan: ramp(200_000), target });
  expect(title).toBe(
    'Half of the runs have 155k GPUs in service on the target date; the target asks for 180k',
  );
  expect(alternative).toContain('Target: 180k (P10 to P90 150k to 220k) GPUs by 31 Dec 2026.');
});

test('the probability of the target is said with its interval', () => {
  const target = { date: '2026-12-31', probability: { estimate: 0.05, low: 0.04, high: 0.07 } };
  expect(fanChart({ ...settings, fan: ramp(200_000), target }).alternative).toContain(
    'met on its date in 5 % (4 % to 7 %) of the runs, 95 % interval',
  );
});

test('labels of quantiles that end together stand apart, in their order', () => {
  const fan = monthEnds(12).map((date) => ({ date, p10: 99_000, p50: 100_000, p90: 101_000 }));
  const chart = fanChart({ ...settings, fan });
  expectSound(chart);
  const labels = textBoxes(chart.svg).filter(({ text }) => /^(P90|median|P10) /.test(text));
  expect(labels.map(({ text }) => text)).toEqual(['P90 101k', 'median 100k', 'P10 99k']);
  for (const [i, label] of labels.slice(1).entries()) expect(label.top).toBeGreaterThan(labels[i]!.bottom);
});

test('a quantile that is not known ends its band and is said, never drawn as zero', () => {
  const fan = ramp(100_000).map((point, i) => (i < 12 ? point : { ...point, p90: undefined }));
  const chart = fanChart({ ...settings, fan });
  expectSound(chart);
  expect(chart.svg).toContain('P90 is not known after Dec 2026.');
  expect(textBoxes(chart.svg).some(({ text }) => text.startsWith('P90 '))).toBe(false);
  expect(chart.alternative).toContain('to not known');
});

test('nothing known at all is said', () => {
  const chart = fanChart({ ...settings, fan: monthEnds(3).map((date) => ({ date })) });
  expectSound(chart);
  expect(chart.title).toBe('The median of GPUs in service is not known');
});

test('all zero is a finding', () => {
  const fan = monthEnds(6).map((date) => ({ date, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 }));
  const chart = fanChart({ ...settings, fan });
  expectSound(chart);
  expect(chart.title).toBe('Half of the runs have no GPUs in service by Jun 2026');
});

test('a single date is drawn as bars and a dot', () => {
  const chart = fanChart({ ...settings, fan: ramp(50_000, 1) });
  expectSound(chart);
  const [, x] = /<circle [^>]*cx="([\d.]+)"/.exec(chart.svg)!;
  const labels = Array.from(
    chart.svg.matchAll(/translate\(([\d.]+),[\d.]+\)"[^>]*>(?:median|P\d)/g),
    ([, at]) => Number(at),
  );
  expect(labels.length).toBeGreaterThan(0);
  // The dot stands at its date, where the labels of the last date stand.
  for (const label of labels) expect(label - Number(x)).toBeLessThan(16);
  expect(chart.title).toBe('Half of the runs have 5k GPUs in service by Jan 2026');
});

test('ten million GPUs are readable', () => {
  const chart = fanChart({ ...settings, fan: ramp(1e7) });
  expectSound(chart);
  expect(chart.title).toContain('5M GPUs');
});

test('no dates, dates out of order and dates that are none are refused', () => {
  expect(() => fanChart({ ...settings, fan: [] })).toThrow('fan: no dates, expected at least one');
  expect(() => fanChart({ ...settings, fan: ramp(1e5).toReversed() })).toThrow('expected dates in order');
  expect(() => fanChart({ ...settings, fan: [{ date: '2026-02-30', p50: 1 }] })).toThrow(
    'date: 2026-02-30, expected a date such as 2026-01-31',
  );
});
