import { describe, expect, test } from 'vitest';
import { settingPair, variedFrom } from '../../src/app/vary.ts';

describe('a setting or a factor as somebody types it', () => {
  test.each([
    ['deployment.crews=2 crew', 'deployment.crews', '2 crew'],
    [' sites.North Hall.start = 2026-05-01 ', 'sites.North Hall.start', '2026-05-01'],
    ['sites.東京 2.power.firm=no', 'sites.東京 2.power.firm', 'no'],
  ])('%j is a path, which may hold names of several words, and a value', (text, path, value) => {
    expect(settingPair(text).map(String)).toEqual([path, value]);
    expect(variedFrom(text)).toMatchObject({ vary: path, values: [value] });
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
