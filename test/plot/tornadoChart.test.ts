import { expect, test } from 'vitest';
import { tornadoChart } from '../../src/plot/index.ts';
import { document, tornadoBars } from './samples.ts';
import { expectSound, WILD } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document, response: 'probability of the target', unit: 'share' };

test('the finding is the input that moves most, from where to where', () => {
  expect(tornadoChart({ ...settings, bars: tornadoBars }).title).toBe(
    'Most moved by price: the probability of the target goes from 2 % at P10 to 30 % at P90',
  );
});

test('a swing within its intervals is said to be', () => {
  expect(tornadoChart({ ...settings, bars: tornadoBars.slice(0, 1) }).title).toMatch(
    /; the intervals overlap$/,
  );
});

test('the widest swing stands first', () => {
  const names = textBoxes(tornadoChart({ ...settings, bars: tornadoBars }).svg)
    .filter(({ text }) => text === 'price' || text === 'crews')
    .sort((a, b) => a.top - b.top);
  expect(names.map(({ text }) => text)).toEqual(['price', 'crews']);
});

test('an input that moves nothing, and one with an end that is not known', () => {
  const [bar] = tornadoBars;
  const still = { ...bar!, low: bar!.low, high: bar!.low };
  const chart = tornadoChart({ ...settings, bars: [still, { ...bar!, name: WILD, high: {} }] });
  expectSound(chart);
  expect(chart.title).toBe('No input is shown to move the probability of the target');
  expect(chart.alternative).toContain('P90 … (no interval)');
});

test('probability all 0, all 1, and nothing known', () => {
  for (const estimate of [0, 1, undefined]) {
    const end = { estimate, low: estimate, high: estimate };
    const bars = [{ name: 'price', low: end, high: end, lowLabel: 'P10', highLabel: 'P90' }];
    for (const width of [320, 720]) expectSound(tornadoChart({ ...settings, width, base: end, bars }));
  }
});

test('dollars by the trillion', () => {
  const bars = [
    {
      name: 'power price',
      low: { estimate: 1.1e12, low: 1e12, high: 1.2e12 },
      high: { estimate: 1.6e12, low: 1.5e12, high: 1.7e12 },
      lowLabel: '$30/MWh',
      highLabel: '$90/MWh',
    },
  ];
  const chart = tornadoChart({ document, response: 'spend', unit: '$', base: { estimate: 1.4e12 }, bars });
  expectSound(chart);
  expect(chart.title).toContain('$1.1T at $30/MWh to $1.6T at $90/MWh');
});

test('no bars are refused', () => {
  expect(() => tornadoChart({ ...settings, bars: [] })).toThrow('tornado: no bars, expected at least one');
});

test('few replications are told, as they show little', () => {
  expect(tornadoChart({ ...settings, bars: tornadoBars, replications: 12 }).svg).toContain(
    'Only 12 replications',
  );
  expect(tornadoChart({ ...settings, bars: tornadoBars, replications: 30 }).svg).not.toContain('Only');
});
