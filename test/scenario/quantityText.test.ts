import { describe, expect, test } from 'vitest';
import { parseQuantity, QuantityError } from '../../src/scenario/quantityText.ts';

function terms(text: string): [number, string][] {
  return parseQuantity(text).terms.map(({ number, unit }) => [number, unit]);
}

describe('parseQuantity', () => {
  test.each<[string, string, [number, string][]]>([
    ['90 days', 'constant', [[90, 'days']]],
    ['120MW', 'constant', [[120, 'MW']]],
    ['0.95', 'constant', [[0.95, '']]],
    ['.5', 'constant', [[0.5, '']]],
    ['95 %', 'constant', [[95, '%']]],
    ['-3 days', 'constant', [[-3, 'days']]],
    ['1e3 racks', 'constant', [[1000, 'racks']]],
    ['4,000 people/GW', 'constant', [[4000, 'people/GW']]],
    ['120k racks', 'constant', [[120_000, 'racks']]],
    ['5kW', 'constant', [[5, 'kW']]],
    ['240 TB', 'constant', [[240, 'TB']]],
    ['$38B', 'constant', [[38e9, '$']]],
    ['$38bn', 'constant', [[38e9, '$']]],
    ['$11M/MW', 'constant', [[11e6, '$/MW']]],
    ['$2.9 / gpu / hour', 'constant', [[2.9, '$/ gpu / hour']]],
    [
      '20 / 50 / 80 weeks',
      'lowModeHigh',
      [
        [20, 'weeks'],
        [50, 'weeks'],
        [80, 'weeks'],
      ],
    ],
    [
      '20/50/80 weeks',
      'lowModeHigh',
      [
        [20, 'weeks'],
        [50, 'weeks'],
        [80, 'weeks'],
      ],
    ],
    [
      '10 days / 3 weeks / 2 months',
      'lowModeHigh',
      [
        [10, 'days'],
        [3, 'weeks'],
        [2, 'months'],
      ],
    ],
    [
      '20 / 40 / 65 %',
      'lowModeHigh',
      [
        [20, '%'],
        [40, '%'],
        [65, '%'],
      ],
    ],
    [
      '1.25M / 1.40M / 1.55M packages',
      'lowModeHigh',
      [
        [1.25e6, 'packages'],
        [1.4e6, 'packages'],
        [1.55e6, 'packages'],
      ],
    ],
    [
      '$2.3 / 2.9 / 4.2 /gpu/hour',
      'lowModeHigh',
      [
        [2.3, '$/gpu/hour'],
        [2.9, '$/gpu/hour'],
        [4.2, '$/gpu/hour'],
      ],
    ],
    [
      '-0.5 / -0.3 / 0',
      'lowModeHigh',
      [
        [-0.5, ''],
        [-0.3, ''],
        [0, ''],
      ],
    ],
    [
      '3 to 8 months',
      'interval80',
      [
        [3, 'months'],
        [8, 'months'],
      ],
    ],
    [
      'triangular(1, 2, 4) weeks',
      'triangular',
      [
        [1, 'weeks'],
        [2, 'weeks'],
        [4, 'weeks'],
      ],
    ],
    [
      'uniform(1, 3) days',
      'uniform',
      [
        [1, 'days'],
        [3, 'days'],
      ],
    ],
    [
      'normal(10, 2) days',
      'normal',
      [
        [10, 'days'],
        [2, 'days'],
      ],
    ],
    [
      'normal(mean 10, sd 2) days',
      'normal',
      [
        [10, 'days'],
        [2, 'days'],
      ],
    ],
    ['lognormal(median 10, sigma 0.5) weeks', 'lognormal', [[10, 'weeks']]],
    ['exponential(mean 3) days', 'exponential', [[3, 'days']]],
  ])('%s', (text, form, expected) => {
    expect(parseQuantity(text).form).toBe(form);
    expect(terms(text)).toEqual(expected);
  });

  test('lognormal keeps its sigma apart, which has no unit', () => {
    expect(parseQuantity('lognormal(median 10, sigma 0.5) weeks').sigma).toBe(0.5);
  });

  test.each([
    '',
    'days',
    'NaN',
    '.nan days',
    'Infinity days',
    '1e999 days',
    '1.2.3 days',
    '20 / 50 weeks',
    '20 / 50 / 80 / 90 weeks',
    '3 to 8 to 9 months',
    '3 to 4 / 5 months',
    '5 days 6',
    'triangular(1, 2) weeks',
    'triangular(1, 2, x) weeks',
    'triangular(mode 1, 2, 4) weeks',
    'gauss(1, 2) weeks',
    'constructor(1) weeks',
    'lognormal(median ten, sigma 0.5) weeks',
    `${'1'.repeat(500)} days`,
    `${' '.repeat(150)}x`,
  ])('%j is refused', (text) => {
    expect(() => parseQuantity(text)).toThrow(QuantityError);
  });
});
