import { expect, test } from 'vitest';
import { readinessChart } from '../../src/plot/index.ts';
import { document, monthEnds, readinessPoints } from './samples.ts';
import { expectSound, WILD } from './sound.ts';
import { crossedWords, textBoxes, textFaults } from './textBoxes.ts';

const settings = { document };
const flat = (p: number) => monthEnds(24).map((date) => ({ date, p, low: p, high: p }));

test('the finding is the share on time and when half is there', () => {
  const { title } = readinessChart({ ...settings, points: readinessPoints, target: { date: '2026-12-31' } });
  expect(title).toBe('31 % of the runs reach the target on time; half by Mar 2027');
});

test('without a target date the finding is when half is there', () => {
  expect(readinessChart({ ...settings, points: readinessPoints }).title).toBe(
    'Half of the runs reach the target by Mar 2027',
  );
});

test('probability 0 throughout', () => {
  const chart = readinessChart({ ...settings, points: flat(0), target: { date: '2026-12-31' } });
  expectSound(chart);
  expect(chart.title).toBe('No run reaches the target by Dec 2027');
});

test('probability 1 throughout', () => {
  const chart = readinessChart({ ...settings, points: flat(1), target: { date: '2026-12-31' } });
  expectSound(chart);
  expect(chart.title).toBe('Every run reaches the target on time');
});

test('fewer than half by the horizon is said', () => {
  const chart = readinessChart({ ...settings, points: flat(0.02), target: { date: '2026-12-31' } });
  expectSound(chart);
  expect(chart.title).toBe('2 % of the runs reach the target on time; fewer than half by Dec 2027');
});

test('the dates at 10, 50 and 90 % are named on the curve and in words', () => {
  const chart = readinessChart({ ...settings, points: readinessPoints });
  const texts = textBoxes(chart.svg).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['10 % by Sep 2026', '50 % by Mar 2027', '90 % by Oct 2027', '90 %']),
  );
  expect(chart.alternative).toContain('50 % is passed by 31 Mar 2027.');
});

test('a curve that jumps over all of them in a day names what has room', () => {
  const points = readinessPoints.map((point, i) => ({
    ...point,
    p: i < 12 ? 0 : 1,
    low: i < 12 ? 0 : 1,
    high: i < 12 ? 0 : 1,
  }));
  for (const width of [320, 720])
    expectSound(readinessChart({ ...settings, width, points, target: { date: '2027-01-15' } }));
});

test('bounds that are not known leave the curve without a band', () => {
  const chart = readinessChart({
    ...settings,
    points: monthEnds(12).map((date, i) => ({ date, p: i / 12 })),
  });
  expectSound(chart);
  expect(chart.alternative).toContain('92 % (no interval)');
});

test('a single date, and a target whose name is wild', () => {
  const chart = readinessChart({
    ...settings,
    points: readinessPoints.slice(12, 13),
    target: { date: '2026-12-31', label: WILD },
  });
  expectSound(chart);
  expect(chart.title).toContain(WILD);
});

test('no dates and a probability that is none are refused', () => {
  expect(() => readinessChart({ ...settings, points: [] })).toThrow(
    'readiness: no dates, expected at least one',
  );
  expect(() => readinessChart({ ...settings, points: [{ date: '2026-01-31', p: 1.2 }] })).toThrow(
    'readiness: probability 1.2 on 2026-01-31, expected 0 to 1',
  );
});

test('dates that are given for 10, 50 and 90 % are those of title, labels and alternative', () => {
  const { title, alternative, svg } = readinessChart({
    ...settings,
    points: readinessPoints,
    quantiles: { p10: '2026-09-15', p50: '2027-05-20' },
  });
  expect(title).toBe('Half of the runs reach the target by May 2027');
  expect(svg).toContain('50 % by May 2027');
  expect(alternative).toContain('10 % is passed by 15 Sep 2026.');
  expect(alternative).toContain('90 % is not reached by 31 Dec 2027.');
});

test('half of the runs at the horizon, whose median is not there, are not fewer than half', () => {
  const points = [
    { date: '2026-01-31', p: 0 },
    { date: '2026-12-31', p: 0.5 },
  ];
  expect(readinessChart({ ...settings, points, quantiles: {} }).title).toBe(
    '50 % of the runs reach the target by Dec 2026',
  );
});

test('a goal without a date is called by its name', () => {
  expect(readinessChart({ ...settings, points: readinessPoints, goal: 'all' }).title).toMatch(
    /^Half of the runs reach all by /,
  );
});

test('a name stands over no line, whenever the target is due, and is its share alone where it has no more room', () => {
  for (const width of [240, 320, 360, 480, 720, 1100]) {
    for (const date of ['2026-03-31', '2026-09-30', '2026-12-31', '2027-04-15', '2027-10-31']) {
      const { svg } = readinessChart({
        ...settings,
        width,
        points: readinessPoints,
        target: { date },
        asOf: '2026-05-31',
      });
      expect(crossedWords(svg), `${width} px, ${date}`).toEqual([]);
      expect(textFaults(svg)).toEqual([]);
      const texts = textBoxes(svg).map(({ text }) => text);
      for (const share of ['10 %', '50 %', '90 %'])
        expect(
          texts.some((text) => text === share || text.startsWith(`${share} by`)),
          `${share}: ${width} px, ${date}`,
        ).toBe(true);
    }
  }
});
