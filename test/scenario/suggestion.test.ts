import { expect, test } from 'vitest';
import { editDistance, nearest, suggestion } from '../../src/scenario/suggestion.ts';

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
