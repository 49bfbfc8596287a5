import { describe, expect, test } from 'vitest';
import { morrisDesign, type DesignRow, type Factor } from '../../src/design/index.ts';

/** A factor written in some way, and its part of the output of a row: it changes by 1 over the range. */
const FACTORS: readonly { readonly factor: Factor; readonly part: (row: DesignRow) => number }[] = [
  [[2, 3], (value: number) => value - 2] as const,
  [[0, 5, 10], (value: number) => value / 10] as const,
  [[1, 2, 9, 11], (value: number) => (value - 1) / 10] as const,
].map(([values, part], index) => ({
  factor: { kind: 'values', name: `list.${index}`, values } as Factor,
  part: (row: DesignRow) => part(Number(row.settings[`list.${index}`])),
}));

const OTHERS: typeof FACTORS = [
  {
    factor: { kind: 'values', name: 'weeks', values: ['10 weeks', '30 weeks'] },
    part: (row) => (parseFloat(String(row.settings['weeks'])) - 10) / 20,
  },
  {
    factor: { kind: 'values', name: 'units', values: ['10 weeks', '140 days', '3 months'] },
    part: (row) => {
      const days = { '10 weeks': 70, '140 days': 140, '3 months': 91.3125 }[String(row.settings['units'])];
      return (days! - 70) / 70;
    },
  },
  {
    factor: { kind: 'values', name: 'dates', values: ['2027-01-01', '2027-04-01', '2028-01-01'] },
    part: (row) => {
      const days = { '2027-01-01': 0, '2027-04-01': 90, '2028-01-01': 365 }[String(row.settings['dates'])];
      return days! / 365;
    },
  },
  {
    factor: { kind: 'values', name: 'money', values: ['$1', '$2', '$10'] },
    part: (row) => (Number(String(row.settings['money']).slice(1)) - 1) / 9,
  },
  {
    factor: { kind: 'values', name: 'falling', values: ['90 %', '0.5', '10 %'] },
    part: (row) => [0.9, 0.5, 0.1][['90 %', '0.5', '10 %'].indexOf(String(row.settings['falling']))]! / 0.8,
  },
  {
    factor: { kind: 'values', name: 'switch', values: [false, true] },
    part: (row) => (row.settings['switch'] === true ? 1 : 0),
  },
  {
    factor: { kind: 'range', name: 'tiny', low: 1e-9, high: 3e-9, unit: 'weeks' },
    part: (row) => (parseFloat(String(row.settings['tiny'])) - 1e-9) / 2e-9,
  },
  {
    factor: { kind: 'values', name: 'words', values: ['none', 'some', 'all'] },
    part: (row) => ['none', 'some', 'all'].indexOf(String(row.settings['words'])) / 2,
  },
  {
    factor: { kind: 'range', name: 'range', low: 40, high: 120, unit: 'weeks' },
    part: (row) => (parseFloat(String(row.settings['range'])) - 40) / 80,
  },
  { factor: { kind: 'input', name: 'input' }, part: (row) => row.inputs['input']! },
  {
    factor: { kind: 'input', name: 'levels', levels: [0.1, 0.5, 0.9] },
    part: (row) => (row.inputs['levels']! - 0.1) / 0.8,
  },
];

describe('an elementary effect of Morris', () => {
  test('is 1 for every factor that changes the output by 1 over its range, however the factor is written', () => {
    const all = [...FACTORS, ...OTHERS];
    const rows = morrisDesign(
      all.map(({ factor }) => factor),
      { size: 12, seed: '1' },
    );
    const output = (row: DesignRow): number => all.reduce((sum, { part }) => sum + part(row), 0);
    let moves = 0;
    rows.forEach((row, index) => {
      if (row.moved < 0) return;
      moves++;
      expect(row.by).not.toBe(0);
      expect((output(row) - output(rows[index - 1]!)) / row.by).toBeCloseTo(1, 9);
    });
    expect(moves).toBe(12 * all.length);
  });
});
