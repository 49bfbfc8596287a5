import { expect, test } from 'vitest';
import { ownersChart } from '../../src/plot/index.ts';
import { document, ramp } from './samples.ts';
import { expectSound, WILD } from './sound.ts';

test('the finding names the fleets by their last median, the largest first', () => {
  const fleets = ['a', 'b', 'c', 'd'].map((name, i) => ({ name, fan: ramp(10_000 * (i + 1)) }));
  expect(ownersChart({ document, fleets }).title).toMatch(
    /^Median GPUs in service in Dec 2027: d [\d.]+k, c [\d.]+k, b [\d.]+k, and 1 more$/,
  );
});

test('a fleet whose median is not known is drawn without a label, and none is said of it', () => {
  const unknown = { name: 'b', fan: ramp(10).map(({ date }) => ({ date })) };
  const chart = ownersChart({ document, fleets: [{ name: 'a', fan: ramp(9_000) }, unknown] });
  expect(chart.title).not.toContain('b ');
  expect(chart.alternative).toContain('GPUs in service of b: 31 Jan 2026 median not known');
  expect(ownersChart({ document, fleets: [unknown] }).title).toBe(
    'The median fleets of Dec 2027 are not known',
  );
});

test('no fleets, and a fleet without dates, are refused', () => {
  expect(() => ownersChart({ document, fleets: [] })).toThrow('fleets: none, expected at least one');
  expect(() => ownersChart({ document, fleets: [{ name: 'a', fan: [] }] })).toThrow('fleet of a: no dates');
});

test('a name of any kind and length is drawn whole or shortened', () => {
  for (const name of [WILD, 'tenant '.repeat(30)])
    for (const width of [240, 720])
      expectSound(ownersChart({ document, width, fleets: [{ name, fan: ramp(5_000) }] }));
});
