import { expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { asWritten } from '../../src/refusal/index.ts';

test.each<[unknown, string]>([
  ['1', '"1"'],
  ['a "b"', '"a \\"b\\""'],
  [1, '1'],
  [NaN, 'NaN'],
  [5n, '5n'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Symbol('crane'), 'Symbol(crane)'],
  [() => 1, 'a function'],
  [[1, 2], 'a list'],
  [new Float64Array(3), 'a list'],
  [{}, 'an object'],
  [Object.create(null), 'an object'],
  [new Simulation().resource('crane'), 'resource "crane"'],
])('an error names %s as %s', (value, words) => {
  expect(asWritten(value)).toBe(words);
});
