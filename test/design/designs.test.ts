import { describe, expect, test } from 'vitest';
import {
  gridDesign,
  latinHypercubeDesign,
  listDesign,
  morrisDesign,
  oneAtATimeDesign,
  relaxationRows,
  sobolDesign,
  type Factor,
} from '../../src/design/index.ts';

const lead: Factor = { kind: 'values', name: 'power.lead', values: ['40 weeks', '80 weeks'] };
const crews: Factor = { kind: 'range', name: 'crews', low: 1, high: 4, unit: 'crew' };
const price: Factor = { kind: 'input', name: 'price' };
const seed = '1';

describe('a design', () => {
  test('as a grid has every combination, by name', () => {
    const rows = gridDesign([lead, crews]);
    expect(rows).toHaveLength(6);
    expect(rows[1]).toEqual({
      name: 'power.lead=40 weeks, crews=2.5 crew',
      settings: { 'power.lead': '40 weeks', crews: '2.5 crew' },
      inputs: {},
      atPlan: [],
    });
  });

  test('as a list takes the values side by side', () => {
    const rows = listDesign([lead, { ...price, levels: [0.2, 0.8] }]);
    expect(rows.map(({ settings, inputs }) => [settings['power.lead'], inputs['price']])).toEqual([
      ['40 weeks', 0.2],
      ['80 weeks', 0.8],
    ]);
    expect(() => listDesign([lead, price])).toThrow(
      'factor price: 3 values, expected 2 as many as power.lead has',
    );
  });

  test('one at a time has the base and the ends of every factor', () => {
    expect(oneAtATimeDesign([lead, crews, price]).map(({ name }) => name)).toEqual([
      'base',
      'power.lead=40 weeks',
      'power.lead=80 weeks',
      'crews=1 crew',
      'crews=4 crew',
      'price=0.1',
      'price=0.9',
    ]);
  });

  test('as a Latin hypercube uses every listed value equally often', () => {
    const rows = latinHypercubeDesign([lead, price], { size: 20, seed });
    expect(rows.filter(({ settings }) => settings['power.lead'] === '40 weeks')).toHaveLength(10);
    expect(rows.every(({ inputs }) => inputs['price'] > 0 && inputs['price'] < 1)).toBe(true);
    expect(rows[0].name).toBe('row 01');
  });

  test('from Sobol points keeps its rows when it gets longer', () => {
    const rows = (size: number) => sobolDesign([crews, price], { size, seed }).map(({ inputs }) => inputs);
    expect(rows(16).slice(0, 8)).toEqual(rows(8));
  });

  test('is decided by its seed alone', () => {
    const rows = (text: string) => latinHypercubeDesign([price], { size: 5, seed: text });
    expect(rows('a')).toEqual(rows('a'));
    expect(rows('a')).not.toEqual(rows('b'));
  });

  test('of Morris moves one factor a row, with inputs inside (0, 1)', () => {
    const rows = morrisDesign([crews, price], { size: 3, seed });
    expect(rows).toHaveLength(9);
    for (const [index, { moved, inputs, settings, trajectory }] of rows.entries()) {
      expect(trajectory).toBe(Math.floor(index / 3));
      expect([0.125, 0.375, 0.625, 0.875]).toContain(inputs['price']);
      expect(['1 crew', '2 crew', '3 crew', '4 crew']).toContain(settings['crews']);
      if (moved === 0) expect(inputs).toEqual(rows[index - 1].inputs);
      if (moved === 1) expect(settings).toEqual(rows[index - 1].settings);
    }
  });

  test.each<[string, Factor[]]>([
    ['factors: none, expected at least one', []],
    ['factor crews: twice, expected it once', [crews, crews]],
    ['factor crews: range 4 to 1, expected a low below a high', [{ ...crews, low: 4, high: 1 }]],
    ['factor power.lead: no values, expected at least one', [{ ...lead, values: [] }]],
    ['factor power.lead: a value twice, expected values that differ', [{ ...lead, values: [1, 1] }]],
    [
      'factor price: level 1, expected a point of its distribution strictly between 0 and 1',
      [{ ...price, levels: [1] }],
    ],
  ])('refuses: %s', (message, factors) => {
    expect(() => gridDesign(factors)).toThrow(message);
  });

  test('refuses a grid that would never end', () => {
    const many = Array.from({ length: 12 }, (_, index): Factor => ({ ...crews, name: `f${index}` }));
    expect(() => gridDesign(many)).toThrow('design: 531441 rows, expected at most 100000');
  });
});

describe('relaxations', () => {
  test('come after the base, alone and then in pairs', () => {
    const rows = relaxationRows(
      [
        { name: 'two crews', settings: { 'deployment.crews': '2 crew' } },
        { name: 'no windows', settings: { 'calendars.outages': 'any-day' } },
        { name: 'three crews', settings: { 'deployment.crews': '3 crew' } },
      ],
      { pairs: true },
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'base',
      'two crews',
      'no windows',
      'three crews',
      'two crews + no windows',
      'no windows + three crews',
    ]);
    expect(rows[4].settings).toEqual({ 'deployment.crews': '2 crew', 'calendars.outages': 'any-day' });
    expect(rows[5].relaxed).toEqual([1, 2]);
  });

  test('have names that differ', () => {
    const twice = { name: 'two crews', settings: {} };
    expect(() => relaxationRows([twice, twice], { pairs: false })).toThrow('relaxation two crews: twice');
  });
});
