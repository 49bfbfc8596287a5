import { describe, expect, test } from 'vitest';
import { unitFactor } from '../../src/scenario/unitSystem.ts';

describe('unitFactor', () => {
  test.each([
    ['month', 'day', 30.4375],
    ['years', 'day', 365.25],
    ['quarter', 'day', 365.25 / 4],
    ['weeks', 'day', 7],
    ['hour', 'day', 1 / 24],
    ['kW', 'MW', 0.001],
    ['GW', 'MW', 1000],
    ['%', 'ratio', 0.01],
    ['pp', 'ratio', 0.01],
    ['racks/week', 'rack/day', 1 / 7],
    ['racks per day', 'rack/day', 1],
    ['$/gpu/hour', '$/gpu/hour', 1],
    ['$/gpu-day', '$/gpu/hour', 1 / 24],
    ['$/kW', '$/MW', 1000],
    ['kW/rack', 'MW/rack', 0.001],
    ['people/GW', 'person/MW', 0.001],
    ['GPUs', 'gpu', 1],
    ['accelerators', 'chip', 1],
    ['Gb/s', 'Tb/s', 0.001],
  ])('one %s in %s', (from, to, factor) => {
    expect(unitFactor(from, to)).toBe(factor);
  });

  test.each([
    ['MVA', 'MW'],
    ['gpu', 'rack'],
    ['rack', 'rack/day'],
    ['$', 'MW'],
    ['MWh', 'MW'],
    ['package', 'wafer'],
    ['week', 'MW'],
  ])('%s does not measure the same as %s', (from, to) => {
    expect(unitFactor(from, to)).toBeUndefined();
  });

  test('whole numbers of months, years and weeks are exact in days', () => {
    expect(unitFactor('month', 'day')).toBe(30.4375);
    expect(unitFactor('year', 'day')).toBe(365.25);
    expect(unitFactor('quarter', 'day')).toBe(91.3125);
  });

  test('an unknown unit is refused, with the nearest known one', () => {
    expect(() => unitFactor('wekes', 'day')).toThrow('unknown unit wekes, did you mean weeks?');
    expect(() => unitFactor('furlong', 'day')).toThrow('unknown unit furlong');
  });

  test('the case of a power counts, that of a noun does not', () => {
    expect(() => unitFactor('mw', 'MW')).toThrow('unknown unit mw, did you mean');
    expect(unitFactor('Racks', 'rack')).toBe(1);
  });

  test.each(['constructor', 'toString', '__proto__', 'rack;day', 'rack^99999', '(((', '/', 'rack//day', ''])(
    'the unit %j is refused',
    (text) => {
      expect(() => unitFactor(text, 'rack/day')).toThrow();
    },
  );
});
