import { describe, expect, test } from 'vitest';
import { editDistance, expectedOneOf, nearest, suggestion } from '../../src/scenario/suggestion.ts';

test.each([
  ['', '', 0],
  ['firm', 'frim', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('%j and %j are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('the nearest known word is suggested, if it is near', () => {
  expect(nearest('powr', ['power', 'cooling'])).toBe('power');
  expect(nearest('transformer', ['transformer-lead-time', 'shell'])).toBe('transformer-lead-time');
  expect(nearest('l3', ['commissioning-l2', 'commissioning-l3'])).toBe('commissioning-l3');
  expect(nearest('late-slip', ['late-delivery-probability', 'late-delivery-slip'])).toBe(
    'late-delivery-slip',
  );
  expect(nearest('banana', ['power', 'cooling'])).toBeUndefined();
  expect(nearest('x'.repeat(1000), ['x'])).toBeUndefined();
});

test('without a near one, the known words are listed when they are few', () => {
  expect(suggestion('banana', ['power', 'cooling'])).toBe(', expected one of power, cooling');
  expect(suggestion('powr', ['power', 'cooling'])).toBe(', did you mean power?');
  expect(suggestion('x', [])).toBe('');
  expect(
    suggestion(
      'banana',
      Array.from({ length: 50 }, (_, index) => `word${index}`),
    ),
  ).toBe('');
});

describe('what was expected in place of a name', () => {
  test('is all there are where they are few', () => {
    expect(expectedOneOf('nope', ['on time', 'target'])).toBe('expected one of on time, target');
  });

  test('is the three nearest of many, what holds the word before what resembles it', () => {
    const known = [
      ...Array.from({ length: 400 }, (_, i) => `drag:gpus_${i}:chips`),
      'contract_gpus',
      'target',
    ];
    expect(expectedOneOf('contract_gpu', known)).toMatch(/^did you mean contract_gpus, /);
    expect(expectedOneOf('chips', known)).toMatch(/^did you mean drag:gpus_\d+:chips, /);
    expect(expectedOneOf('nope', known)).toMatch(/^expected one of (?:[^,]+, ){2}[^,]+ and \d+ more$/);
  });
});
