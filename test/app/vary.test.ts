import { describe, expect, test } from 'vitest';
import { factorsOf } from '../../src/app/factorsOf.ts';
import { settingPair, variedFrom } from '../../src/app/vary.ts';
import { dollarsFrom, positiveCount, positiveNumber, shareFrom } from '../../src/app/cli/numbers.ts';

describe('a setting or a factor as somebody types it', () => {
  test.each([
    ['deployment.crews=2 crew', 'deployment.crews', '2 crew'],
    [' sites.North Hall.start = 2026-05-01 ', 'sites.North Hall.start', '2026-05-01'],
    ['sites.東京 2.power.firm=no', 'sites.東京 2.power.firm', 'no'],
  ])('%j is a path, which may hold names of several words, and a value', (text, path, value) => {
    expect(settingPair(text).map(String)).toEqual([path, value]);
    expect(variedFrom(text)).toMatchObject({ vary: path, values: [value] });
  });

  test('a comma parts values, and none stands in a number', () => {
    expect(variedFrom('f=1,200').values).toEqual([1, 200]);
    expect(() => variedFrom('f=1,000')).toThrow(/a comma parts values/);
  });

  test('a number that no number holds is quoted as it was typed', () => {
    expect(settingPair('f=1e400')).toEqual(['f', '1e400']);
  });

  test('a name alone is an uncertain input', () => {
    expect(variedFrom('second provider.pace')).toEqual({ vary: 'second provider.pace' });
  });

  test.each(['=2', ' = 2', 'path=', 'path= ', ''])('%j is refused', (text) => {
    expect(() => settingPair(text)).toThrow('expected path=value');
  });

  // Without an end of its own the search for the last letter of a path would take the square of its length.
  test('a long text that is none is refused as fast as a short one', () => {
    expect(() => settingPair(`${' a'.repeat(50_000)}`)).toThrow('expected path=value');
  });
});

describe('numbers of a factor are written as in a scenario file', () => {
  const factorOf = (text: string) => factorsOf([variedFrom(`f=${text}`)], ['price'])[0];

  test.each([
    ['0..1e3', 0, 1000, undefined],
    ['1e2..1e3 rack', 100, 1000, 'rack'],
    ['100k..1.5M gpu', 100_000, 1_500_000, 'gpu'],
    ['1,000..20,000 gpu', 1000, 20_000, 'gpu'],
    ['5 %..10 %', 5, 10, '%'],
    ['5..10%', 5, 10, '%'],
    ['.5..1.5', 0.5, 1.5, undefined],
    ['-60..+60 days', -60, 60, 'days'],
    ['−60..−30 days', -60, -30, 'days'],
    ['40 to 120 weeks', 40, 120, 'weeks'],
    ['40..120w', 40, 120, 'weeks'],
    ['40w..2y', 40 / (365.25 / 7), 2, 'years'],
    ['7 days..2 weeks', 1, 2, 'weeks'],
    ['$2..$4 /gpu/hour', 2, 4, '$/gpu/hour'],
  ])('the range %s', (text, low, high, unit) => {
    expect(factorsOf([{ vary: 'f', range: text }], [])[0]).toEqual({
      kind: 'range',
      name: 'f',
      low: expect.closeTo(low, 12),
      high,
      unit,
    });
  });

  test.each([
    ['40 weeks..120', 'both ends in one unit, behind the high'],
    ['5 %..10 days', 'both ends in one unit, behind the high'],
    ['1..2 florins', undefined],
    ['120..40 weeks', 'a low below a high'],
    ['1e3..1e3', 'a low below a high'],
    ['1..2..3', 'a low and a high'],
    ['a..b', 'a low and a high'],
    ['..5', 'a low and a high'],
    ['1e400..2e400', 'a low and a high'],
  ])('the range %s is refused at once, or by the scenario for its unit', (text, expected) => {
    if (expected === undefined) expect(factorOf(text)).toMatchObject({ unit: 'florins' });
    else
      expect(() => factorOf(text)).toThrow(
        `vary f: range ${text}, expected ${expected} such as 40..120 weeks`,
      );
  });

  test.each([
    ['1e3', 1000],
    ['+5', 5],
    ['.5', 0.5],
    ['-2.5e-3', -0.0025],
    ['90d', '90 days'],
    ['-30d', '-30 days'],
    ['1e2 w', '1e2 weeks'],
    ['100k gpu', '100k gpu'],
    ['5 %', '5 %'],
    ['2026-05-01', '2026-05-01'],
    ['1 / 2 / 3 weeks', '1 / 2 / 3 weeks'],
    ['triangular(1, 2, 4) d', 'triangular(1, 2, 4) d'],
  ])('the value %s', (text, value) => {
    expect(settingPair(`f=${text}`)).toEqual(['f', value]);
    expect(factorOf(text)).toEqual({ kind: 'values', name: 'f', values: [value] });
  });

  test('points of the distribution of an input are numbers or per cent', () => {
    const levels = (text: string) => factorsOf([variedFrom(text)], ['price'])[0];
    expect(levels('price=10%,0.5,9e-1')).toEqual({ kind: 'input', name: 'price', levels: [0.1, 0.5, 0.9] });
    expect(() => levels('price=10')).toThrow('vary price: 10, expected a point of its distribution');
    expect(() => levels('price=5 days')).toThrow('vary price: 5 days, expected a point of its distribution');
  });
});

describe('numbers of options are written as in a scenario file', () => {
  test.each([
    [positiveCount, '100k', 100_000],
    [positiveCount, '1e5', 100_000],
    [positiveCount, '100,000', 100_000],
    [positiveCount, '1.005k', 1005],
    [dollarsFrom, '$2.5M', 2_500_000],
    [dollarsFrom, '2M', 2_000_000],
    [positiveNumber, '5 %', 0.05],
    [positiveNumber, '1e-3', 0.001],
    [shareFrom, '80%', 0.8],
    [shareFrom, '.8', 0.8],
  ])('%o of %s', (read, text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    [positiveCount, '1.5'],
    [positiveCount, '5 days'],
    [positiveNumber, '0'],
    [positiveNumber, '1 to 2'],
    [positiveNumber, '0x10'],
    [positiveNumber, '$2'],
    [dollarsFrom, '5%'],
    [shareFrom, '$0.8'],
    [shareFrom, '80'],
    [shareFrom, '-5 %'],
  ])('%o refuses %s', (read, text) => {
    expect(() => read(text)).toThrow(/^expected a /);
  });
});
