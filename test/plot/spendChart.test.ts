import { expect, test } from 'vitest';
import { spendChart } from '../../src/plot/index.ts';
import { document, monthEnds, ramp } from './samples.ts';
import { expectSound } from './sound.ts';

const settings = { document };

test('the finding is what half of the runs have spent of the commitment', () => {
  expect(spendChart({ ...settings, spend: ramp(20e9), commitment: 38e9 }).title).toBe(
    'By Dec 2027 half of the runs have spent $19B or more, 50 % of the $38B commitment',
  );
});

test('a commitment that is spent is said with its date', () => {
  expect(spendChart({ ...settings, spend: ramp(20e9), commitment: 10e9 }).title).toBe(
    'Half of the runs have spent the whole $10B commitment by Jun 2026',
  );
});

test('without a commitment', () => {
  expect(spendChart({ ...settings, spend: ramp(20e9) }).title).toBe(
    'Half of the runs spend $19B or more by Dec 2027',
  );
});

test('$1.4T, at every width', () => {
  for (const width of [320, 720]) {
    const chart = spendChart({ ...settings, width, spend: ramp(1.4e12), commitment: 1.4e12 });
    expectSound(chart);
    expect(chart.svg).toContain('$1.4T committed');
  }
});

test('nothing spent, nothing known, a single date', () => {
  const zero = monthEnds(3).map((date) => ({ date, p10: 0, p50: 0, p90: 0 }));
  expectSound(spendChart({ ...settings, spend: zero, commitment: 38e9, target: { date: '2026-12-31' } }));
  const unknown = spendChart({ ...settings, spend: monthEnds(3).map((date) => ({ date })) });
  expectSound(unknown);
  expect(unknown.title).toBe('The median of the spend is not known by Mar 2026');
  expectSound(spendChart({ ...settings, spend: ramp(1e9, 1), commitment: 38e9 }));
});

test('no dates are refused', () => {
  expect(() => spendChart({ ...settings, spend: [] })).toThrow('spend: no dates, expected at least one');
});

test('a median of $0 is that half spend nothing, not that half spend $0 or more', () => {
  const spend = [{ date: '2026-01-31', p10: 0, p25: 0, p50: 0, p75: 0, p90: 5 }];
  expect(spendChart({ document, spend }).title).toBe('Half of the runs or more spend nothing by Jan 2026');
});
